package hyperlab.ui.table;

import hyperlab.data.ColumnProfile;
import hyperlab.data.CsvPreview;
import hyperlab.text.ColumnNames;
import hyperlab.text.NumberFormats;
import hyperlab.ui.Messages;
import hyperlab.ui.NodeListeners;
import hyperlab.ui.control.SegmentedButton;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The first rows of a table: as the network sees them, or as they are in the file. */
final class FirstRows extends VBox {
    private static final int MAX_COLUMNS = 30;
    private static final double HEIGHT = 132;
    private static final double MIN_HEIGHT = 76;
    private static final double COLUMN_WIDTH = 92;
    private static final double MAX_COLUMN_WIDTH = 240;
    private static final double NAME_MARGIN = 22;
    private static final int DIGITS = 4;

    private final Messages messages;
    private final TableView<List<String>> rows = new TableView<>();
    private final SegmentedButton<Boolean> prepared;
    private @Nullable CsvPreview preview;
    private @Nullable TableEffect effect;
    private List<String> shownNames = List.of();

    FirstRows(Messages messages) {
        super(4);
        this.messages = messages;
        prepared = new SegmentedButton<>(
                "table-rows-kind",
                messages,
                List.of(true, false),
                asSeen -> asSeen ? "table.rows.prepared" : "table.rows.file");
        prepared.valueProperty().addListener((observed, before, now) -> update());
        rows.setId("table-rows");
        rows.setPrefHeight(HEIGHT);
        rows.setMinHeight(MIN_HEIGHT);
        rows.getStyleClass().add("dense");
        getChildren().addAll(prepared, rows);
        NodeListeners.listen(this, messages.languageProperty(), this::update);
    }

    void show(@Nullable CsvPreview newPreview, @Nullable TableEffect newEffect) {
        preview = newPreview;
        effect = newEffect;
        update();
    }

    private void update() {
        CsvPreview file = preview;
        TableEffect seen = effect;
        if (prepared.valueProperty().get()) {
            if (seen != null) {
                List<String> names = new ArrayList<>();
                seen.featureNames().forEach(name -> names.add(ColumnNames.ofUserData(name, messages.texts())));
                names.add(seen.targetName());
                show(names, seen.firstRows().stream().map(FirstRows::cells).toList());
            } else {
                rows.getItems().clear();
            }
        } else if (file != null) {
            show(file.columns().stream().map(ColumnProfile::name).toList(), file.firstRows());
        }
    }

    private static List<String> cells(TableEffect.FirstRow row) {
        List<String> cells = new ArrayList<>();
        row.features().forEach(value -> cells.add(NumberFormats.format(value, DIGITS)));
        cells.add(row.target());
        return cells;
    }

    private void show(List<String> names, List<List<String>> cells) {
        if (!names.equals(shownNames) || rows.getColumns().isEmpty()) {
            shownNames = names;
            rows.getColumns().clear();
            for (int i = 0; i < Math.min(MAX_COLUMNS, names.size()); i++) {
                rows.getColumns().add(column(i, names.get(i)));
            }
        }
        NumberColumns.show(rows, cells);
    }

    private static TableColumn<List<String>, String> column(int index, String name) {
        TableColumn<List<String>, String> column = new TableColumn<>();
        Label label = new Label(name);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setTooltip(new Tooltip(name));
        column.setGraphic(label);
        label.maxWidthProperty().bind(column.widthProperty().subtract(NAME_MARGIN));
        label.sceneProperty().addListener((observed, before, now) -> {
            label.applyCss();
            double wanted = Math.ceil(label.prefWidth(-1)) + NAME_MARGIN;
            column.setPrefWidth(Math.max(COLUMN_WIDTH, Math.min(MAX_COLUMN_WIDTH, wanted)));
        });
        column.setPrefWidth(COLUMN_WIDTH);
        column.setMinWidth(COLUMN_WIDTH / 2);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().get(index)));
        return column;
    }
}

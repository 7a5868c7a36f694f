package hyperlab.lab.cases;

import hyperlab.data.ColumnProfile;
import hyperlab.data.CsvInference;
import hyperlab.data.CsvPlan;
import hyperlab.data.CsvPreview;
import hyperlab.text.NumberFormats;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.table.NumberColumns;
import hyperlab.ui.table.WrappedCell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The columns of the user's table: their values, their inferred use and its reason, and whether each is a feature. A
 * click on the check box or Enter toggles that.
 */
final class ColumnTable extends TableView<ColumnTable.ColumnRow> {
    private static final double FEATURE_WIDTH = 80;
    private static final double MIN_WIDTH = 82;

    private final Messages messages;
    private final UserDataViewModel userData;

    /** A column with its use. */
    record ColumnRow(ColumnProfile column, boolean feature, CsvInference.ColumnUse use, String reason) {}

    ColumnTable(Messages messages, UserDataViewModel own) {
        this.messages = messages;
        this.userData = own;
        setId("cases-columns");
        getStyleClass().add("case-columns");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().add(featureColumn());
        getColumns()
                .add(textColumn("cases.table.name", 120, line -> line.column().name()));
        getColumns()
                .add(textColumn("cases.table.kind", 100, line -> userDataText().kind(line.column())));
        getColumns()
                .add(countColumn(
                        "cases.table.distinct", 76, line -> userDataText().distinct(line.column())));
        getColumns()
                .add(countColumn(
                        "cases.table.missing",
                        82,
                        line -> NumberFormats.count(line.column().missingCount())));
        getColumns()
                .add(textColumn(
                        "cases.table.values", 120, line -> userDataText().range(line.column())));
        getColumns().add(textColumn("cases.table.why", 190, ColumnRow::reason));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            ColumnRow line = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && line != null) {
                toggle(line);
                event.consume();
            }
        });
        Hints.withHint(this, messages.bind("cases.table.hint"));
    }

    private UserDataText userDataText() {
        return new UserDataText(messages.texts());
    }

    private TableColumn<ColumnRow, String> countColumn(String key, double width, Function<ColumnRow, String> count) {
        TableColumn<ColumnRow, String> column = textColumn(key, width, count);
        NumberColumns.align(column);
        return column;
    }

    private TableColumn<ColumnRow, String> textColumn(String key, double width, Function<ColumnRow, String> words) {
        TableColumn<ColumnRow, String> column = new TableColumn<>();
        column.textProperty().bind(messages.bind(key));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, MIN_WIDTH));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
        column.setCellFactory(view -> new WrappedCell<>(text -> text));
        return column;
    }

    private TableColumn<ColumnRow, ColumnRow> featureColumn() {
        TableColumn<ColumnRow, ColumnRow> column = new TableColumn<>();
        column.textProperty().bind(messages.bind("cases.table.feature"));
        column.setPrefWidth(FEATURE_WIDTH);
        column.setMinWidth(FEATURE_WIDTH);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(table -> new FeatureCell());
        return column;
    }

    private final class FeatureCell extends TableCell<ColumnRow, ColumnRow> {
        private final CheckBox box = new CheckBox();

        FeatureCell() {
            box.setFocusTraversable(false);
            box.setOnAction(event -> {
                ColumnRow line = getItem();
                if (line != null) {
                    toggle(line);
                }
            });
        }

        @Override
        protected void updateItem(ColumnRow line, boolean empty) {
            super.updateItem(line, empty);
            boolean shown = !empty && line != null && line.use() != CsvInference.ColumnUse.TARGET;
            setGraphic(shown ? box : null);
            if (line != null) {
                box.setSelected(line.feature());
                box.setDisable(!line.column().canBeFeature());
                box.setId("cases-use-" + line.column().name());
            }
        }
    }

    private void toggle(ColumnRow line) {
        CsvPreview preview = userData.previewProperty().get();
        CsvInference guess = userData.inferenceProperty().get();
        if (preview == null
                || guess == null
                || !line.column().canBeFeature()
                || line.use() == CsvInference.ColumnUse.TARGET) {
            refresh();
            return;
        }
        CsvPlan plan = guess.plan();
        Set<String> chosen = new HashSet<>(plan.features());
        if (!chosen.remove(line.column().name())) {
            chosen.add(line.column().name());
        }
        List<String> features = new ArrayList<>();
        preview.columns().stream()
                .map(ColumnProfile::name)
                .filter(chosen::contains)
                .forEach(features::add);
        List<String> categories = new ArrayList<>(plan.categories());
        if (!line.column().canBeNumber() && !categories.contains(line.column().name())) {
            categories.add(line.column().name());
        }
        userData.changePlan(plan.withFeatures(features).withCategories(categories));
    }

    void show(CsvPreview preview, CsvInference guess) {
        Set<String> features = new HashSet<>(guess.plan().features());
        List<ColumnRow> lines = new ArrayList<>();
        for (ColumnProfile column : preview.columns()) {
            lines.add(new ColumnRow(
                    column,
                    features.contains(column.name()),
                    guess.columnUses().get(column.index()),
                    userDataText().reason(column, guess)));
        }
        int selected = getSelectionModel().getSelectedIndex();
        getItems().setAll(lines);
        if (selected >= 0) {
            getSelectionModel().select(selected);
        }
    }
}

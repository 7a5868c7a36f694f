package hyperlab.app.activation;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.activation.ActivationRow.Column;
import hyperlab.app.control.Hints;
import hyperlab.app.control.SeriesSymbol;
import hyperlab.chart.CurveLook;
import hyperlab.diagnosis.ActivationCost;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/**
 * A table of the properties of each plotted function. Clicking a heading sorts by that column; clicking it again
 * reverses the order.
 */
final class ActivationTable extends GridPane {
    private static final List<Column> COLUMNS = List.of(Column.values());

    private final LabContext context;
    private List<ActivationRow> rows = List.of();
    private ActivationKind examined = ActivationKind.SIGMOID;
    private Column sorted = Column.FUNCTION;
    private boolean descending;
    private List<Object> shown = List.of();

    ActivationTable(LabContext context) {
        this.context = context;
        setId("activation-table");
        getStyleClass().addAll("readout", "activation-table");
        getColumnConstraints().add(new ColumnConstraints());
        for (Column column : COLUMNS) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHgrow(column == Column.USED ? Priority.ALWAYS : Priority.SOMETIMES);
            constraints.setHalignment(HPos.LEFT);
            if (column != Column.USED) {
                constraints.setMinWidth(USE_PREF_SIZE);
            }
            getColumnConstraints().add(constraints);
        }
    }

    /** Rebuilds the table only if its content has changed, not on every move of the probe. */
    void show(ActivationPicture picture, List<ActivationCost.Cost> costs) {
        List<Object> content = List.of(
                picture.drawn().stream()
                        .map(drawn -> drawn.curve().activation())
                        .toList(),
                picture.examined(),
                picture.to(),
                costs,
                context.messages().language().get());
        if (content.equals(shown)) {
            return;
        }
        shown = content;
        examined = picture.examined();
        rows = picture.drawn().stream()
                .map(drawn -> ActivationRow.of(drawn.kind(), drawn.curve(), costs))
                .toList();
        layOut();
    }

    private void sortBy(Column column) {
        descending = column == sorted && !descending;
        sorted = column;
        layOut();
        lookup("#activation-sort-" + column.id()).requestFocus();
    }

    private void layOut() {
        Messages messages = context.messages();
        getChildren().clear();
        band("readout-head", 0);
        for (int column = 0; column < COLUMNS.size(); column++) {
            add(heading(COLUMNS.get(column)), column + 1, 0);
        }
        int at = 1;
        for (ActivationRow row : ActivationRow.sorted(rows, sorted, descending)) {
            band(row.kind() == examined ? "readout-row-chosen" : "readout-row", at);
            SeriesSymbol mark = new SeriesSymbol(
                    context.appearance(), CurveLook.series(row.kind().series()));
            add(mark, 0, at);
            setValignment(mark, VPos.CENTER);
            for (int column = 0; column < COLUMNS.size(); column++) {
                Label label = new Label(row.cell(COLUMNS.get(column), messages.texts()));
                label.getStyleClass().add("readout-cell");
                label.setWrapText(COLUMNS.get(column) == Column.USED);
                if (COLUMNS.get(column) == Column.FUNCTION) {
                    label.getStyleClass().add("strong");
                    label.setId("activation-row-name-" + (at - 1));
                }
                add(label, column + 1, at);
            }
            at++;
        }
    }

    private Button heading(Column column) {
        String key = "activation.table." + column.id();
        Messages messages = context.messages();
        String arrow = column != sorted ? "" : descending ? " ↓" : " ↑";
        Button heading = new Button(messages.get(key) + arrow);
        heading.setId("activation-sort-" + column.id());
        heading.getStyleClass().add("table-heading");
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setMinWidth(USE_PREF_SIZE);
        heading.setOnAction(event -> sortBy(column));
        return Hints.withHint(heading, messages.bind(key + ".hint"));
    }

    private void band(String style, int row) {
        StackPane band = new StackPane();
        band.getStyleClass().add(style);
        add(band, 0, row, COLUMNS.size() + 1, 1);
    }
}

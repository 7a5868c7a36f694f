package hyperlab.app.control;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A small table of numbers: one row a thing, its mark at the left, the numbers right-aligned. */
public final class Readout extends GridPane {
    private final List<ObservableValue<String>> headings;

    /**
     * One row.
     *
     * @param mark the series' mark, or nothing
     * @param cells as many as there are headings
     * @param chosen whether the row stands out
     */
    public record Row(@Nullable Node mark, List<String> cells, boolean chosen) {}

    /** @param headings one a column of numbers; the marks' column has none */
    public Readout(String id, List<ObservableValue<String>> headings) {
        this.headings = List.copyOf(headings);
        setId(id);
        getStyleClass().add("readout");
        ColumnConstraints marks = new ColumnConstraints();
        getColumnConstraints().add(marks);
        for (int k = 0; k < headings.size(); k++) {
            ColumnConstraints numbers = new ColumnConstraints();
            numbers.setHgrow(Priority.ALWAYS);
            numbers.setHalignment(HPos.RIGHT);
            getColumnConstraints().add(numbers);
        }
        rows(List.of());
    }

    /** Shows these rows in place of those before. */
    public void rows(List<Row> rows) {
        getChildren().clear();
        band("readout-head", 0);
        for (int column = 0; column < headings.size(); column++) {
            Label heading = cell("readout-heading");
            heading.textProperty().bind(headings.get(column));
            add(heading, column + 1, 0);
        }
        for (int k = 0; k < rows.size(); k++) {
            Row row = rows.get(k);
            band(row.chosen() ? "readout-row-chosen" : "readout-row", k + 1);
            if (row.mark() != null) {
                add(row.mark(), 0, k + 1);
                setValignment(row.mark(), VPos.CENTER);
            }
            for (int column = 0; column < row.cells().size(); column++) {
                Label number = cell("readout-cell");
                number.setText(row.cells().get(column));
                add(number, column + 1, k + 1);
            }
        }
    }

    private void band(String style, int row) {
        StackPane band = new StackPane();
        band.getStyleClass().add(style);
        add(band, 0, row, headings.size() + 1, 1);
    }

    private static Label cell(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}

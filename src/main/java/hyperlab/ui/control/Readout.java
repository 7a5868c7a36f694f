package hyperlab.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A small table of numbers: each row has a mark on the left and right-aligned numbers. */
public final class Readout extends GridPane {
    /** The numbers need smaller type to fit into the panel. */
    private static final PseudoClass DENSE = PseudoClass.getPseudoClass("dense");
    /** The number of characters that fit next to the marks. */
    private static final int MAX_CHARACTERS = 24;

    private final List<ObservableValue<String>> headings;
    private final List<List<Label>> numbers = new ArrayList<>();
    private List<ReadoutRow> shown = List.of();

    /**
     * One row.
     *
     * @param mark the series' mark, or null; reuse the same node if possible
     * @param cells one text per heading
     * @param highlighted whether the row is highlighted
     */
    public record ReadoutRow(@Nullable Node mark, List<String> cells, boolean highlighted) {}

    /** @param headings one per column of numbers; the column of marks has none */
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
        rebuild(shown);
    }

    /**
     * Replaces the rows. If their layout is the same, only the texts change: a table that follows a run changes at
     * every pulse, and new nodes would have to be styled and laid out each time.
     */
    public void rows(List<ReadoutRow> rows) {
        List<ReadoutRow> before = shown;
        shown = List.copyOf(rows);
        if (!hasSameLayout(before, shown)) {
            rebuild(shown);
        }
        for (int k = 0; k < shown.size(); k++) {
            List<String> cells = shown.get(k).cells();
            for (int column = 0; column < cells.size(); column++) {
                numbers.get(k).get(column).setText(cells.get(column));
            }
        }
        pseudoClassStateChanged(DENSE, hasMark(shown) && characters(shown) > MAX_CHARACTERS);
    }

    private static boolean hasMark(List<ReadoutRow> rows) {
        return rows.stream().anyMatch(row -> row.mark() instanceof SeriesSymbol);
    }

    /** The width of all columns in characters: the sum of the longest text in each. */
    static int characters(List<ReadoutRow> rows) {
        int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        int sum = 0;
        for (int column = 0; column < columns; column++) {
            int index = column;
            sum += rows.stream()
                    .filter(row -> index < row.cells().size())
                    .mapToInt(row -> row.cells().get(index).length())
                    .max()
                    .orElse(0);
        }
        return sum;
    }

    private static boolean hasSameLayout(List<ReadoutRow> before, List<ReadoutRow> now) {
        if (before.size() != now.size()) {
            return false;
        }
        for (int k = 0; k < now.size(); k++) {
            boolean alike = Objects.equals(before.get(k).mark(), now.get(k).mark())
                    && before.get(k).highlighted() == now.get(k).highlighted()
                    && before.get(k).cells().size() == now.get(k).cells().size();
            if (!alike) {
                return false;
            }
        }
        return true;
    }

    private void rebuild(List<ReadoutRow> rows) {
        getChildren().clear();
        numbers.clear();
        band("readout-head", 0);
        for (int column = 0; column < headings.size(); column++) {
            Label heading = cell("readout-heading");
            heading.textProperty().bind(headings.get(column));
            add(heading, column + 1, 0);
        }
        for (int k = 0; k < rows.size(); k++) {
            ReadoutRow row = rows.get(k);
            band(row.highlighted() ? "readout-row-chosen" : "readout-row", k + 1);
            if (row.mark() != null) {
                add(row.mark(), 0, k + 1);
                setValignment(row.mark(), VPos.CENTER);
            }
            List<Label> labels = new ArrayList<>();
            for (int column = 0; column < row.cells().size(); column++) {
                Label number = cell("readout-cell");
                labels.add(number);
                add(number, column + 1, k + 1);
            }
            numbers.add(labels);
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

package hyperlab.lab.tuning;

import hyperlab.tune.TrialRecord;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Makes the columns of the table of trials: each is at least as wide as the longest word of its title. */
final class TrialColumns {
    static final String NUMBER_STYLE = "number-column";
    private static final double MIN_COLUMN_WIDTH = 42;
    /** The font of the headers in the style sheet, and the space on both sides of their text. */
    private static final String HEADER_FONT = "Pretendard";

    private static final double HEADER_FONT_SIZE = 12;

    private static final double HEADER_PADDING = 10;

    private TrialColumns() {}

    /** Sorts numbers by value, then other values alphabetically. */
    static Comparator<String> numericOrder() {
        return Comparator.<String>comparingDouble(value -> {
                    try {
                        return Double.parseDouble(value);
                    } catch (NumberFormatException noNumber) {
                        return Double.POSITIVE_INFINITY;
                    }
                })
                .thenComparing(Comparator.naturalOrder());
    }

    static TableColumn<TrialRecord, Double> number(String id, String title, Function<TrialRecord, Double> value) {
        TableColumn<TrialRecord, Double> column = column(id, title, value, TuningText::number);
        column.getStyleClass().add(NUMBER_STYLE);
        return column;
    }

    static <T extends Comparable<T>> TableColumn<TrialRecord, T> column(
            String id, String title, Function<TrialRecord, T> value, Function<T, String> text) {
        return column(id, title, value, text, Comparator.naturalOrder());
    }

    static <T> TableColumn<TrialRecord, T> column(
            String id, String title, Function<TrialRecord, T> value, Function<T, String> text, Comparator<T> order) {
        TableColumn<TrialRecord, T> column = new TableColumn<>(title);
        column.setId("tuning-column-" + id);
        column.setComparator(order);
        // A header that is narrower than a word would break the word.
        column.setMinWidth(width(List.of(title.split(" ", -1))));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : text.apply(item));
            }
        });
        return column;
    }

    /** The width of a column that shows each of these texts in full. */
    static double width(List<String> texts) {
        double longest = 0;
        for (String line : texts) {
            Text text = new Text(line);
            text.setFont(Font.font(HEADER_FONT, FontWeight.BOLD, HEADER_FONT_SIZE));
            longest = Math.max(longest, text.getLayoutBounds().getWidth());
        }
        return Math.max(MIN_COLUMN_WIDTH, Math.ceil(longest) + HEADER_PADDING);
    }
}

package hyperlab.ui.table;

import hyperlab.ui.control.field.NumberText;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Aligns the columns of a table of texts, so that numbers can be compared. */
public final class NumberColumns {
    private static final String STYLE = "number-column";

    private NumberColumns() {}

    /** Aligns a column of numbers to the right. */
    public static void align(TableColumn<?, ?> column) {
        column.getStyleClass().add(STYLE);
    }

    /** Shows these rows. A column of numbers, with or without gaps, is aligned to the right. */
    public static void show(TableView<List<String>> table, List<List<String>> rows) {
        for (int i = 0; i < table.getColumns().size(); i++) {
            int index = i;
            List<String> values = rows.stream()
                    .map(row -> row.get(index))
                    .filter(value -> !value.isBlank())
                    .toList();
            boolean numbers = !values.isEmpty() && values.stream().allMatch(NumberColumns::isNumber);
            List<String> styles = table.getColumns().get(i).getStyleClass();
            styles.remove(STYLE);
            if (numbers) {
                styles.add(STYLE);
            }
        }
        table.getItems().setAll(rows);
    }

    /** Commas are decimal or group digits, depending on the file. */
    private static boolean isNumber(String text) {
        return NumberText.parse(text.replace(",", "")).isPresent();
    }
}

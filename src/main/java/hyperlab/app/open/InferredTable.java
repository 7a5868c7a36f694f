package hyperlab.app.open;

import hyperlab.data.CsvInference.ColumnUse;
import hyperlab.text.Texts;
import java.util.List;
import java.util.Map;

/**
 * How a table was understood that nobody was asked about.
 *
 * @param file its name
 * @param target the column that is predicted
 * @param leftOut the columns that are neither the target nor a feature, by the reason
 */
public record InferredTable(String file, String target, Map<ColumnUse, List<String>> leftOut) {
    /** What is predicted, which columns are left out and why, and where that is changed. */
    public String describe(Texts texts) {
        StringBuilder text = new StringBuilder(texts.get("table.opened", file, target));
        leftOut.forEach((use, names) -> text.append(' ')
                .append(texts.get(
                        "table.opened.left", String.join(", ", names), texts.get("table.use." + use.name()))));
        return text.append(' ').append(texts.get("table.opened.change")).toString();
    }
}

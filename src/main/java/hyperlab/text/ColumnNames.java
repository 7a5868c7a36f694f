package hyperlab.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Readable names of the columns in the bundled and generated data sets. A column of the user's own data keeps its name, except that
 * the category of its gaps is named in the user's language.
 */
public final class ColumnNames {
    private static final String KEY = "batch-size.column.";
    private static final Pattern PIXEL = Pattern.compile("pixel(\\d)(\\d)");
    /** In the breast cancer data: three statistics of each of ten measurements. */
    private static final Pattern MEASURE = Pattern.compile("(mean|error|worst)([A-Z]\\w+)");

    /** How files and the command line end the name of the feature that marks the gaps of a column. */
    private static final String GAPS = "=(missing)";

    private ColumnNames() {}

    public static List<String> of(List<String> columns, Texts texts) {
        return columns.stream().map(column -> of(column, texts)).toList();
    }

    /** The name of a feature of the user's own data. */
    public static String ofUserData(String feature, Texts texts) {
        return feature.endsWith(GAPS)
                ? texts.get("table.gaps", feature.substring(0, feature.length() - GAPS.length()))
                : feature;
    }

    public static String of(String column, Texts texts) {
        if (texts.has(KEY + column)) {
            return texts.get(KEY + column);
        }
        Matcher pixel = PIXEL.matcher(column);
        if (pixel.matches()) {
            return texts.get("batch-size.column.pixel", pixel.group(1), pixel.group(2));
        }
        Matcher measure = MEASURE.matcher(column);
        if (measure.matches()) {
            String key = KEY
                    + Character.toLowerCase(measure.group(2).charAt(0))
                    + measure.group(2).substring(1);
            if (texts.has(key)) {
                return texts.get(KEY + measure.group(1), texts.get(key));
            }
        }
        return ofUserData(column, texts);
    }
}

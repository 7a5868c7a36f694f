package hyperlab.rule;

import java.util.List;

/**
 * The place of an error in a text file, as the name of an {@link InvalidInputException}. Its message has a text in each
 * language, such as {@code x.json line 3 column 8}.
 *
 * @param key the key of the text in the bundles
 * @param arguments the file, then the numbers or names that the text quotes
 */
public record SourceLocation(String key, List<String> arguments) {
    public static SourceLocation line(String source, long line) {
        return new SourceLocation("error.place.line", List.of(source, Long.toString(line)));
    }

    /**
     * A character in a line.
     *
     * @param character counted from 1; the text calls it a column
     */
    public static SourceLocation character(String source, long line, long character) {
        return new SourceLocation(
                "error.place.character", List.of(source, Long.toString(line), Long.toString(character)));
    }

    /** A column of a table. */
    public static SourceLocation column(String source, String column) {
        return new SourceLocation("error.place.column", List.of(source, column));
    }

    /** A cell of a table. */
    public static SourceLocation cell(String source, long line, String column) {
        return new SourceLocation("error.place.cell", List.of(source, Long.toString(line), column));
    }
}

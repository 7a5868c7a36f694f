package hyperlab.data;

import java.nio.file.Path;
import java.util.Locale;

/**
 * How a table is written as text.
 *
 * @param encoding the encoding of its characters
 * @param separator the character between fields
 * @param decimal the character before the fraction of a number
 * @param header whether the first row has the names of the columns; without it, they are named {@code column1},
 *     {@code column2}, …
 */
public record CsvFormat(TextEncoding encoding, FieldSeparator separator, DecimalMark decimal, boolean header) {
    /** UTF-8, with commas and a header. */
    public static final CsvFormat DEFAULT =
            new CsvFormat(TextEncoding.UTF_8, FieldSeparator.COMMA, DecimalMark.POINT, true);

    /**
     * Detects how a file is written. A byte order mark and valid UTF-8 are certain; everything else is a guess from its
     * first rows, which the user can correct.
     *
     * @throws hyperlab.rule.InvalidInputException if the file cannot be read or is not text
     */
    public static CsvFormat detect(Path file) {
        return CsvFormatDetector.detect(file);
    }

    /** Whether a file is a table by its name: {@code .csv}, {@code .tsv} or {@code .txt}. */
    public static boolean isTable(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt");
    }

    public CsvFormat withSeparator(FieldSeparator newSeparator) {
        return new CsvFormat(encoding, newSeparator, decimal, header);
    }

    public CsvFormat withHeader(boolean newHeader) {
        return new CsvFormat(encoding, separator, decimal, newHeader);
    }
}

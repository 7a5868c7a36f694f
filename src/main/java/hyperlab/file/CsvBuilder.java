package hyperlab.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of numbers as comma-separated text, for exporting a chart's data: a header, one line per row, numbers with
 * all digits ({@link Double#toString}), NaN as an empty cell.
 */
public final class CsvBuilder {
    private final List<List<String>> rows = new ArrayList<>();

    public CsvBuilder(String... header) {
        rows.add(List.of(header));
    }

    /** Adds a row of texts and numbers. */
    public CsvBuilder add(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell instanceof Double number && number.isNaN() ? "" : String.valueOf(cell));
        }
        rows.add(row);
        return this;
    }

    @Override
    public String toString() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}

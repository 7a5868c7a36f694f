package hyperlab.data;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A preview of a CSV file: the profile of each column over all rows, and the first rows. The memory that it needs
 * depends on the number of columns, not on the number of rows.
 *
 * @param file the path of the file
 * @param format how it is written as text
 * @param rows the number of rows below the header
 * @param columns in file order
 * @param firstRows the first rows, with one cell for each column; long cells are truncated
 */
public record CsvPreview(
        Path file, CsvFormat format, int rows, List<ColumnProfile> columns, List<List<String>> firstRows) {
    private static final int SHOWN_ROWS = 8;
    private static final int MAX_CELL_LENGTH = 60;
    private static final int MAX_DISTINCT_TOTAL = 2_000_000;
    private static final int MIN_DISTINCT_LIMIT = 100;

    public CsvPreview {
        columns = List.copyOf(columns);
        firstRows = firstRows.stream().map(List::copyOf).toList();
    }

    /**
     * Reads the whole file in the detected format.
     *
     * @throws InvalidInputException with a one-line message if the file is not a usable CSV file
     */
    public static CsvPreview read(Path file) {
        return read(file, CsvFormat.detect(file));
    }

    /**
     * Reads the whole file in this format.
     *
     * @throws InvalidInputException with a one-line message if the file is not a usable CSV file in this format
     */
    public static CsvPreview read(Path file, CsvFormat format) {
        return CsvDataReader.scan(file, format, header -> new PreviewBuilder(file.toString(), header, format))
                .build(file, format);
    }

    /** Returns the column with this name; it must exist. */
    public ColumnProfile column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static final class PreviewBuilder implements CsvCallbackHandler.CsvRowHandler {
        private final String sourceName;
        private final ColumnProfiler[] columns;
        private final List<List<String>> firstRows = new ArrayList<>();
        private long line;
        private int rows;

        PreviewBuilder(String label, CsvCallbackHandler.Header header, CsvFormat format) {
            this.sourceName = label;
            CsvDataSetBuilder.validate(header, label, format);
            int count = header.names().size();
            if (count < 2) {
                throw new InvalidInputException(label, Rule.CSV_ONE_COLUMN);
            }
            int maxDistinct =
                    Math.max(MIN_DISTINCT_LIMIT, Math.min(TargetColumn.MAX_CLASSES + 1, MAX_DISTINCT_TOTAL / count));
            columns = new ColumnProfiler[count];
            for (int i = 0; i < count; i++) {
                columns[i] = new ColumnProfiler(i, header.names().get(i), maxDistinct, format.decimal());
            }
        }

        @Override
        public void beginRow(long newLine) {
            line = newLine;
            if (firstRows.size() == rows && rows < SHOWN_ROWS) {
                firstRows.add(new ArrayList<>());
            }
        }

        @Override
        public void handleCell(int column, char[] text, int from, int to) {
            if (column >= columns.length) {
                return;
            }
            columns[column].add(text, from, to);
            if (rows < SHOWN_ROWS) {
                int length = Math.min(MAX_CELL_LENGTH, to - from);
                String cell = new String(text, from, length).replaceAll("\\p{Cntrl}+", " ");
                firstRows.get(rows).add(length < to - from ? cell + "…" : cell);
            }
        }

        @Override
        public void endRow(int cells) {
            CsvDataSetBuilder.validate(sourceName, line, columns.length, cells);
            CsvDataSetBuilder.checkRowLimit(sourceName, line, rows);
            rows++;
        }

        CsvPreview build(Path file, CsvFormat format) {
            if (rows < 2) {
                throw new InvalidInputException(sourceName, rows == 0 ? Rule.CSV_NO_ROWS : Rule.CSV_ONE_ROW);
            }
            List<ColumnProfile> profiles = new ArrayList<>();
            for (ColumnProfiler column : columns) {
                profiles.add(column.toProfile());
            }
            return new CsvPreview(file, format, rows, profiles, firstRows.subList(0, Math.min(rows, SHOWN_ROWS)));
        }
    }
}

package hyperlab.data;

import hyperlab.rule.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A preview of a CSV file: the profile of each column over all rows, and the first rows. The memory that it needs
 * depends on the number of columns, not on the number of rows.
 *
 * @param file the path of the file
 * @param rows the number of rows below the header
 * @param columns in file order
 * @param first the first rows, with one cell for each column; long cells are truncated
 */
public record CsvPreview(Path file, int rows, List<CsvColumn> columns, List<List<String>> first) {
    private static final int FIRST_ROWS = 8;
    private static final int LONGEST_CELL = 60;
    private static final int MOST_TOLD_APART = 2_000_000;
    private static final int FEWEST_TOLD_APART = 100;

    public CsvPreview {
        columns = List.copyOf(columns);
        first = first.stream().map(List::copyOf).toList();
    }

    /**
     * Reads the whole file.
     *
     * @throws InvalidInputException with a one-line message if the file is not a usable CSV file
     */
    public static CsvPreview read(Path file) {
        return CsvData.scan(file, header -> new Survey(file.toString(), header)).preview(file);
    }

    /** Returns the column with this name; it must exist. */
    public CsvColumn column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static final class Survey implements CsvScan.Rows {
        private final String label;
        private final ColumnSurvey[] columns;
        private final List<List<String>> first = new ArrayList<>();
        private long line;
        private int rows;

        Survey(String label, CsvScan.Header header) {
            this.label = label;
            CsvTable.check(header, label);
            int count = header.names().size();
            if (count < 2) {
                throw new InvalidInputException(
                        label, "must have at least two columns, one to predict and one to predict it from, got one");
            }
            int mostDistinct =
                    Math.max(FEWEST_TOLD_APART, Math.min(TargetColumn.MOST_CLASSES + 1, MOST_TOLD_APART / count));
            columns = new ColumnSurvey[count];
            for (int i = 0; i < count; i++) {
                columns[i] = new ColumnSurvey(i, header.names().get(i), mostDistinct);
            }
        }

        @Override
        public void begin(long newLine) {
            line = newLine;
            if (first.size() == rows && rows < FIRST_ROWS) {
                first.add(new ArrayList<>());
            }
        }

        @Override
        public void cell(int column, char[] text, int from, int to) {
            if (column >= columns.length) {
                return;
            }
            columns[column].add(text, from, to);
            if (rows < FIRST_ROWS) {
                int length = Math.min(LONGEST_CELL, to - from);
                String cell = new String(text, from, length).replaceAll("\\p{Cntrl}+", " ");
                first.get(rows).add(length < to - from ? cell + "…" : cell);
            }
        }

        @Override
        public void end(int cells) {
            CsvTable.check(label, line, columns.length, cells);
            CsvTable.checkRoom(label, line, rows);
            rows++;
        }

        CsvPreview preview(Path file) {
            if (rows < 2) {
                throw new InvalidInputException(
                        label, rows == 0 ? "has a header but no rows" : "must have at least two whole rows, got 1");
            }
            List<CsvColumn> found = new ArrayList<>();
            for (ColumnSurvey column : columns) {
                found.add(column.column());
            }
            return new CsvPreview(file, rows, found, first.subList(0, Math.min(rows, FIRST_ROWS)));
        }
    }
}

package hyperlab.data;

import hyperlab.rule.ClosestMatch;
import hyperlab.rule.InvalidInputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Collects the columns of a CSV file row by row. It stores only numbers and class labels, so that memory is bounded.
 */
final class CsvTable implements CsvScan.Rows {
    private final String label;
    private final CsvSettings settings;
    private final List<String> header;
    private final List<NumberColumn> columns = new ArrayList<>();
    private final @Nullable NumberColumn[] at;
    private final TargetColumn target;
    private final int mostNumbers;
    private int rows;
    private long line;
    private boolean blankTarget;

    CsvTable(String label, CsvSettings settings, CsvScan.Header headerRow, int mostNumbers) {
        this.mostNumbers = mostNumbers;
        this.label = label;
        this.settings = settings;
        this.header = headerRow.names();
        check(headerRow, label);
        int targetIndex = index("target", settings.target());
        target = new TargetColumn(settings.target(), targetIndex);
        at = new NumberColumn[header.size()];
        if (settings.features().isEmpty()) {
            for (int i = 0; i < header.size(); i++) {
                if (i != targetIndex) {
                    columns.add(column(i));
                }
            }
        } else {
            for (String feature : settings.features()) {
                columns.add(column(index("features", feature)));
            }
        }
    }

    private NumberColumn column(int index) {
        NumberColumn column = at[index];
        if (column == null) {
            column = new NumberColumn(header.get(index), index);
            at[index] = column;
        }
        return column;
    }

    /**
     * Checks that the header names every column exactly once.
     *
     * @throws InvalidInputException if it does not
     */
    static void check(CsvScan.Header headerRow, String label) {
        List<String> header = headerRow.names();
        String line = label + " line " + headerRow.line();
        if (header.size() == 1 && header.get(0).matches(".*[;\t].*")) {
            String separator = header.get(0).contains(";") ? "\";\"" : "\"\\t\"";
            throw new InvalidInputException(line, "must have commas between its columns, got " + separator);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (name.isEmpty()) {
                throw new InvalidInputException(line, "must name every column, column " + (i + 1) + " has no name");
            }
            if (!seen.add(name)) {
                throw new InvalidInputException(line, "must name a column once, got " + name + " twice");
            }
        }
    }

    /**
     * Checks that a row has one cell for each column.
     *
     * @throws InvalidInputException if it does not
     */
    static void check(String label, long line, int columns, int cells) {
        if (cells != columns) {
            throw new InvalidInputException(
                    label + " line " + line, "must have " + columns + " fields as the header has, got " + cells);
        }
    }

    /**
     * Checks that there is room for one more row.
     *
     * @throws InvalidInputException if there is not
     */
    static void checkRoom(String label, long line, int rows) {
        if (rows == CsvData.MOST_ROWS) {
            throw new InvalidInputException(label, "must have at most 1,000,000 rows, line " + line + " is one too many");
        }
    }

    private int index(String key, String column) {
        int index = header.indexOf(column);
        if (index < 0) {
            String nearest = ClosestMatch.of(column, header);
            throw new InvalidInputException("data." + key, "a column of " + label, "\"" + column + "\" (nearest: " + nearest + ")");
        }
        return index;
    }

    @Override
    public void begin(long newLine) {
        line = newLine;
        blankTarget = true;
    }

    @Override
    public void cell(int column, char[] text, int from, int to) {
        if (column >= at.length) {
            return;
        }
        if (column == target.index()) {
            blankTarget = from == to;
            if (to - from > TargetColumn.LONGEST_LABEL) {
                throw place(line, target.name(), "must have at most 1,000 characters, got " + (to - from));
            }
            if (!blankTarget) {
                target.add(text, from, to, line);
            }
        }
        NumberColumn numbers = at[column];
        if (numbers != null) {
            numbers.add(text, from, to, line);
        }
    }

    @Override
    public void end(int cells) {
        check(label, line, header.size(), cells);
        checkRoom(label, line, rows);
        if (blankTarget) {
            throw place(line, target.name(), "is empty");
        }
        if (target.isHopeless()) {
            throw new InvalidInputException(
                    label + " column " + target.name(),
                    "must be a number or one of at most " + TargetColumn.MOST_CLASSES + " classes");
        }
        rows++;
        if (settings.features().isEmpty()) {
            dropTexts();
        }
        if ((long) rows * columns.size() > mostNumbers) {
            throw new InvalidInputException(
                    label,
                    "must have at most " + mostNumbers + " numbers in its features, line " + line
                            + " is too much: name fewer columns in data.features");
        }
    }

    private void dropTexts() {
        for (int i = columns.size() - 1; i >= 0; i--) {
            NumberColumn column = columns.get(i);
            if (column.isText()) {
                columns.remove(i);
                at[column.index()] = null;
            }
        }
    }

    /**
     * Returns the rows so far. Rows with a missing feature are dropped or cause an error, depending on the settings.
     *
     * @throws InvalidInputException if the table cannot be used as a data set
     */
    DataSet toDataSet() {
        if (rows == 0) {
            throw new InvalidInputException(label, "has a header but no rows");
        }
        if (settings.features().isEmpty()) {
            columns.removeIf(NumberColumn::isBlank);
        }
        if (columns.isEmpty()) {
            throw new InvalidInputException(label, "must have a numeric column besides the target " + target.name());
        }
        int[] kept = keptRows();
        if (kept.length < 2) {
            throw new InvalidInputException(
                    label, "must have at least two whole rows, got " + kept.length + " and dropped " + dropped(kept));
        }
        Task task = task(kept);
        DMatrixRMaj features = new DMatrixRMaj(kept.length, columns.size());
        for (int j = 0; j < columns.size(); j++) {
            columns.get(j).copy(kept, features.data, j, columns.size());
        }
        TargetColumn.Targets targets = task == Task.REGRESSION ? target.values(kept) : target.classes(kept);
        if (task == Task.CLASSIFICATION && targets.classNames().size() < 2) {
            throw new InvalidInputException(
                    label + " column " + target.name(),
                    "must have at least two classes, got one: "
                            + targets.classNames().get(0));
        }
        List<String> names = columns.stream().map(NumberColumn::name).toList();
        return new DataSet(
                label,
                features,
                targets.targets(),
                names,
                target.name(),
                task,
                targets.classNames(),
                dropped(kept),
                null);
    }

    private Task task(int[] kept) {
        Task asked = settings.task();
        boolean regression = asked == null ? target.isNumeric() && target.isVaried(kept) : asked == Task.REGRESSION;
        NumberColumn.Fault fault = target.fault();
        if (fault != null && (regression || target.isNumeric())) {
            throw place(fault.line(), target.name(), fault.complaint());
        }
        if (!regression && target.hasTooManyClasses()) {
            throw new InvalidInputException(
                    label + " column " + target.name(), "must have at most " + TargetColumn.MOST_CLASSES + " classes");
        }
        return regression ? Task.REGRESSION : Task.CLASSIFICATION;
    }

    private int[] keptRows() {
        if (settings.dropMissing()) {
            return IntStream.range(0, rows).filter(this::isWhole).toArray();
        }
        NumberColumn.Fault first = null;
        String where = "";
        for (NumberColumn column : columns) {
            NumberColumn.Fault fault = column.fault();
            if (fault != null && (first == null || fault.line() < first.line())) {
                first = fault;
                where = column.name();
            }
        }
        if (first != null) {
            throw place(first.line(), where, first.complaint());
        }
        return IntStream.range(0, rows).toArray();
    }

    private boolean isWhole(int row) {
        for (NumberColumn column : columns) {
            if (Double.isNaN(column.value(row))) {
                return false;
            }
        }
        return true;
    }

    private int dropped(int[] kept) {
        return rows - kept.length;
    }

    private InvalidInputException place(long line, String column, String complaint) {
        return new InvalidInputException(label + " line " + line + " column " + column, complaint);
    }
}

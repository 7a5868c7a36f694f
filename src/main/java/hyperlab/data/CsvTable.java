package hyperlab.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import hyperlab.rule.Nearest;
import hyperlab.rule.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** The columns of a CSV file as its rows come in: numbers alone are kept, so that memory is bounded. */
final class CsvTable {
    private final String label;
    private final CsvSettings settings;
    private final List<String> header;
    private final List<NumberColumn> columns = new ArrayList<>();
    private final TargetColumn target;
    private final int mostNumbers;
    private int rows;

    CsvTable(String label, CsvSettings settings, CsvRecord headerRow, int mostNumbers) {
        this.mostNumbers = mostNumbers;
        this.label = label;
        this.settings = settings;
        this.header = headerRow.getFields().stream().map(String::strip).toList();
        checkHeader(headerRow.getStartingLineNumber());
        int targetIndex = index("target", settings.target());
        target = new TargetColumn(settings.target(), targetIndex);
        if (settings.features().isEmpty()) {
            for (int i = 0; i < header.size(); i++) {
                if (i != targetIndex) {
                    columns.add(new NumberColumn(header.get(i), i));
                }
            }
        } else {
            for (String feature : settings.features()) {
                columns.add(new NumberColumn(feature, index("features", feature)));
            }
        }
    }

    private void checkHeader(long line) {
        if (header.size() == 1 && header.get(0).matches(".*[;\t].*")) {
            String separator = header.get(0).contains(";") ? "\";\"" : "\"\\t\"";
            throw new Refusal(label + " line " + line, "must have commas between its columns, got " + separator);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (name.isEmpty()) {
                throw new Refusal(
                        label + " line " + line, "must name every column, column " + (i + 1) + " has no name");
            }
            if (!seen.add(name)) {
                throw new Refusal(label + " line " + line, "must name a column once, got " + name + " twice");
            }
        }
    }

    private int index(String key, String column) {
        int index = header.indexOf(column);
        if (index < 0) {
            String nearest = Nearest.of(column, header);
            throw new Refusal("data." + key, "a column of " + label, "\"" + column + "\" (nearest: " + nearest + ")");
        }
        return index;
    }

    /** Takes in the next row. */
    void add(CsvRecord row) {
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() != header.size()) {
            throw new Refusal(
                    label + " line " + line,
                    "must have " + header.size() + " fields as the header has, got " + row.getFieldCount());
        }
        if (rows == CsvData.MOST_ROWS) {
            throw new Refusal(label, "must have at most 1,000,000 rows, line " + line + " is one too many");
        }
        String cell = row.getField(target.index()).strip();
        if (cell.isEmpty()) {
            throw place(line, target.name(), "is empty");
        }
        target.add(cell, line);
        if (target.isHopeless()) {
            throw new Refusal(
                    label + " column " + target.name(),
                    "must be a number or one of at most " + TargetColumn.MOST_CLASSES + " classes");
        }
        for (NumberColumn column : columns) {
            column.add(row.getField(column.index()).strip(), line);
        }
        rows++;
        if (settings.features().isEmpty()) {
            columns.removeIf(NumberColumn::isText);
        }
        if ((long) rows * columns.size() > mostNumbers) {
            throw new Refusal(
                    label,
                    "must have at most " + mostNumbers + " numbers in its features, line " + line
                            + " is too much: name fewer columns in data.features");
        }
    }

    /** The rows so far, those with a missing feature left out or refused as the settings say. */
    DataSet toDataSet() {
        if (rows == 0) {
            throw new Refusal(label, "has a header but no rows");
        }
        if (settings.features().isEmpty()) {
            columns.removeIf(NumberColumn::isBlank);
        }
        if (columns.isEmpty()) {
            throw new Refusal(label, "must have a numeric column besides the target " + target.name());
        }
        int[] kept = keptRows();
        if (kept.length < 2) {
            throw new Refusal(
                    label, "must have at least two whole rows, got " + kept.length + " and dropped " + dropped(kept));
        }
        Task task = task(kept);
        DMatrixRMaj features = new DMatrixRMaj(kept.length, columns.size());
        for (int i = 0; i < kept.length; i++) {
            for (int j = 0; j < columns.size(); j++) {
                features.data[i * columns.size() + j] = columns.get(j).value(kept[i]);
            }
        }
        TargetColumn.Targets targets = task == Task.REGRESSION ? target.values(kept) : target.classes(kept);
        if (task == Task.CLASSIFICATION && targets.classNames().size() < 2) {
            throw new Refusal(
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
            throw new Refusal(
                    label + " column " + target.name(), "must have at most " + TargetColumn.MOST_CLASSES + " classes");
        }
        return regression ? Task.REGRESSION : Task.CLASSIFICATION;
    }

    private int[] keptRows() {
        if (settings.dropMissing()) {
            return IntStream.range(0, rows)
                    .filter(row -> columns.stream().noneMatch(column -> Double.isNaN(column.value(row))))
                    .toArray();
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

    private int dropped(int[] kept) {
        return rows - kept.length;
    }

    private Refusal place(long line, String column, String complaint) {
        return new Refusal(label + " line " + line + " column " + column, complaint);
    }
}

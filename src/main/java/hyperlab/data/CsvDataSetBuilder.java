package hyperlab.data;

import hyperlab.rule.ClosestMatch;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.rule.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Collects the columns of a CSV file row by row. It stores only numbers, categories and class labels, so that
 * memory is bounded.
 */
final class CsvDataSetBuilder implements CsvCallbackHandler.CsvRowHandler {
    private final String sourceName;
    private final CsvSettings settings;
    private final List<String> header;
    private final List<FeatureColumn> columns = new ArrayList<>();
    private final @Nullable FeatureColumn[] columnByIndex;
    private final TargetColumn target;
    private final int maxNumbers;
    private int rows;
    private int rowsWithoutTarget;
    private long line;
    private boolean isTargetBlank;

    CsvDataSetBuilder(String sourceName, CsvSettings settings, CsvCallbackHandler.Header headerRow, int maxNumbers) {
        this.maxNumbers = maxNumbers;
        this.sourceName = sourceName;
        this.settings = settings;
        this.header = headerRow.names();
        validate(headerRow, sourceName, settings.format());
        int targetIndex = index("target", settings.target());
        target = new TargetColumn(
                settings.target(), targetIndex, settings.format().decimal());
        columnByIndex = new FeatureColumn[header.size()];
        settings.categories().forEach(name -> index("categories", name));
        if (settings.features().isEmpty()) {
            for (int i = 0; i < header.size(); i++) {
                if (i != targetIndex) {
                    columns.add(featureColumn(i));
                }
            }
        } else {
            for (String feature : settings.features()) {
                columns.add(featureColumn(index("features", feature)));
            }
        }
    }

    private FeatureColumn featureColumn(int index) {
        FeatureColumn column = columnByIndex[index];
        if (column == null) {
            String name = header.get(index);
            DecimalMark decimal = settings.format().decimal();
            column = settings.categories().contains(name)
                    ? new CategoryColumn(name, index, decimal, sourceName)
                    : new NumberColumn(name, index, decimal);
            columnByIndex[index] = column;
        }
        return column;
    }

    /**
     * Checks that the header names every column exactly once.
     *
     * @throws InvalidInputException if it does not
     */
    static void validate(CsvCallbackHandler.Header headerRow, String sourceName, CsvFormat format) {
        List<String> header = headerRow.names();
        SourceLocation line = SourceLocation.line(sourceName, headerRow.line());
        if (format.separator() == FieldSeparator.COMMA
                && header.size() == 1
                && header.get(0).matches(".*[;\t].*")) {
            String separator = header.get(0).contains(";") ? "\";\"" : "\"\\t\"";
            throw new InvalidInputException(line, Rule.CSV_SEPARATOR, separator);
        }
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!seen.add(name)) {
                throw new InvalidInputException(line, Rule.CSV_COLUMN_TWICE, name);
            }
        }
    }

    /**
     * Checks that a row has one cell for each column.
     *
     * @throws InvalidInputException if it does not
     */
    static void validate(String sourceName, long line, int columns, int cells) {
        if (cells != columns) {
            throw new InvalidInputException(SourceLocation.line(sourceName, line), Rule.CSV_RAGGED_ROW, columns, cells);
        }
    }

    /**
     * Checks that there is room for one more row.
     *
     * @throws InvalidInputException if there is not
     */
    static void checkRowLimit(String sourceName, long line, int rows) {
        if (rows == CsvDataReader.MAX_ROWS) {
            throw new InvalidInputException(sourceName, Rule.CSV_TOO_MANY_ROWS, line);
        }
    }

    private int index(String key, String column) {
        int index = header.indexOf(column);
        if (index < 0) {
            throw ClosestMatch.near(column, header)
                    .map(nearest ->
                            new InvalidInputException("data." + key, Rule.UNKNOWN_COLUMN, sourceName, column, nearest))
                    .orElseGet(() -> new InvalidInputException("data." + key, Rule.NO_NEAR_COLUMN, sourceName, column));
        }
        return index;
    }

    @Override
    public void beginRow(long newLine) {
        line = newLine;
        isTargetBlank = true;
    }

    @Override
    public void handleCell(int column, char[] text, int from, int to) {
        if (column >= columnByIndex.length) {
            return;
        }
        if (column == target.index()) {
            isTargetBlank = settings.missing().fills() ? MissingMarkers.isMissing(text, from, to) : from == to;
            if (to - from > TargetColumn.MAX_LABEL_LENGTH) {
                throw new InvalidInputException(cell(line, target.name()), Rule.CSV_LONG_CELL, to - from);
            }
            if (!isTargetBlank) {
                target.add(text, from, to, line);
            }
        }
        FeatureColumn feature = columnByIndex[column];
        if (feature != null) {
            feature.add(text, from, to, line);
        }
    }

    @Override
    public void endRow(int cells) {
        validate(sourceName, line, header.size(), cells);
        checkRowLimit(sourceName, line, rows);
        if (isTargetBlank && settings.missing() != MissingValues.REFUSE) {
            for (FeatureColumn column : columnByIndex) {
                if (column != null) {
                    column.removeLast();
                }
            }
            rowsWithoutTarget++;
            return;
        }
        if (isTargetBlank) {
            throw new InvalidInputException(cell(line, target.name()), Rule.EMPTY);
        }
        if (target.isUnusable()) {
            throw new InvalidInputException(
                    SourceLocation.column(sourceName, target.name()), Rule.NUMBER_OR_CLASSES, TargetColumn.MAX_CLASSES);
        }
        rows++;
        if (settings.features().isEmpty()) {
            removeTextColumns();
        }
        if ((long) rows * columns.size() > maxNumbers) {
            throw new InvalidInputException(sourceName, Rule.CSV_TOO_MANY_NUMBERS, maxNumbers, line);
        }
    }

    private void removeTextColumns() {
        for (int i = columns.size() - 1; i >= 0; i--) {
            if (columns.get(i) instanceof NumberColumn column && column.isText()) {
                columns.remove(i);
                columnByIndex[column.index()] = null;
            }
        }
    }

    /**
     * Returns the rows so far. Depending on the settings, rows with a missing feature are kept, dropped, or cause an
     * error, and rows without a target are dropped or have caused an error.
     *
     * @throws InvalidInputException if the table cannot be used as a data set
     */
    DataSet toDataSet() {
        if (rows == 0) {
            throw new InvalidInputException(sourceName, Rule.CSV_NO_ROWS);
        }
        if (settings.features().isEmpty()) {
            columns.removeIf(column -> column instanceof NumberColumn numbers && numbers.hasNoNumbers());
        }
        if (columns.isEmpty()) {
            throw new InvalidInputException(sourceName, Rule.NO_NUMERIC_COLUMN, target.name());
        }
        int[] keptRows = selectRows();
        if (keptRows.length < 2) {
            throw new InvalidInputException(sourceName, Rule.CSV_TOO_FEW_ROWS, keptRows.length, droppedCount(keptRows));
        }
        PredictionTask task = task(keptRows);
        List<EncodedFeature> encoded = columns.stream()
                .flatMap(column -> column.encoded(settings.missing()).stream())
                .toList();
        if ((long) keptRows.length * encoded.size() > maxNumbers) {
            throw new InvalidInputException(sourceName, Rule.CSV_TOO_MANY_NUMBERS, maxNumbers, line);
        }
        DMatrixRMaj features = new DMatrixRMaj(keptRows.length, encoded.size());
        for (int j = 0; j < encoded.size(); j++) {
            encoded.get(j).copyTo(keptRows, features.data, j, encoded.size());
        }
        TargetColumn.TargetValues targets =
                task == PredictionTask.REGRESSION ? target.numericTargets(keptRows) : target.classes(keptRows);
        if (task == PredictionTask.CLASSIFICATION && targets.classNames().size() < 2) {
            throw new InvalidInputException(
                    SourceLocation.column(sourceName, target.name()),
                    Rule.SINGLE_CLASS_COLUMN,
                    targets.classNames().get(0));
        }
        List<String> names = encoded.stream().map(EncodedFeature::name).toList();
        return new DataSet(
                sourceName,
                features,
                targets.targets(),
                new DataSet.Columns(names, target.name(), task, targets.classNames()),
                droppedCount(keptRows),
                null,
                preparation(encoded));
    }

    private FeaturePreparation preparation(List<EncodedFeature> encoded) {
        boolean gaps = columns.stream().anyMatch(column -> column.firstInvalidCell() != null);
        return new FeaturePreparation(
                gaps && settings.missing().fills() ? settings.missing() : MissingValues.REFUSE,
                IntStream.range(0, encoded.size())
                        .filter(j -> encoded.get(j).indicator())
                        .boxed()
                        .collect(Collectors.toSet()));
    }

    private PredictionTask task(int[] keptRows) {
        PredictionTask requestedTask = settings.task();
        boolean regression = requestedTask == null
                ? target.isNumeric() && target.hasManyNumbers(keptRows)
                : requestedTask == PredictionTask.REGRESSION;
        NumberColumn.InvalidCell fault = target.firstInvalidCell();
        if (fault != null && (regression || target.isNumeric())) {
            throw fault.toException(cell(fault.line(), target.name()));
        }
        if (!regression && target.hasTooManyClasses()) {
            throw new InvalidInputException(
                    SourceLocation.column(sourceName, target.name()), Rule.TOO_MANY_CLASSES, TargetColumn.MAX_CLASSES);
        }
        return regression ? PredictionTask.REGRESSION : PredictionTask.CLASSIFICATION;
    }

    private int[] selectRows() {
        if (settings.missing() == MissingValues.DROP) {
            return IntStream.range(0, rows).filter(this::isComplete).toArray();
        }
        if (settings.missing().fills()) {
            return IntStream.range(0, rows).toArray();
        }
        NumberColumn.InvalidCell first = null;
        String where = "";
        for (FeatureColumn column : columns) {
            NumberColumn.InvalidCell fault = column.firstInvalidCell();
            if (fault != null && (first == null || fault.line() < first.line())) {
                first = fault;
                where = column.name();
            }
        }
        if (first != null) {
            throw first.toException(cell(first.line(), where));
        }
        return IntStream.range(0, rows).toArray();
    }

    private boolean isComplete(int row) {
        for (FeatureColumn column : columns) {
            if (column.isMissing(row)) {
                return false;
            }
        }
        return true;
    }

    private int droppedCount(int[] keptRows) {
        return rows - keptRows.length + rowsWithoutTarget;
    }

    private SourceLocation cell(long line, String column) {
        return SourceLocation.cell(sourceName, line, column);
    }
}

package hyperlab.file.optuna;

import com.fasterxml.jackson.databind.node.TextNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import hyperlab.file.disk.InputFile;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.rule.SourceLocation;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.TrialCurve;
import hyperlab.tune.TuningStudy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a table of trials as Optuna's {@code trials_dataframe().to_csv()} writes it. The table has neither the
 * distributions nor the direction: the range of each parameter is that of the trials, on a log scale from a ratio of
 * {@value #LOG_RATIO} on, and smaller values are taken as better.
 */
final class OptunaTable {
    private static final String PARAMETER = "params_";
    private static final String ATTRIBUTE = "user_attrs_";
    private static final double LOG_RATIO = 100;
    private static final Pattern DURATION =
            Pattern.compile("(?:(\\d+) days? )?\\+?(\\d+):(\\d{1,2}):(\\d{1,2}(?:\\.\\d+)?)");

    private final String label;
    private final List<String> header;
    private final List<NamedCsvRecord> rows = new ArrayList<>();

    private OptunaTable(String label, List<String> header) {
        this.label = label;
        this.header = header;
    }

    /** Whether a line is the header of such a table. */
    static boolean isHeader(String line) {
        List<String> cells = Arrays.asList(line.replace("\"", "").split(",", -1));
        return cells.contains("number")
                && cells.contains("state")
                && cells.stream().anyMatch(cell -> cell.startsWith(PARAMETER));
    }

    static OptunaRecord read(Path path) {
        String text = InputFile.readText(path, OptunaJournal.MAX_BYTES);
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            OptunaTable table = null;
            for (NamedCsvRecord row : reader) {
                table = table == null ? new OptunaTable(path.toString(), row.getHeader()) : table;
                table.rows.add(row);
            }
            if (table == null) {
                throw new InvalidInputException(path.toString(), Rule.OPTUNA_NO_TRIAL);
            }
            return table.record();
        } catch (CsvParseException e) {
            throw new InvalidInputException(path.toString(), Rule.OPTUNA_UNKNOWN).withCause(e);
        } catch (IOException e) {
            throw new InvalidInputException(path.toString(), Rule.OPTUNA_UNKNOWN).withCause(e);
        }
    }

    private OptunaRecord record() {
        if (header.stream().anyMatch(name -> name.matches("values_\\w+"))) {
            throw new InvalidInputException(label, Rule.OPTUNA_OBJECTIVES);
        }
        if (rows.size() > TuningStudy.MAX_TRIALS) {
            throw new InvalidInputException(label, Rule.AT_MOST_ENTRIES, TuningStudy.MAX_TRIALS, rows.size());
        }
        Map<String, SearchDimension> space = new LinkedHashMap<>();
        for (String column : header) {
            if (column.startsWith(PARAMETER)) {
                List<String> cells = rows.stream()
                        .map(row -> cell(row, column))
                        .filter(cell -> !cell.isEmpty())
                        .toList();
                if (!cells.isEmpty()) {
                    space.put(column.substring(PARAMETER.length()), dimension(cells, column));
                }
            }
        }
        List<OptunaTrial> trials = new ArrayList<>();
        rows.forEach(row -> trials.add(trial(row, space)));
        trials.sort(Comparator.comparingInt(OptunaTrial::number));
        return new OptunaRecord(false, false, space, Map.of(), trials, false);
    }

    private OptunaTrial trial(NamedCsvRecord row, Map<String, SearchDimension> space) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String column : header) {
            String cell = cell(row, column);
            if (column.startsWith(PARAMETER) && !cell.isEmpty()) {
                String key = column.substring(PARAMETER.length());
                values.put(
                        key,
                        space.get(key) instanceof SearchDimension.CategoricalDimension ? json(cell) : number(cell));
            } else if (column.startsWith(ATTRIBUTE) && !cell.isEmpty()) {
                attributes.put(column.substring(ATTRIBUTE.length()), cell);
            }
        }
        String value = cell(row, "value");
        return new OptunaTrial(
                (int) parse(row, "number", cell(row, "number")),
                state(row),
                values,
                value.isEmpty() ? Double.NaN : parse(row, "value", value),
                attributes,
                TrialCurve.EMPTY,
                -1,
                seconds(cell(row, "duration")));
    }

    private OptunaTrial.OptunaState state(NamedCsvRecord row) {
        String name = cell(row, "state").replace("TrialState.", "");
        return Arrays.stream(OptunaTrial.OptunaState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        SourceLocation.cell(label, row.getStartingLineNumber(), "state"),
                        Rule.ONE_OF,
                        "COMPLETE, PRUNED, FAIL, RUNNING, WAITING",
                        name));
    }

    private double parse(NamedCsvRecord row, String column, String cell) {
        try {
            return Double.parseDouble(cell.replace("inf", "Infinity"));
        } catch (NumberFormatException e) {
            throw new InvalidInputException(
                    SourceLocation.cell(label, row.getStartingLineNumber(), column), Rule.NUMBER, cell);
        }
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }

    private SearchDimension dimension(List<String> cells, String column) {
        boolean numeric = cells.stream().allMatch(OptunaTable::isNumber);
        try {
            if (!numeric || cells.stream().distinct().count() == 1) {
                return new SearchDimension.CategoricalDimension(new ArrayList<>(
                        new TreeSet<>(cells.stream().map(OptunaTable::json).toList())));
            }
            double[] numbers = cells.stream().mapToDouble(Double::parseDouble).toArray();
            double low = Arrays.stream(numbers).min().orElseThrow();
            double high = Arrays.stream(numbers).max().orElseThrow();
            if (Arrays.stream(numbers).allMatch(number -> number == Math.rint(number))
                    && Math.abs(low) < 1e9
                    && high < 1e9) {
                return new SearchDimension.IntegerDimension((int) low, (int) high);
            }
            return low > 0 && high / low >= LOG_RATIO
                    ? new SearchDimension.LogDimension(low, high)
                    : new SearchDimension.LinearDimension(low, high);
        } catch (InvalidInputException error) {
            throw error.withPrefix(label + ", " + column);
        }
    }

    private static boolean isNumber(String cell) {
        try {
            return Double.isFinite(Double.parseDouble(cell));
        } catch (NumberFormatException text) {
            return false;
        }
    }

    /** A cell as JSON: True and False are those of Python, and a text that is JSON stays as it is. */
    private static String json(String cell) {
        if (isNumber(cell)) {
            return number(cell);
        }
        if (cell.equals("True") || cell.equals("False")) {
            return Boolean.toString(cell.equals("True"));
        }
        boolean isJson = cell.matches("\\[.*\\]|\\{.*\\}|\".*\"");
        return isJson ? cell : new TextNode(cell).toString();
    }

    /** A number as JSON; a whole one without a decimal point, which pandas adds if a cell of the column is empty. */
    private static String number(String cell) {
        double value = Double.parseDouble(cell);
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** Such as {@code 0 days 00:00:03.555781}; 0 for another form. */
    private static double seconds(String duration) {
        Matcher form = DURATION.matcher(duration);
        if (!form.matches()) {
            return 0;
        }
        double days = form.group(1) == null ? 0 : Double.parseDouble(form.group(1));
        return ((days * 24 + Double.parseDouble(form.group(2))) * 60 + Double.parseDouble(form.group(3))) * 60
                + Double.parseDouble(form.group(4));
    }
}

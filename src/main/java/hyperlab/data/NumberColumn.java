package hyperlab.data;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.rule.SourceLocation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A column of a CSV file that may be numeric; a cell that is not a finite number is stored as NaN. */
final class NumberColumn implements FeatureColumn {
    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");

    /** The number of characters to inspect in a cell that is not a number; the largest double has 309 digits. */
    private static final int MAX_WORD_LENGTH = 1000;

    private final String name;
    private final int index;
    private final char decimalMark;
    private double[] values = new double[16];
    private int rowCount;
    private int numberCount;
    private boolean containsText;
    private @Nullable InvalidCell firstInvalidCell;

    NumberColumn(String name, int index, DecimalMark decimal) {
        this.name = name;
        this.index = index;
        decimalMark = decimal.character();
    }

    /** The first cell that is not a finite number. */
    record InvalidCell(long line, String cell) {
        InvalidInputException toException(SourceLocation name) {
            if (cell.isEmpty()) {
                return new InvalidInputException(name, Rule.EMPTY);
            }
            return new InvalidInputException(
                    name, Rule.FINITE_NUMBER, '"' + (cell.length() > 40 ? cell.substring(0, 40) + "…" : cell) + '"');
        }
    }

    @Override
    public void add(char[] cell, int from, int to, long line) {
        if (rowCount == values.length) {
            values = Arrays.copyOf(values, rowCount + (rowCount >> 1));
        }
        double value = DecimalParser.parse(cell, from, to, decimalMark);
        values[rowCount++] = value;
        if (!Double.isNaN(value)) {
            numberCount++;
            return;
        }
        if (!containsText || firstInvalidCell == null) {
            String text = new String(cell, from, Math.min(MAX_WORD_LENGTH, to - from));
            containsText |= !text.isEmpty() && !isNotFinite(text);
            firstInvalidCell = firstInvalidCell == null ? new InvalidCell(line, text) : firstInvalidCell;
        }
    }

    @Override
    public void removeLast() {
        rowCount--;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int index() {
        return index;
    }

    double value(int row) {
        return values[row];
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    @Override
    public List<EncodedFeature> encoded(MissingValues missing) {
        EncodedFeature numbers = new EncodedFeature(name, false, this::value);
        return missing == MissingValues.CATEGORY && firstInvalidCell != null
                ? List.of(numbers, EncodedFeature.indicator(name, EncodedFeature.MISSING, this::isMissing))
                : List.of(numbers);
    }

    /** Whether any cell so far is neither empty nor a number. */
    boolean isText() {
        return containsText;
    }

    /** Whether no cell so far is a finite number. */
    boolean hasNoNumbers() {
        return numberCount == 0;
    }

    @Override
    public @Nullable InvalidCell firstInvalidCell() {
        return firstInvalidCell;
    }

    /**
     * Whether a cell is a number that is not finite or too large for a double: {@code NaN}, {@code -inf},
     * {@code 1e999}.
     */
    static boolean isNotFinite(String cell) {
        String unsigned = cell.startsWith("-") || cell.startsWith("+") ? cell.substring(1) : cell;
        if (NOT_FINITE.contains(unsigned.toLowerCase(Locale.ROOT))) {
            return true;
        }
        return !unsigned.isEmpty() && Character.isDigit(unsigned.charAt(0)) && overflows(cell);
    }

    private static boolean overflows(String cell) {
        try {
            return Double.isInfinite(Double.parseDouble(cell));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}

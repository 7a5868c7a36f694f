package hyperlab.data;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.rule.SourceLocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A column of a CSV file whose different values are categories. Equal numbers such as 1 and 1.0 are one category, named
 * after its first spelling. The categories are those of all rows, so that the number of features does not depend on how
 * the rows are split.
 */
final class CategoryColumn implements FeatureColumn {
    private static final int GAP = -1;

    private final String name;
    private final int index;
    private final String sourceName;
    private final char decimalMark;
    private final Map<Object, Integer> categories = new HashMap<>();
    private final List<String> spellings = new ArrayList<>();
    private int[] rowCategories = new int[16];
    private int rowCount;
    private NumberColumn.@Nullable InvalidCell firstInvalidCell;

    CategoryColumn(String name, int index, DecimalMark decimal, String sourceName) {
        this.name = name;
        this.index = index;
        this.sourceName = sourceName;
        decimalMark = decimal.character();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public void add(char[] cell, int from, int to, long line) {
        if (rowCount == rowCategories.length) {
            rowCategories = Arrays.copyOf(rowCategories, rowCount + (rowCount >> 1));
        }
        rowCategories[rowCount++] = category(cell, from, to, line);
    }

    @Override
    public void removeLast() {
        rowCount--;
    }

    private int category(char[] cell, int from, int to, long line) {
        if (MissingMarkers.isMissing(cell, from, to)) {
            firstInvalidCell = firstInvalidCell == null ? new NumberColumn.InvalidCell(line, "") : firstInvalidCell;
            return GAP;
        }
        if (to - from > TargetColumn.MAX_LABEL_LENGTH) {
            throw new InvalidInputException(SourceLocation.cell(sourceName, line, name), Rule.CSV_LONG_CELL, to - from);
        }
        String spelling = new String(cell, from, to - from);
        double number = DecimalParser.parse(cell, from, to, decimalMark);
        Object key = Double.isNaN(number) ? spelling : (Object) (number + 0.0);
        Integer known = categories.get(key);
        if (known != null) {
            return known;
        }
        if (spellings.size() == CsvSettings.MAX_CATEGORIES) {
            throw new InvalidInputException(
                    SourceLocation.column(sourceName, name), Rule.TOO_MANY_CATEGORIES, CsvSettings.MAX_CATEGORIES);
        }
        categories.put(key, spellings.size());
        spellings.add(spelling);
        return spellings.size() - 1;
    }

    @Override
    public boolean isMissing(int row) {
        return rowCategories[row] == GAP;
    }

    @Override
    public NumberColumn.@Nullable InvalidCell firstInvalidCell() {
        return firstInvalidCell;
    }

    /** One feature for each category: numbers in order, then words in the order of {@link String#compareTo}. */
    @Override
    public List<EncodedFeature> encoded(MissingValues missing) {
        Map<Double, Integer> numbers = new TreeMap<>();
        Map<String, Integer> words = new TreeMap<>();
        categories.forEach((key, category) -> {
            if (key instanceof Double number) {
                numbers.put(number, category);
            } else {
                words.put((String) key, category);
            }
        });
        List<Integer> order = new ArrayList<>(numbers.values());
        order.addAll(words.values());
        List<EncodedFeature> features = new ArrayList<>();
        for (int category : order) {
            features.add(
                    EncodedFeature.indicator(name, spellings.get(category), row -> rowCategories[row] == category));
        }
        if (missing.fills() && firstInvalidCell != null) {
            features.add(EncodedFeature.indicator(name, EncodedFeature.MISSING, this::isMissing));
        }
        return features;
    }
}

package hyperlab.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The column to predict. It collects numbers and class labels at the same time: it is numeric while no cell is text,
 * and categorical while there are not too many labels.
 */
final class TargetColumn {
    /** The maximum number of classes, equal to the maximum number of units of a layer. */
    static final int MAX_CLASSES = 4096;

    /** By default, a numeric column with more different values than this makes the task a regression. */
    static final int MAX_NUMERIC_CLASSES = 20;

    /** The maximum length of a class name. All names are stored, and long text in every cell would fill the memory. */
    static final int MAX_LABEL_LENGTH = 1000;

    private final NumberColumn numbers;
    private final Map<String, Integer> labels = new LinkedHashMap<>();
    private int[] labelIndices = new int[16];
    private int count;
    private boolean tooManyLabels;

    TargetColumn(String name, int index, DecimalMark decimal) {
        numbers = new NumberColumn(name, index, decimal);
    }

    /** Targets in the form that a data set uses; no class names for a regression. */
    record TargetValues(double[] targets, List<String> classNames) {}

    void add(char[] cell, int from, int to, long line) {
        numbers.add(cell, from, to, line);
        if (!tooManyLabels) {
            String label = new String(cell, from, to - from);
            if (count == labelIndices.length) {
                labelIndices = Arrays.copyOf(labelIndices, count + (count >> 1));
            }
            labelIndices[count] = labels.computeIfAbsent(label, newLabel -> labels.size());
            tooManyLabels = labels.size() > MAX_CLASSES;
        }
        count++;
    }

    String name() {
        return numbers.name();
    }

    int index() {
        return numbers.index();
    }

    boolean isNumeric() {
        return !numbers.isText();
    }

    boolean hasTooManyClasses() {
        return tooManyLabels;
    }

    /** Whether it can be neither numeric nor categorical. */
    boolean isUnusable() {
        return tooManyLabels && numbers.isText();
    }

    NumberColumn.@Nullable InvalidCell firstInvalidCell() {
        return numbers.firstInvalidCell();
    }

    /** Whether these rows have too many different numbers for classes. */
    boolean hasManyNumbers(int[] rows) {
        TreeSet<Double> distinctNumbers = new TreeSet<>();
        for (int row : rows) {
            distinctNumbers.add(number(row));
            if (distinctNumbers.size() > MAX_NUMERIC_CLASSES) {
                return true;
            }
        }
        return false;
    }

    /** The numeric targets of these rows. */
    TargetValues numericTargets(int[] rows) {
        return new TargetValues(Arrays.stream(rows).mapToDouble(this::number).toArray(), List.of());
    }

    /**
     * The classes of these rows, with indices in sorted order. If all cells are numbers, they are sorted by value, and
     * equal numbers such as 1 and 1.0 are one class, named after its first spelling. Otherwise the order is that of
     * {@link String#compareTo}.
     */
    TargetValues classes(int[] rows) {
        return isNumeric() ? numericClasses(rows) : textClasses(rows);
    }

    private TargetValues numericClasses(int[] rows) {
        List<String> spellings = new ArrayList<>(labels.keySet());
        TreeMap<Double, String> names = new TreeMap<>();
        for (int row : rows) {
            names.putIfAbsent(number(row), spellings.get(labelIndices[row]));
        }
        List<Double> sorted = new ArrayList<>(names.keySet());
        Map<Double, Integer> classIndices = new LinkedHashMap<>();
        sorted.forEach(value -> classIndices.put(value, classIndices.size()));
        double[] targets = Arrays.stream(rows)
                .mapToDouble(row -> classIndices.getOrDefault(number(row), -1))
                .toArray();
        return new TargetValues(targets, List.copyOf(names.values()));
    }

    private TargetValues textClasses(int[] rows) {
        List<String> spellings = new ArrayList<>(labels.keySet());
        TreeMap<String, Integer> classIndices = new TreeMap<>();
        for (int row : rows) {
            classIndices.put(spellings.get(labelIndices[row]), 0);
        }
        int next = 0;
        for (Map.Entry<String, Integer> entry : classIndices.entrySet()) {
            entry.setValue(next++);
        }
        double[] targets = Arrays.stream(rows)
                .mapToDouble(row -> classIndices.getOrDefault(spellings.get(labelIndices[row]), -1))
                .toArray();
        return new TargetValues(targets, List.copyOf(classIndices.keySet()));
    }

    /** Adding 0.0 turns a negative zero into zero. */
    private double number(int row) {
        return numbers.value(row) + 0.0;
    }
}

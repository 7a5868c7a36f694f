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
    static final int MOST_CLASSES = 4096;

    /** By default, a numeric column with more different values than this makes the task a regression. */
    static final int MOST_NUMERIC_CLASSES = 20;

    /** The maximum length of a class name. All names are stored, and long text in every cell would fill the memory. */
    static final int LONGEST_LABEL = 1000;

    private final NumberColumn numbers;
    private final Map<String, Integer> labels = new LinkedHashMap<>();
    private int[] labelOf = new int[16];
    private int count;
    private boolean tooManyLabels;

    TargetColumn(String name, int index) {
        numbers = new NumberColumn(name, index);
    }

    /** Targets in the form that a data set uses; no class names for a regression. */
    record Targets(double[] targets, List<String> classNames) {}

    void add(char[] cell, int from, int to, long line) {
        numbers.add(cell, from, to, line);
        if (!tooManyLabels) {
            String label = new String(cell, from, to - from);
            if (count == labelOf.length) {
                labelOf = Arrays.copyOf(labelOf, count + (count >> 1));
            }
            labelOf[count] = labels.computeIfAbsent(label, unseen -> labels.size());
            tooManyLabels = labels.size() > MOST_CLASSES;
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
    boolean isHopeless() {
        return tooManyLabels && numbers.isText();
    }

    NumberColumn.@Nullable Fault fault() {
        return numbers.fault();
    }

    /** Whether these rows have too many different numbers for classes. */
    boolean isVaried(int[] rows) {
        TreeSet<Double> different = new TreeSet<>();
        for (int row : rows) {
            different.add(number(row));
            if (different.size() > MOST_NUMERIC_CLASSES) {
                return true;
            }
        }
        return false;
    }

    /** The numeric targets of these rows. */
    Targets values(int[] rows) {
        return new Targets(Arrays.stream(rows).mapToDouble(this::number).toArray(), List.of());
    }

    /**
     * The classes of these rows, with indices in sorted order. If all cells are numbers, they are sorted by value, and
     * equal numbers such as 1 and 1.0 are one class, named after its first spelling. Otherwise the order is that of
     * {@link String#compareTo}.
     */
    Targets classes(int[] rows) {
        return isNumeric() ? numericClasses(rows) : textClasses(rows);
    }

    private Targets numericClasses(int[] rows) {
        List<String> spellings = new ArrayList<>(labels.keySet());
        TreeMap<Double, String> names = new TreeMap<>();
        for (int row : rows) {
            names.putIfAbsent(number(row), spellings.get(labelOf[row]));
        }
        List<Double> sorted = new ArrayList<>(names.keySet());
        Map<Double, Integer> place = new LinkedHashMap<>();
        sorted.forEach(value -> place.put(value, place.size()));
        double[] targets = Arrays.stream(rows)
                .mapToDouble(row -> place.getOrDefault(number(row), -1))
                .toArray();
        return new Targets(targets, List.copyOf(names.values()));
    }

    private Targets textClasses(int[] rows) {
        List<String> spellings = new ArrayList<>(labels.keySet());
        TreeMap<String, Integer> place = new TreeMap<>();
        for (int row : rows) {
            place.put(spellings.get(labelOf[row]), 0);
        }
        int next = 0;
        for (Map.Entry<String, Integer> entry : place.entrySet()) {
            entry.setValue(next++);
        }
        double[] targets = Arrays.stream(rows)
                .mapToDouble(row -> place.getOrDefault(spellings.get(labelOf[row]), -1))
                .toArray();
        return new Targets(targets, List.copyOf(place.keySet()));
    }

    /** Adding 0.0 turns a negative zero into zero. */
    private double number(int row) {
        return numbers.value(row) + 0.0;
    }
}

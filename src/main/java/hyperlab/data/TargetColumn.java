package hyperlab.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The column to predict: numbers as long as every cell is one, and classes as long as there are not too many. */
final class TargetColumn {
    /** Different cells before a column is taken for no set of classes: as many as a layer may have units. */
    static final int MOST_CLASSES = 4096;

    /** A numeric column with more different values than this is a regression, unless told otherwise. */
    static final int MOST_NUMERIC_CLASSES = 20;

    /** Longer names of classes are refused: each is kept, and a whole text in every cell would fill the memory. */
    static final int LONGEST_LABEL = 1000;

    private final NumberColumn numbers;
    private final Map<String, Integer> labels = new LinkedHashMap<>();
    private int[] labelOf = new int[16];
    private int count;
    private boolean tooManyLabels;

    TargetColumn(String name, int index) {
        numbers = new NumberColumn(name, index);
    }

    /** Targets as a data set has them; no class names for a regression. */
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

    /** Whether it can be neither numbers nor classes. */
    boolean isHopeless() {
        return tooManyLabels && numbers.isText();
    }

    NumberColumn.@Nullable Fault fault() {
        return numbers.fault();
    }

    /** Whether these rows hold too many different numbers for classes. */
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

    /** The numbers of these rows. */
    Targets values(int[] rows) {
        return new Targets(Arrays.stream(rows).mapToDouble(this::number).toArray(), List.of());
    }

    /**
     * The classes that these rows have, numbered in sorted order: by value where all cells are numbers (one class for
     * 1 and 1.0, called as it is written first), as {@link String#compareTo} orders them otherwise.
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

    /** A negative zero counts as zero. */
    private double number(int row) {
        return numbers.value(row) + 0.0;
    }
}

package hyperlab.file.log;

import hyperlab.log.LogColumn;
import java.util.Arrays;

/** Collects the cells of a column that have numbers. */
final class ColumnBuilder {
    private final String name;
    private int[] rows = new int[64];
    private double[] values = new double[64];
    private int size;

    ColumnBuilder(String name) {
        this.name = name;
    }

    void add(int row, double value) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        rows[size] = row;
        values[size] = value;
        size++;
    }

    int size() {
        return size;
    }

    LogColumn toColumn() {
        return new LogColumn(name, Arrays.copyOf(rows, size), Arrays.copyOf(values, size));
    }
}

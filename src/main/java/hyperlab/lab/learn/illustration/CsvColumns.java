package hyperlab.lab.learn.illustration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Formats the data of a chart as CSV. */
final class CsvColumns {
    private CsvColumns() {}

    /** @param columns columns of equal length, with the headings {@code names} */
    static String toCsv(List<String> names, double[]... columns) {
        StringBuilder text = new StringBuilder(String.join(",", names)).append('\n');
        for (int row = 0; row < columns[0].length; row++) {
            int rowIndex = row;
            text.append(Arrays.stream(columns)
                            .map(column -> Double.toString(column[rowIndex]))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }

    /** The numbers from 0 to {@code count} − 1. */
    static double[] indices(int count) {
        return IntStream.range(0, count).asDoubleStream().toArray();
    }
}

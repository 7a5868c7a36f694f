package hyperlab.app.learn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numbers of a chart as comma-separated text. */
final class Columns {
    private Columns() {}

    /** @param columns of one length each, named by {@code names} */
    static String text(List<String> names, double[]... columns) {
        StringBuilder text = new StringBuilder(String.join(",", names)).append('\n');
        for (int row = 0; row < columns[0].length; row++) {
            int at = row;
            text.append(Arrays.stream(columns)
                            .map(column -> Double.toString(column[at]))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }

    /** 0, 1, … up to and without {@code count}. */
    static double[] counting(int count) {
        return IntStream.range(0, count).asDoubleStream().toArray();
    }
}

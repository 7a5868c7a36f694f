package hyperlab.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table for tests and benchmarks, with 49 columns of full-precision numbers and a class column with three classes.
 */
public final class LargeTable {
    private static final int NUMBERS = 49;
    private static final int DIFFERENT = 1_000;

    private LargeTable() {}

    public static void write(Path file, int rows) throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        List<String> lines = IntStream.range(0, DIFFERENT)
                .mapToObj(row -> IntStream.range(0, NUMBERS)
                        .mapToObj(i -> Double.toString(random.nextDouble(-100, 100)))
                        .collect(Collectors.joining(",", "", ",c" + row % 3 + "\n")))
                .toList();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(IntStream.range(0, NUMBERS).mapToObj(i -> "x" + i).collect(Collectors.joining(",", "", ",y\n")));
            for (int i = 0; i < rows; i++) {
                out.write(lines.get(i % DIFFERENT));
            }
        }
    }
}

package hyperlab.batch;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lists of batch sizes to compare. */
public final class BatchSizes {
    private static final int MIN_WITH_NEIGHBORS = 4;

    private BatchSizes() {}

    /** Returns 1, 2, 4, … below {@code samples}, followed by {@code samples} itself. */
    public static List<Integer> upTo(int samples) {
        return Stream.concat(powersBelow(samples), Stream.of(samples)).toList();
    }

    /** Returns the powers of two up to {@code largest} and, from 4 on, their neighbors, such as 31 and 33. */
    public static List<Integer> powersWithNeighbors(int maxSize) {
        TreeSet<Integer> sizes = new TreeSet<>();
        powersBelow(maxSize + 1).forEach(power -> {
            sizes.add(power);
            if (power >= MIN_WITH_NEIGHBORS) {
                sizes.add(power - 1);
                sizes.add(power + 1);
            }
        });
        return List.copyOf(sizes);
    }

    private static Stream<Integer> powersBelow(int limit) {
        return IntStream.iterate(1, power -> power > 0 && power < limit, power -> 2 * power)
                .boxed();
    }
}

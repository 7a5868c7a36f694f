package hyperlab.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    private static final int DRAWS = 200_000;
    private static final List<String> NAMES = List.of("weights", "split", "shuffle", "dropout", "noise", "data");

    @Test
    void sameSeedAndNameGiveTheSameDraws() {
        RandomStream one = RandomStream.named(42, "weights");
        RandomStream same = RandomStream.named(42, "weights");
        for (int i = 0; i < 100; i++) {
            assertEquals(one.nextLong(), same.nextLong());
        }
    }

    @Test
    void drawsAreStableAcrossVersions() {
        RandomStream stream = RandomStream.named(42, "weights");
        assertEquals(-7124421557725927010L, stream.nextLong());
        assertEquals(864561121864241745L, stream.nextLong());
    }

    @Test
    void streamsOfOtherNamesAndSeedsShareNoDraws() {
        Set<Long> seen = new HashSet<>();
        int draws = 0;
        for (long seed = -2; seed < 8; seed++) {
            for (String name : NAMES) {
                RandomStream stream = RandomStream.named(seed, name);
                for (int i = 0; i < 200; i++, draws++) {
                    seen.add(stream.nextLong());
                }
            }
        }
        assertEquals(draws, seen.size());
    }

    @Test
    void streamsOfOtherNamesAreUncorrelated() {
        for (int a = 0; a < NAMES.size(); a++) {
            for (int b = 0; b < a; b++) {
                RandomStream left = RandomStream.named(1, NAMES.get(a));
                RandomStream right = RandomStream.named(1, NAMES.get(b));
                double sum = 0;
                for (int i = 0; i < 20_000; i++) {
                    sum += (left.nextDouble() - 0.5) * (right.nextDouble() - 0.5);
                }
                // the variance of one product is 1/144; the tolerance is five standard errors
                assertEquals(0, sum / 20_000, 5 / (12 * Math.sqrt(20_000)));
            }
        }
    }

    @Test
    void streamResumesFromItsState() {
        RandomStream stream = RandomStream.named(1, "noise");
        stream.nextGaussian();
        RandomStream resumed = RandomStream.fromState(stream.state());
        assertEquals(stream.nextGaussian(), resumed.nextGaussian());
        assertEquals(stream.nextInt(7), resumed.nextInt(7));
    }

    @Test
    void doublesAreUniform() {
        RandomStream stream = RandomStream.named(1, "noise");
        moments(stream::nextDouble, 0.5, 1.0 / 12);
        moments(() -> stream.nextDouble(-3, 5), 1, 64.0 / 12);
        for (int i = 0; i < 1000; i++) {
            double draw = stream.nextDouble(-3, 5);
            assertTrue(draw >= -3 && draw < 5);
        }
    }

    @Test
    void gaussiansAreStandardNormal() {
        RandomStream stream = RandomStream.named(1, "noise");
        moments(stream::nextGaussian, 0, 1);
        int beyond = 0;
        for (int i = 0; i < DRAWS; i++) {
            beyond += Math.abs(stream.nextGaussian()) > 1.959964 ? 1 : 0;
        }
        assertEquals(0.05, beyond / (double) DRAWS, 5 * Math.sqrt(0.05 * 0.95 / DRAWS));
    }

    private static void moments(DoubleSupplier draw, double mean, double variance) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double off = draw.getAsDouble() - mean;
            sum += off;
            squares += off * off;
        }
        assertEquals(0, sum / DRAWS, 5 * Math.sqrt(variance / DRAWS));
        assertEquals(variance, squares / DRAWS, 5 * variance * Math.sqrt(2.0 / DRAWS));
    }

    @Test
    void boundedIntegersAreUniform() {
        RandomStream stream = RandomStream.named(1, "split");
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) {
            counts[stream.nextInt(7)]++;
        }
        for (int count : counts) {
            assertEquals(10_000, count, 5 * Math.sqrt(70_000.0 * 6 / 49));
        }
        assertEquals(0, stream.nextInt(1));
        int largest = stream.nextInt(Integer.MAX_VALUE);
        assertTrue(largest >= 0);
        assertThrows(IllegalArgumentException.class, () -> stream.nextInt(0));
    }

    @Test
    void shufflePreservesEveryElementAndReachesEveryPosition() {
        RandomStream stream = RandomStream.named(1, "shuffle");
        int[] firsts = new int[5];
        for (int i = 0; i < 10_000; i++) {
            int[] elements = IntStream.range(0, 5).toArray();
            stream.shuffle(elements);
            firsts[elements[0]]++;
            assertArrayEquals(
                    new int[] {0, 1, 2, 3, 4}, IntStream.of(elements).sorted().toArray());
        }
        for (int first : firsts) {
            assertEquals(2000, first, 5 * Math.sqrt(10_000 * 0.16));
        }
        assertNotEquals(0, stream.state());
    }
}

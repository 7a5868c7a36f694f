package hyperlab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hyperlab.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MiniBatchesTest {
    @Test
    void lastBatchHasRemainingSamples() {
        MiniBatches batches = batches(7, false);
        batches.startEpoch();

        assertEquals(List.of(3, 3, 1, 0), List.of(batches.next(3), batches.next(3), batches.next(3), batches.next(3)));
        assertFalse(batches.hasNext());
    }

    @Test
    void hasNoBatchBeforeFirstEpoch() {
        MiniBatches batches = batches(7, true);

        assertFalse(batches.hasNext());
        assertEquals(0, batches.next(3));
    }

    @Test
    void sizeMayChangeBetweenBatches() {
        MiniBatches batches = batches(10, true);
        batches.startEpoch();
        List<Integer> seen = new ArrayList<>();
        for (int size = 1; batches.hasNext(); size++) {
            int count = batches.next(size);
            for (int i = 0; i < count; i++) {
                seen.add(batches.order()[batches.offset() + i]);
            }
        }

        assertEquals(
                List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), seen.stream().sorted().toList());
    }

    @Test
    void fullPartIsOneBatch() {
        MiniBatches batches = batches(10, false);
        batches.startEpoch();

        assertEquals(10, batches.next(Integer.MAX_VALUE));
    }

    @Test
    void unshuffledUsesFileOrderWithoutRandomDraws() {
        RandomStream stream = RandomStream.named(1, "shuffle");
        MiniBatches batches = new MiniBatches(4, false, stream);
        batches.startEpoch();

        assertArrayEquals(new int[] {0, 1, 2, 3}, batches.order());
        assertEquals(RandomStream.named(1, "shuffle").state(), stream.state());
    }

    @Test
    void everyEpochDrawsNewOrder() {
        MiniBatches batches = batches(50, true);
        batches.startEpoch();
        int[] first = batches.order().clone();
        batches.startEpoch();

        assertFalse(Arrays.equals(first, batches.order()));
    }

    private static MiniBatches batches(int rows, boolean shuffle) {
        return new MiniBatches(rows, shuffle, RandomStream.named(1, "shuffle"));
    }
}

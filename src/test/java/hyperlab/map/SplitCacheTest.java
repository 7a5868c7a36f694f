package hyperlab.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.data.DataSettings;
import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitCacheTest {
    /** Each sample has two features and a target. */
    private static final int NUMBERS =
            3 * DataSplitter.loadAndSplit(DataSettings.DEFAULT, 0, null).all().samples();

    private final List<Long> created = new ArrayList<>();

    private DataSplit create(SplitCache.SplitKey key) {
        created.add(key.seed());
        return DataSplitter.loadAndSplit(key.data(), key.seed(), null);
    }

    private void use(SplitCache cache, long... seeds) {
        for (long seed : seeds) {
            cache.get(new SplitCache.SplitKey(DataSettings.DEFAULT, seed), this::create);
        }
    }

    @Test
    void keepsAsManySplitsAsFit() {
        use(new SplitCache(2L * NUMBERS), 1, 2, 1, 2);
        assertEquals(List.of(1L, 2L), created);
    }

    @Test
    void dropsTheSplitThatWasNotUsedForLongest() {
        use(new SplitCache(2L * NUMBERS), 1, 2, 1, 3, 1, 2);
        assertEquals(List.of(1L, 2L, 3L, 2L), created);
    }

    @Test
    void countsTheNumbersOfTheSplitsAndNotTheSplits() {
        use(new SplitCache(2L * NUMBERS - 1), 1, 2, 1);
        assertEquals(List.of(1L, 2L, 1L), created);
    }

    @Test
    void keepsOneSplitThatAloneExceedsTheLimit() {
        use(new SplitCache(1), 1, 1, 2, 2, 1);
        assertEquals(List.of(1L, 2L, 1L), created);
    }
}

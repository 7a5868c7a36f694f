package hyperlab.map;

import hyperlab.data.DataSet;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplit;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The splits that were used last, up to a limit of memory. Thread-safe. */
final class SplitCache {
    private final long maxNumbers;
    private final Map<SplitKey, DataSplit> splits = new LinkedHashMap<>(16, 0.75F, true);
    private long numbers;

    /** What determines a split. */
    record SplitKey(DataSettings data, long seed) {}

    /**
     * Creates an empty cache.
     *
     * @param maxNumbers the most features and targets that all splits together have, 8 bytes each; a single split may
     *     have more
     */
    SplitCache(long maxNumbers) {
        this.maxNumbers = maxNumbers;
    }

    /**
     * Returns the split of a key, and drops those that were not used for longest if there are too many.
     *
     * @param create creates a split that is not kept, on one thread at a time
     */
    synchronized DataSplit get(SplitKey key, Function<SplitKey, DataSplit> create) {
        DataSplit known = splits.get(key);
        if (known != null) {
            return known;
        }
        DataSplit created = create.apply(key);
        numbers += numbers(created);
        for (Iterator<DataSplit> eldest = splits.values().iterator(); numbers > maxNumbers && eldest.hasNext(); ) {
            numbers -= numbers(eldest.next());
            eldest.remove();
        }
        splits.put(key, created);
        return created;
    }

    /** The numbers in the copies of the rows. Splits without gaps share the rows of the source. */
    private static long numbers(DataSplit split) {
        return Stream.of(split.train(), split.validation(), split.test())
                .mapToLong(SplitCache::numbers)
                .sum();
    }

    private static long numbers(DataSet rows) {
        return (long) rows.samples() * (rows.features().numCols + 1);
    }
}

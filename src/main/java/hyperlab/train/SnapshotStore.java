package hyperlab.train;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots of epochs in bounded memory. All are kept while they fit. After that every second one is dropped,
 * repeatedly if necessary, but never the first or the last.
 */
final class SnapshotStore {
    private final TreeMap<Integer, Snapshot> byEpoch = new TreeMap<>();
    private final long maxBytes;
    private long bytes;
    private int stride = 1;

    SnapshotStore(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Whether the snapshot of an epoch fits the current spacing, so that it would not be dropped soon. */
    boolean shouldStore(int epoch) {
        return byEpoch.isEmpty() || (epoch - byEpoch.firstKey()) % stride == 0;
    }

    /** Adds a snapshot. It replaces an earlier snapshot of the same epoch. */
    void add(Snapshot snapshot) {
        Snapshot replaced = byEpoch.put(snapshot.epoch(), snapshot);
        bytes += snapshot.bytes() - (replaced == null ? 0 : replaced.bytes());
        while (bytes > maxBytes && byEpoch.size() > 2) {
            thin();
        }
    }

    private void thin() {
        stride *= 2;
        int first = byEpoch.firstKey();
        int last = byEpoch.lastKey();
        byEpoch.values().removeIf(snapshot -> {
            boolean dropped = snapshot.epoch() != last && (snapshot.epoch() - first) % stride != 0;
            bytes -= dropped ? snapshot.bytes() : 0;
            return dropped;
        });
    }

    /** The latest snapshot at or before an epoch; null if there is none. */
    @Nullable
    Snapshot atOrBefore(int epoch) {
        Map.Entry<Integer, Snapshot> entry = byEpoch.floorEntry(epoch);
        return entry == null ? null : entry.getValue();
    }

    /** The earliest snapshot; null if there is none. */
    @Nullable
    Snapshot first() {
        return byEpoch.isEmpty() ? null : byEpoch.firstEntry().getValue();
    }

    /** The snapshots of epochs before this one, in order. */
    Collection<Snapshot> before(int epoch) {
        return byEpoch.headMap(epoch).values();
    }

    long bytes() {
        return bytes;
    }

    /** Removes all snapshots. */
    void clear() {
        byEpoch.clear();
        bytes = 0;
        stride = 1;
    }
}

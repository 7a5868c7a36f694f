package hyperlab.train;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots of epochs in bounded memory: every one while they fit; then every second is let go, as often as it takes, but
 * never the first or the last.
 */
final class KeptSnapshots {
    private final TreeMap<Integer, Snapshot> byEpoch = new TreeMap<>();
    private final long mostBytes;
    private long bytes;
    private int stride = 1;

    KeptSnapshots(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Whether an epoch's snapshot would stay for long. */
    boolean wants(int epoch) {
        return byEpoch.isEmpty() || (epoch - byEpoch.firstKey()) % stride == 0;
    }

    /** Keeps one; of an epoch that is kept already, the new one. */
    void add(Snapshot snapshot) {
        Snapshot former = byEpoch.put(snapshot.epoch(), snapshot);
        bytes += snapshot.bytes() - (former == null ? 0 : former.bytes());
        while (bytes > mostBytes && byEpoch.size() > 2) {
            thin();
        }
    }

    private void thin() {
        stride *= 2;
        int first = byEpoch.firstKey();
        int last = byEpoch.lastKey();
        byEpoch.values().removeIf(kept -> {
            boolean goes = kept.epoch() != last && (kept.epoch() - first) % stride != 0;
            bytes -= goes ? kept.bytes() : 0;
            return goes;
        });
    }

    /** The latest that is not after an epoch; null where there is none. */
    @Nullable
    Snapshot atOrBefore(int epoch) {
        Map.Entry<Integer, Snapshot> entry = byEpoch.floorEntry(epoch);
        return entry == null ? null : entry.getValue();
    }

    /** Null where there is none. */
    @Nullable
    Snapshot first() {
        return byEpoch.isEmpty() ? null : byEpoch.firstEntry().getValue();
    }

    /** Those of earlier epochs than this, in order. */
    Collection<Snapshot> before(int epoch) {
        return byEpoch.headMap(epoch).values();
    }

    long bytes() {
        return bytes;
    }

    /** Lets go of all. */
    void clear() {
        byEpoch.clear();
        bytes = 0;
        stride = 1;
    }
}

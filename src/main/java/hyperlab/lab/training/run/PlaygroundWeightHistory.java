package hyperlab.lab.training.run;

import hyperlab.nn.layer.LayerWeights;
import hyperlab.train.EpochReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a Playground run, epoch by epoch, in bounded memory. All are kept while they fit; then those of every
 * second, fourth, … epoch, and the latest. Uses at most the given memory, unless two epochs already exceed it.
 * Thread-safe: the worker adds weights, and any thread may read them.
 */
public final class PlaygroundWeightHistory {
    /** Enough for each of the first 30,000 epochs of the default network. */
    static final long DEFAULT_BYTES = 16L << 20;

    private final TreeMap<Integer, EpochWeights> byEpoch = new TreeMap<>();
    private final long maxBytes;
    private long bytes;
    private int stride = 1;

    /**
     * The stored state of an epoch.
     *
     * @param report the report of the epoch
     * @param weights layer by layer; must not be modified
     */
    public record EpochWeights(EpochReport report, List<LayerWeights> weights) {
        private static final int ARRAY_BYTES = 16;
        private static final int OTHER_BYTES = 200;

        public EpochWeights {
            weights = List.copyOf(weights);
        }

        long bytes() {
            long sum = OTHER_BYTES;
            for (LayerWeights layer : weights) {
                LayerWeights.Dense dense = (LayerWeights.Dense) layer;
                for (double[] row : dense.weights()) {
                    sum += ARRAY_BYTES + (long) Double.BYTES * row.length;
                }
                sum += ARRAY_BYTES + (long) Double.BYTES * dense.bias().length;
            }
            return sum;
        }
    }

    public PlaygroundWeightHistory(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Adds the weights of an epoch, which must be later than all before. */
    public synchronized void add(EpochReport report, List<LayerWeights> weights) {
        Map.Entry<Integer, EpochWeights> last = byEpoch.lastEntry();
        if (last != null && last.getKey() % stride != 0) {
            byEpoch.remove(last.getKey());
            bytes -= last.getValue().bytes();
        }
        EpochWeights epochWeights = new EpochWeights(report, weights);
        byEpoch.put(report.epoch(), epochWeights);
        bytes += epochWeights.bytes();
        while (bytes > maxBytes && byEpoch.size() > 2) {
            thin(report.epoch());
        }
    }

    private void thin(int newest) {
        stride *= 2;
        byEpoch.values().removeIf(epochWeights -> {
            int epoch = epochWeights.report().epoch();
            boolean dropped = epoch != newest && epoch % stride != 0;
            bytes -= dropped ? epochWeights.bytes() : 0;
            return dropped;
        });
    }

    /** The latest weights at or before an epoch; null if there are none. */
    public synchronized @Nullable EpochWeights atOrBefore(int epoch) {
        Map.Entry<Integer, EpochWeights> entry = byEpoch.floorEntry(epoch);
        return entry == null ? null : entry.getValue();
    }

    /** The memory in use, in bytes. */
    public synchronized long bytes() {
        return bytes;
    }
}

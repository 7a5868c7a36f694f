package hyperlab.app.training;

import hyperlab.nn.LayerWeights;
import hyperlab.train.EpochReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a Playground run, epoch by epoch, in bounded memory: of every epoch while they fit; then of every second,
 * fourth, … and the newest. Takes at most the given memory, unless two epochs already take more. Any thread: the worker
 * adds, who looks back asks.
 */
final class OriginalWeights {
    /** Keeps each of the first 30,000 epochs of the default network. */
    static final long DEFAULT_BYTES = 16L << 20;

    private final TreeMap<Integer, Kept> byEpoch = new TreeMap<>();
    private final long mostBytes;
    private long bytes;
    private int stride = 1;

    /**
     * What is kept of an epoch.
     *
     * @param report how it ended
     * @param weights layer by layer, not to be changed
     */
    record Kept(EpochReport report, List<LayerWeights> weights) {
        private static final int ARRAY_BYTES = 16;
        private static final int OTHER_BYTES = 200;

        Kept {
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

    OriginalWeights(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Keeps those of a later epoch than all before. */
    synchronized void add(EpochReport report, List<LayerWeights> weights) {
        Map.Entry<Integer, Kept> last = byEpoch.lastEntry();
        if (last != null && last.getKey() % stride != 0) {
            byEpoch.remove(last.getKey());
            bytes -= last.getValue().bytes();
        }
        Kept kept = new Kept(report, weights);
        byEpoch.put(report.epoch(), kept);
        bytes += kept.bytes();
        while (bytes > mostBytes && byEpoch.size() > 2) {
            thin(report.epoch());
        }
    }

    private void thin(int newest) {
        stride *= 2;
        byEpoch.values().removeIf(kept -> {
            int epoch = kept.report().epoch();
            boolean goes = epoch != newest && epoch % stride != 0;
            bytes -= goes ? kept.bytes() : 0;
            return goes;
        });
    }

    /** The latest that are not after an epoch; null before there are any. */
    synchronized @Nullable Kept at(int epoch) {
        Map.Entry<Integer, Kept> entry = byEpoch.floorEntry(epoch);
        return entry == null ? null : entry.getValue();
    }

    /** The memory that is taken at present. */
    synchronized long bytes() {
        return bytes;
    }
}

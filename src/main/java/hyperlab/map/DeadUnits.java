package hyperlab.map;

import hyperlab.nn.Activation;
import hyperlab.nn.MaxoutPieces;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.WeightLayer;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Counts dead units as {@link hyperlab.diagnosis.UnitActivity} defines them. It looks at more and more rows until every
 * unit was active in one of them, so it is much cheaper than a {@link hyperlab.diagnosis.NetworkReport} if few units
 * are dead.
 */
final class DeadUnits {
    private static final int FIRST_ROWS = 8;
    private static final int MAX_ROWS = 512;

    /** For each layer, whether its units, or pieces for Maxout, were active; null without an activation function. */
    private final List<boolean @Nullable []> active = new ArrayList<>();

    private final Activation activation;
    private int missing;

    private DeadUnits(Network network) {
        activation = network.shape().activation();
    }

    /**
     * The share of the units of the hidden layers and convolutions of all networks that are dead, in [0, 1]; NaN if
     * there are no such units.
     *
     * @param features samples × inputs, at least one row
     */
    static double share(List<Network> networks, DMatrixRMaj features) {
        int dead = 0;
        int units = 0;
        for (Network network : networks) {
            DeadUnits counter = new DeadUnits(network);
            counter.visit(new NetworkProbe(network), features);
            dead += counter.missing;
            for (boolean[] layer : counter.active) {
                units += layer == null ? 0 : layer.length;
            }
        }
        return (double) dead / units;
    }

    private void visit(NetworkProbe probe, DMatrixRMaj features) {
        int rows = FIRST_ROWS;
        int from = 0;
        do {
            from += probe.visitSums(features, from, rows, this::add);
            rows = Math.min(2 * rows, MAX_ROWS);
        } while (missing > 0 && from < features.numRows);
    }

    private void add(NetworkProbe.LayerSums layerSums) {
        WeightLayer layer = layerSums.layer();
        DMatrixRMaj slopes = layerSums.slopes();
        boolean maxout = slopes == null
                && layer.kind() != WeightLayer.LayerKind.OUTPUT
                && activation instanceof Activation.Maxout;
        if (active.size() == layer.index()) {
            int units = layer.units() * activation.pieces();
            active.add(slopes != null || maxout ? new boolean[units] : null);
            missing += slopes != null || maxout ? units : 0;
        }
        boolean[] seen = active.get(layer.index());
        if (seen == null) {
            return;
        }
        if (slopes != null) {
            addSlopes(slopes, layer.units(), seen);
        } else {
            MaxoutPieces.forEachWinner(
                    layerSums.sums(), layer.units(), activation.pieces(), piece -> mark(seen, piece));
        }
    }

    private void addSlopes(DMatrixRMaj slopes, int units, boolean[] seen) {
        int positions = slopes.numCols / units;
        int length = slopes.getNumElements();
        for (int i = 0; i < length; i++) {
            if (slopes.data[i] != 0) {
                mark(seen, i % slopes.numCols / positions);
            }
        }
    }

    private void mark(boolean[] seen, int unit) {
        missing -= seen[unit] ? 0 : 1;
        seen[unit] = true;
    }
}

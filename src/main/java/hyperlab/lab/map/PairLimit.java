package hyperlab.lab.map;

import hyperlab.map.RateRows;
import java.util.Optional;

/**
 * How far the run that diverged is from the limit of its row, if the other one did not diverge.
 *
 * @param otherKey the key of the hyperparameter besides the learning rate
 * @param row the row of the run that diverged, with the rate up to which no run diverges
 * @param divergedRate the rate of the run that diverged
 * @param stableRate the rate of the other one
 * @param sameRow whether both are in this row
 */
record PairLimit(String otherKey, RateRows.RateRow row, double divergedRate, double stableRate, boolean sameRow) {
    /** Empty if both runs ended alike, if neither axis is the learning rate, or if the row is not complete. */
    static Optional<PairLimit> of(MapViewState state) {
        MapAnalysis analysis = state.analysis();
        RateRows found = analysis == null || !state.isCurrent() ? null : analysis.rows();
        PixelRun pinned = state.pinned();
        PixelRun other = state.other();
        if (found == null
                || pinned == null
                || other == null
                || pinned.pixel().diverged() == other.pixel().diverged()) {
            return Optional.empty();
        }
        boolean pinnedDiverged = pinned.pixel().diverged();
        PixelRun diverged = pinnedDiverged ? pinned : other;
        PixelRun stable = pinnedDiverged ? other : pinned;
        boolean rateOnX = found.otherKey().equals(state.setup().map().y().key());
        int index = rateOnX ? diverged.cell().row() : diverged.cell().column();
        boolean sameRow =
                index == (rateOnX ? stable.cell().row() : stable.cell().column());
        double rate = Double.parseDouble(rateOnX ? diverged.x() : diverged.y());
        double stableRate = Double.parseDouble(rateOnX ? stable.x() : stable.y());
        return found.rows().stream()
                .filter(row -> row.index() == index && Double.isFinite(row.limit()))
                .findFirst()
                .map(row -> new PairLimit(found.otherKey(), row, rate, stableRate, sameRow));
    }

    /** Whether the other run is in the same row, within its limit. */
    boolean stableIsWithin() {
        return sameRow && stableRate <= row.limit();
    }
}

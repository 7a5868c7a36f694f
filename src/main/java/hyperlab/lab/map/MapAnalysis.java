package hyperlab.lab.map;

import hyperlab.data.DataSplit;
import hyperlab.data.PredictionTask;
import hyperlab.map.BoxCounting;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSubject;
import hyperlab.map.RateRows;
import hyperlab.map.TinyLastBatch;
import org.jspecify.annotations.Nullable;

/**
 * What is computed from the pixels of a snapshot.
 *
 * @param rows null if neither axis is the learning rate
 * @param tiny null if there is none
 * @param boxes of the network of the fractal boundary, once all its pixels are known; null otherwise
 * @param disputedShare the share of the known pixels in which some seeds diverge and others do not
 * @param task what the networks learn; null without a data set
 */
record MapAnalysis(
        @Nullable RateRows rows,
        @Nullable TinyLastBatch tiny,
        @Nullable BoxCounting boxes,
        double disputedShare,
        @Nullable PredictionTask task) {
    /** @param split the data of the networks; null without a data set */
    static MapAnalysis of(MapSnapshot snapshot, @Nullable DataSplit split) {
        boolean fractal = snapshot.map().subject() instanceof MapSubject.OfMeanField;
        return new MapAnalysis(
                RateRows.of(snapshot).orElse(null),
                split == null
                        ? null
                        : TinyLastBatch.find(snapshot, split.train().samples()).orElse(null),
                fractal && snapshot.progress().isComplete() ? BoxCounting.of(snapshot) : null,
                snapshot.map().seeds() == 1 ? 0 : disputed(snapshot),
                split == null ? null : split.train().task());
    }

    private static double disputed(MapSnapshot snapshot) {
        int known = 0;
        int disputed = 0;
        for (int row = 0; row < snapshot.rows(); row++) {
            for (int column = 0; column < snapshot.columns(); column++) {
                var pixel = snapshot.pixel(column, row);
                if (pixel != null) {
                    known++;
                    disputed += pixel.divergedShare() > 0 && pixel.divergedShare() < 1 ? 1 : 0;
                }
            }
        }
        return known == 0 ? 0 : (double) disputed / known;
    }
}

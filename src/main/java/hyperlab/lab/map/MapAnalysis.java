package hyperlab.lab.map;

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
 */
record MapAnalysis(
        @Nullable RateRows rows,
        @Nullable TinyLastBatch tiny,
        @Nullable BoxCounting boxes,
        double disputedShare) {
    /** @param trainingSamples number of training samples; 0 without a data set */
    static MapAnalysis of(MapSnapshot snapshot, int trainingSamples) {
        boolean fractal = snapshot.map().subject() instanceof MapSubject.OfMeanField;
        return new MapAnalysis(
                RateRows.of(snapshot).orElse(null),
                trainingSamples == 0
                        ? null
                        : TinyLastBatch.find(snapshot, trainingSamples).orElse(null),
                fractal && snapshot.progress().isComplete() ? BoxCounting.of(snapshot) : null,
                snapshot.map().seeds() == 1 ? 0 : disputed(snapshot));
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

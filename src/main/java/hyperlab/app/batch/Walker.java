package hyperlab.app.batch;

import hyperlab.batch.BatchSettings;
import hyperlab.chart.CurveLook;
import hyperlab.train.BatchSize;
import java.util.Locale;

/** The three walks side by side, in the order in which they stand. */
public enum Walker {
    /** By batches of one sample. */
    ONE(3),
    /** By the batch size that is set. */
    CHOSEN(0),
    /** By the whole data. */
    WHOLE(1);

    private final int series;

    Walker(int series) {
        this.series = series;
    }

    /** How it is trained: as set, with its own batch size. */
    BatchSettings settings(BatchSettings chosen) {
        return switch (this) {
            case ONE -> chosen.withBatchSize(new BatchSize(1));
            case CHOSEN -> chosen;
            case WHOLE -> chosen.withBatchSize(BatchSize.FULL);
        };
    }

    /** Its line and its markers. */
    CurveLook look() {
        return CurveLook.series(series).width(CurveLook.WIDTH);
    }

    /** In ids of nodes. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

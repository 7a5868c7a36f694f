package hyperlab.lab.batchsize;

import hyperlab.batch.BatchSettings;
import hyperlab.chart.style.CurveStyle;
import hyperlab.train.BatchSize;
import java.util.Locale;

/** The three compared descents, from left to right. */
public enum ComparedDescent {
    /** Batches of one sample. */
    ONE(3),
    /** The batch size that is set. */
    CHOSEN(0),
    /** The full batch. */
    WHOLE(1);

    private final int series;

    ComparedDescent(int series) {
        this.series = series;
    }

    /** The settings of this descent: those that are set, with its own batch size. */
    BatchSettings settings(BatchSettings chosen) {
        return switch (this) {
            case ONE -> chosen.withBatchSize(new BatchSize(1));
            case CHOSEN -> chosen;
            case WHOLE -> chosen.withBatchSize(BatchSize.FULL);
        };
    }

    /** The style of its line and markers. */
    CurveStyle style() {
        return CurveStyle.series(series).width(CurveStyle.WIDTH);
    }

    /** The name used in the ids of nodes. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

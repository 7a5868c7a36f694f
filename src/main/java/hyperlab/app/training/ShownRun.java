package hyperlab.app.training;

import hyperlab.train.EpochReport;
import org.jspecify.annotations.Nullable;

/**
 * A run whose curves are drawn, at one moment.
 *
 * @param run which one
 * @param name a few letters
 * @param live whether it is the one that is played
 * @param head its row at the play head; null before there is any
 * @param best its row with the lowest validation loss; null before there is any
 * @param seeds how its experiment is spread over seeds; null where that is not known, or told by another run of it
 * @param cursor its row where the pointer is; null where there is none
 */
record ShownRun(
        KeptRun run,
        Words name,
        boolean live,
        @Nullable EpochReport head,
        @Nullable EpochReport best,
        @Nullable SeedBands seeds,
        @Nullable EpochReport cursor) {
    /** Its row at the pointer; else at the play head; where that is at the start or beyond its end, its newest. */
    @Nullable
    EpochReport read() {
        if (cursor != null) {
            return cursor;
        }
        return head != null && head.epoch() > 0 ? head : run.history().newest();
    }
}

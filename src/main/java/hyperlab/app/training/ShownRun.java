package hyperlab.app.training;

import hyperlab.train.EpochReport;
import org.jspecify.annotations.Nullable;

/**
 * A displayed run at one moment.
 *
 * @param run the run
 * @param name a short name
 * @param live whether it is the live run
 * @param head its row at the play head; null if it has not reached that epoch
 * @param best its row with the lowest validation loss; null if there are no rows
 * @param seeds the spread of its experiment over seeds; null if it is not known or another run of the experiment
 *     already shows it
 * @param cursor its row under the pointer; null if there is none
 */
record ShownRun(
        KeptRun run,
        Words name,
        boolean live,
        @Nullable EpochReport head,
        @Nullable EpochReport best,
        @Nullable SeedBands seeds,
        @Nullable EpochReport cursor) {
    /**
     * Its row under the pointer, otherwise at the play head. If the play head is at the start or beyond the end of the
     * run, its latest row.
     */
    @Nullable
    EpochReport read() {
        if (cursor != null) {
            return cursor;
        }
        return head != null && head.epoch() > 0 ? head : run.history().newest();
    }
}

package hyperlab.lab.training.run;

import hyperlab.lab.training.settings.LocalizedText;
import hyperlab.train.EpochReport;
import org.jspecify.annotations.Nullable;

/**
 * A displayed run at one moment.
 *
 * @param run the run
 * @param name a short name
 * @param experimentName a short name of the experiment it started with, for its runs over seeds
 * @param live whether it is the live run
 * @param ghost whether it is drawn faint, because it is only the previous run
 * @param examined whether it shows the log whose findings are displayed
 * @param atPlayhead its row at the play head; null if it has not reached that epoch
 * @param best its row with the lowest validation loss; null if there are no rows
 * @param seeds the spread of its experiment over seeds; null if it is not known or another run of the experiment
 *     already shows it
 * @param atPointer its row under the pointer; null if there is none
 */
public record DisplayedRun(
        ComparedRun run,
        LocalizedText name,
        LocalizedText experimentName,
        boolean live,
        boolean ghost,
        boolean examined,
        @Nullable EpochReport atPlayhead,
        @Nullable EpochReport best,
        @Nullable SeedBands seeds,
        @Nullable EpochReport atPointer) {
    /** The name with symbols, where there is no room for words. */
    public LocalizedText shortName() {
        return RunNames.withSymbols(name);
    }

    /**
     * Its row under the pointer, otherwise at the play head. If the play head is at the start or beyond the end of the
     * run, its latest row.
     */
    public @Nullable EpochReport displayedRow() {
        if (atPointer != null) {
            return atPointer;
        }
        return atPlayhead != null && atPlayhead.epoch() > 0
                ? atPlayhead
                : run.history().newest();
    }
}

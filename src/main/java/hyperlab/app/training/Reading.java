package hyperlab.app.training;

import hyperlab.train.EpochReport;
import org.jspecify.annotations.Nullable;

/**
 * The numbers beside the charts.
 *
 * @param head at the play head
 * @param best at the lowest validation loss so far
 * @param headBefore the run before, at the play head; null where there was none
 */
record Reading(EpochReport head, EpochReport best, @Nullable EpochReport headBefore) {}

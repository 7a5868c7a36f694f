package hyperlab.lab.training.run;

import hyperlab.train.EpochReport;
import org.jspecify.annotations.Nullable;

/**
 * The numbers displayed next to the charts.
 *
 * @param atPlayhead the report at the play head
 * @param best the report with the lowest validation loss so far
 * @param referenceAtPlayhead the report at the play head of the run compared with; null if there is none
 */
public record PlayheadReading(
        EpochReport atPlayhead, EpochReport best, @Nullable EpochReport referenceAtPlayhead) {}

package hyperlab.lab.training.run;

import hyperlab.train.EpochReport;

/**
 * The numbers displayed next to the charts.
 *
 * @param atPlayhead the report at the play head
 * @param best the report with the lowest validation loss so far
 */
public record PlayheadReading(EpochReport atPlayhead, EpochReport best) {}

package hyperlab.train;

import java.util.List;

/**
 * The result of one run of a {@link SeedStudy}.
 *
 * @param subject index of the study's experiment, from 0
 * @param seed index of the seed, from 0
 * @param rows the reports, at most {@link SeedStudy#MAX_ROWS}: every epoch, or every k-th epoch and the last
 * @param resulting the report that represents the run: with patience the best epoch, otherwise the last
 * @param outcome how the run ended
 */
public record SeedRunResult(
        int subject, int seed, List<EpochReport> rows, EpochReport resulting, TrainingOutcome outcome) {
    public SeedRunResult {
        rows = List.copyOf(rows);
    }

    public boolean hasDiverged() {
        return outcome instanceof TrainingOutcome.Diverged;
    }
}

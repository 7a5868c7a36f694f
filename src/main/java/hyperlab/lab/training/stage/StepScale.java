package hyperlab.lab.training.stage;

import hyperlab.lab.training.run.DisplayedRun;
import hyperlab.lab.training.run.RunFacts;
import hyperlab.lab.training.run.RunHistory;
import hyperlab.lab.training.run.TrainingViewState;
import hyperlab.train.EpochReport;
import org.jspecify.annotations.Nullable;

/**
 * Converts the epochs of a run to optimizer steps. Between two rows of its history it is linear, and beyond the last one
 * it continues as it was on average.
 *
 * @param history the run's history
 * @param stepsPerEpoch the steps in one epoch, for a run that has not finished one
 */
record StepScale(RunHistory history, int stepsPerEpoch) {
    /** The scale of the live run. */
    static StepScale of(TrainingViewState state) {
        RunHistory live = state.runs().stream()
                .filter(DisplayedRun::live)
                .map(run -> run.run().history())
                .findFirst()
                .orElseGet(RunHistory::new);
        RunFacts facts = state.facts();
        return new StepScale(
                live,
                facts == null
                        ? 1
                        : facts.stepsPerEpoch(state.experiment().training().batchSize()));
    }

    /** The scale of any run. */
    static StepScale of(RunHistory history) {
        return new StepScale(history, 1);
    }

    /** The steps done by an epoch, rounded. */
    int toStep(double epoch) {
        return (int) Math.min(Integer.MAX_VALUE, Math.round(steps(epoch)));
    }

    private double steps(double epoch) {
        EpochReport newest = history.newest();
        if (newest == null || newest.epoch() == 0) {
            return epoch * stepsPerEpoch;
        }
        if (epoch >= newest.epoch()) {
            return newest.step() + (epoch - newest.epoch()) * ((double) newest.step() / newest.epoch());
        }
        EpochReport before = history.atOrBefore((int) Math.floor(epoch));
        EpochReport after = history.atOrBefore((int) Math.ceil(epoch));
        if (before == null || after == null || after.epoch() <= before.epoch()) {
            return before == null ? 0 : before.step();
        }
        double share = (epoch - before.epoch()) / (after.epoch() - before.epoch());
        return before.step() + share * (after.step() - before.step());
    }

    /** The epoch with so many steps, rounded. */
    int toEpoch(double step) {
        EpochReport newest = history.newest();
        double average = newest == null || newest.epoch() == 0 || newest.step() == 0
                ? stepsPerEpoch
                : (double) newest.step() / newest.epoch();
        return (int) Math.min(Integer.MAX_VALUE, Math.round(step / average));
    }

    /** The row of a run at a step, or the one before it; null if the run has not reached it, or has no value there. */
    static @Nullable EpochReport rowAt(RunHistory history, int step) {
        RunHistory logged = history.bySteps();
        EpochReport row = logged != null
                ? reached(logged, step)
                : history.isLogged() ? null : reached(history, of(history).toEpoch(step));
        return row == null || (Double.isNaN(row.trainLoss()) && Double.isNaN(row.validationLoss())) ? null : row;
    }

    private static @Nullable EpochReport reached(RunHistory history, int position) {
        EpochReport newest = history.newest();
        return newest == null || newest.epoch() < position ? null : history.atOrBefore(position);
    }
}

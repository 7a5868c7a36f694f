package hyperlab.app.training;

import hyperlab.data.Task;
import hyperlab.nn.Loss;
import hyperlab.optim.AdamW;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Sgd;
import hyperlab.text.NumberFormats;
import hyperlab.train.EpochReport;
import hyperlab.train.TrainingOutcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Observations about a run: how a step works, what the curves do, and what was changed. */
final class Observations {
    private static final double RISEN = 1.05;
    private static final double LEAPT = 1.2;
    private static final double LEVEL = 0.02;
    private static final double UNEVEN = 30;
    private static final int FEWEST_EPOCHS = 8;

    private final Picture picture;
    private final RunHistory history;
    private final List<Words> seen = new ArrayList<>();

    private Observations(Picture picture, RunHistory history) {
        this.picture = picture;
        this.history = history;
    }

    /** Empty until the data have been read. */
    static List<Words> of(Picture picture, RunHistory history) {
        Observations observations = new Observations(picture, history);
        observations.look();
        return List.copyOf(observations.seen);
    }

    private void look() {
        RunFacts facts = picture.facts();
        EpochReport first = history.at(0);
        EpochReport newest = history.newest();
        EpochReport best = history.best();
        if (facts == null || first == null || newest == null || best == null) {
            return;
        }
        if (picture.experiment().training().epochs() == 0) {
            seen.add(Words.of("training.see.zero"));
        } else if (picture.step() == 0 && picture.outcome() == null) {
            seen.add(Words.of("training.see.ready", Long.toString(facts.parameters())));
        }
        seen.add(howAStepMoves());
        int ensemble = picture.experiment().ensemble();
        if (ensemble > 1) {
            seen.add(Words.of("training.see.ensemble", Integer.toString(ensemble)));
        }
        curves(first, newest, best);
        data(facts, newest);
        if (!picture.marks().isEmpty()) {
            Mark last = picture.marks().get(picture.marks().size() - 1);
            seen.add(Words.of(
                    "training.see.changed",
                    Words.of(last.nameKey()),
                    last.before(),
                    last.after(),
                    Words.number(last.epoch()),
                    Long.toString(last.step())));
        }
    }

    private void data(RunFacts facts, EpochReport newest) {
        if (!picture.experiment().data().standardize() && facts.spread() >= UNEVEN) {
            seen.add(Words.of("training.see.uneven", plain(facts.spread())));
        }
        if (facts.task() == Task.REGRESSION && facts.loss() == Loss.SQUARED_ERROR && newest.epoch() > 0) {
            seen.add(Words.of("training.see.off", plain(Math.sqrt(2 * newest.validationLoss()))));
        }
    }

    private static String plain(double number) {
        return NumberFormats.format(number, 2);
    }

    private Words howAStepMoves() {
        Optimizer optimizer = picture.experiment().training().optimizer();
        Words rate = Words.number(picture.rate());
        if (optimizer instanceof Sgd sgd) {
            return sgd.momentum() == 0
                    ? Words.of("training.see.sgd", rate)
                    : Words.of("training.see.momentum", rate, Words.number(sgd.momentum()));
        }
        return optimizer instanceof AdamW adamW
                ? Words.of("training.see.adamw", rate, Words.number(adamW.weightDecay()))
                : Words.of("training.see." + optimizer.name(), rate);
    }

    private void curves(EpochReport first, EpochReport newest, EpochReport best) {
        TrainingOutcome outcome = picture.outcome();
        Integer diverged = history.divergedIn();
        if (diverged != null) {
            seen.add(
                    diverged == 0
                            ? Words.of("training.see.diverged.start")
                            : Words.of("training.see.diverged", diverged.toString()));
            return;
        }
        if (outcome instanceof TrainingOutcome.Completed completed && completed.early()) {
            seen.add(Words.of(
                    "training.see.early",
                    Integer.toString(picture.experiment().training().patience())));
        }
        Words shape = newest.epoch() == 0 ? null : shape(first, newest, best, outcome != null);
        if (shape != null) {
            seen.add(shape);
        }
    }

    private @Nullable Words shape(EpochReport first, EpochReport newest, EpochReport best, boolean over) {
        if (newest.trainLoss() > first.trainLoss()) {
            return Words.of("training.see.rising", Words.number(newest.trainLoss()), Words.number(first.trainLoss()));
        }
        if (newest.epoch() < FEWEST_EPOCHS) {
            return null;
        }
        // In a noisy curve, the latest point alone says little, so even the lowest point of the last quarter must be
        // above.
        int recent = Math.max(best.epoch() + 1, newest.epoch() - newest.epoch() / 4);
        boolean risen = history.lowestValidationLoss(recent) > RISEN * best.validationLoss()
                && newest.trainLoss() * RISEN < best.trainLoss()
                && !(newest.trainAccuracy() < best.trainAccuracy())
                && newest.epoch() - best.epoch() >= newest.epoch() / FEWEST_EPOCHS;
        if (risen) {
            return Words.of(
                    "training.see.overfitting",
                    Integer.toString(best.epoch()),
                    Words.number(best.validationLoss()),
                    Words.number(newest.validationLoss()));
        }
        if (newest.trainLoss() > LEAPT * best.trainLoss()) {
            return Words.of(
                    "training.see.leapt",
                    Words.number(newest.trainLoss()),
                    Words.number(best.trainLoss()),
                    Integer.toString(best.epoch()));
        }
        EpochReport quarter = history.at(newest.epoch() - newest.epoch() / 4);
        if (quarter != null
                && Math.abs(newest.trainLoss() - quarter.trainLoss()) < LEVEL * quarter.trainLoss()
                && Math.abs(newest.validationLoss() - quarter.validationLoss()) < LEVEL * quarter.validationLoss()) {
            return Words.of("training.see.flat");
        }
        boolean falling = over && best.epoch() > newest.epoch() - newest.epoch() / FEWEST_EPOCHS;
        return falling ? Words.of("training.see.falling") : null;
    }
}

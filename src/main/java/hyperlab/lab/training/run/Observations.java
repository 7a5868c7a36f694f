package hyperlab.lab.training.run;

import hyperlab.data.DataSettings;
import hyperlab.data.PointSet;
import hyperlab.data.PredictionTask;
import hyperlab.diagnosis.HardSamples;
import hyperlab.lab.training.settings.LocalizedText;
import hyperlab.nn.Loss;
import hyperlab.optim.Optimizer;
import hyperlab.optim.OptimizerConstant;
import hyperlab.optim.Sgd;
import hyperlab.text.NumberFormats;
import hyperlab.train.EpochReport;
import hyperlab.train.TrainingOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Observations about a run: how a step works, what the curves do, and what was changed. */
public final class Observations {
    static final double RISE_FACTOR = 1.05;
    private static final double JUMP_FACTOR = 1.2;
    static final double PLATEAU_TOLERANCE = 0.02;
    private static final double UNEVEN_SCALE_RATIO = 30;
    private static final int MIN_EPOCHS = 8;
    /** Up to this share of the training samples are few. */
    private static final double FEW_SHARE = 0.1;

    private final TrainingViewState state;
    private final RunHistory history;
    private final List<LocalizedText> observations = new ArrayList<>();

    private Observations(TrainingViewState state, RunHistory history) {
        this.state = state;
        this.history = history;
    }

    /** Empty until the data have been read; only what is missing if the experiment cannot be trained. */
    public static List<LocalizedText> of(TrainingViewState state, RunHistory history) {
        Observations observer = new Observations(state, history);
        observer.observe();
        return List.copyOf(observer.observations);
    }

    /** Why the training loss is far above the validation loss; empty if it no longer is. */
    public static Optional<LocalizedText> hardSamples(HardSamples hard) {
        if (hard.count() == 0) {
            return Optional.empty();
        }
        boolean few = hard.count() <= FEW_SHARE * hard.samples();
        return Optional.of(
                few || hard.validationMedian() >= hard.trainMedian()
                        ? LocalizedText.of(
                                "training.see.hard",
                                NumberFormats.count(hard.count()),
                                NumberFormats.count(hard.samples()),
                                NumberFormats.format(100 * hard.lossShare(), 2))
                        : LocalizedText.of(
                                "training.see.easier",
                                NumberFormats.format(hard.validationMedian(), 2),
                                NumberFormats.format(hard.trainMedian(), 2)));
    }

    private void observe() {
        if (state.error() != null) {
            PointSet drawn = state.experiment().data().points();
            boolean tooFewPoints = drawn != null && drawn.size() < DataSettings.MIN_SAMPLES;
            observations.add(LocalizedText.of(tooFewPoints ? "training.see.noPoints" : "training.see.failed"));
            return;
        }
        RunFacts facts = state.facts();
        EpochReport first = history.atOrBefore(0);
        EpochReport newest = history.newest();
        EpochReport best = history.best();
        if (facts == null || first == null || newest == null || best == null) {
            return;
        }
        if (state.experiment().training().epochs() == 0) {
            observations.add(LocalizedText.of("training.see.zero"));
        } else if (state.step() == 0 && state.outcome() == null) {
            observations.add(LocalizedText.of("training.see.ready", NumberFormats.count(facts.parameters())));
        }
        observations.add(describeStep());
        int ensemble = state.experiment().ensemble();
        if (ensemble > 1) {
            observations.add(LocalizedText.of("training.see.ensemble", Integer.toString(ensemble)));
        }
        observeCurves(first, newest, best);
        observeData(facts, newest);
        if (!state.markers().isEmpty()) {
            ChangeMarker last = state.markers().get(state.markers().size() - 1);
            observations.add(LocalizedText.of(
                    "training.see.changed",
                    LocalizedText.of(last.nameKey()),
                    last.oldValueText(),
                    last.newValueText(),
                    LocalizedText.number(last.epoch()),
                    NumberFormats.count(last.step())));
        }
    }

    private void observeData(RunFacts facts, EpochReport newest) {
        if (!state.experiment().data().standardize() && facts.scaleRatio() >= UNEVEN_SCALE_RATIO) {
            observations.add(LocalizedText.of("training.see.uneven", format(facts.scaleRatio())));
        }
        if (facts.task() == PredictionTask.REGRESSION && facts.loss() == Loss.SQUARED_ERROR && newest.epoch() > 0) {
            observations.add(LocalizedText.of("training.see.off", format(Math.sqrt(2 * newest.validationLoss()))));
        }
    }

    private static String format(double number) {
        return NumberFormats.format(number, 2);
    }

    private LocalizedText describeStep() {
        Optimizer optimizer = state.experiment().training().optimizer();
        LocalizedText rate = LocalizedText.number(state.learningRate());
        if (optimizer instanceof Sgd sgd && sgd.momentum() > 0) {
            return LocalizedText.of(
                    sgd.nesterov() ? "training.see.nesterov" : "training.see.momentum",
                    rate,
                    LocalizedText.number(sgd.momentum()));
        }
        LocalizedText decay = LocalizedText.number(
                optimizer.value(OptimizerConstant.WEIGHT_DECAY).orElse(0));
        return LocalizedText.of("component.optimizer." + optimizer.name() + ".step", rate, decay);
    }

    private void observeCurves(EpochReport first, EpochReport newest, EpochReport best) {
        TrainingOutcome outcome = state.outcome();
        Integer diverged = history.divergedEpoch();
        if (diverged != null) {
            observations.add(
                    diverged == 0
                            ? LocalizedText.of("training.see.diverged.start")
                            : LocalizedText.of("training.see.diverged", diverged.toString()));
            return;
        }
        if (outcome instanceof TrainingOutcome.Completed completed && completed.early()) {
            observations.add(LocalizedText.of(
                    "training.see.early",
                    Integer.toString(state.experiment().training().patience())));
        }
        LocalizedText shape = newest.epoch() == 0 ? null : curveShape(first, newest, best, outcome != null);
        if (shape != null) {
            observations.add(shape);
        }
    }

    private @Nullable LocalizedText curveShape(EpochReport first, EpochReport newest, EpochReport best, boolean ended) {
        if (newest.trainLoss() > first.trainLoss()) {
            return LocalizedText.of(
                    "training.see.rising",
                    LocalizedText.number(newest.trainLoss()),
                    LocalizedText.number(first.trainLoss()));
        }
        if (newest.epoch() < MIN_EPOCHS) {
            return null;
        }
        // In a noisy curve, the latest point alone says little, so even the lowest point of the last quarter must be
        // above.
        int recent = Math.max(best.epoch() + 1, newest.epoch() - newest.epoch() / 4);
        boolean overfitting = Math.min(newest.validationLoss(), history.lowestValidationLoss(recent))
                        > RISE_FACTOR * best.validationLoss()
                && newest.trainLoss() * RISE_FACTOR < best.trainLoss()
                && !(newest.trainAccuracy() < best.trainAccuracy())
                && newest.epoch() - best.epoch() >= newest.epoch() / MIN_EPOCHS;
        if (overfitting) {
            return LocalizedText.of(
                    "training.see.overfitting",
                    Integer.toString(best.epoch()),
                    LocalizedText.number(best.validationLoss()),
                    LocalizedText.number(newest.validationLoss()),
                    LocalizedText.number(best.trainLoss()),
                    LocalizedText.number(newest.trainLoss()),
                    Integer.toString(recent));
        }
        if (newest.trainLoss() > JUMP_FACTOR * best.trainLoss()) {
            return LocalizedText.of(
                    "training.see.leapt",
                    LocalizedText.number(newest.trainLoss()),
                    LocalizedText.number(best.trainLoss()),
                    Integer.toString(best.epoch()));
        }
        if (history.isFlatSince(newest.epoch() - newest.epoch() / 4, PLATEAU_TOLERANCE)) {
            return LocalizedText.of("training.see.flat");
        }
        boolean falling = ended && best.epoch() > newest.epoch() - newest.epoch() / MIN_EPOCHS;
        return falling ? LocalizedText.of("training.see.falling", Integer.toString(best.epoch())) : null;
    }
}

package hyperlab.diagnosis;

import hyperlab.diagnosis.TrainingEvidence.Certainty;
import hyperlab.finding.Argument;
import hyperlab.finding.Finding;
import hyperlab.finding.Message;
import hyperlab.finding.Remedy;
import hyperlab.nn.layer.Initializer;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds problems in a training run by the rules of {@link Problem}. A problem that follows from another one is not
 * reported. For a diverged run, only the divergence and unlike feature scales are reported. If layers block the
 * gradient, this explains a loss at the prior, so the flat loss is not reported. The exception is a network with all
 * weights initialized to zero: there the initialization is the cause, and the layers are not reported. A run that is
 * flat at the prior is not also reported as slow, underfit or overfit.
 */
public final class TrainingDoctor {
    /** The keys of all findings. */
    public static final List<String> KEYS = TrainingFindings.keys();

    /** See {@link Problem#DIVERGING}. */
    public static final double LOSS_INCREASE_FACTOR = 1.2;
    /** See {@link Problem#UNLIKE_SCALES}. */
    public static final double SCALE_RATIO = 30;
    /** See {@link Problem#FLAT_AT_PRIOR}. */
    public static final double BASELINE_TOLERANCE = 0.03;
    /** See {@link Problem#DEAD_UNITS}. */
    public static final double DEAD_SHARE = 0.4;
    /** See {@link Problem#SATURATED_UNITS}. */
    public static final double SATURATED_SHARE = 0.9;
    /** See {@link Problem#VANISHING_GRADIENT}. */
    public static final double VANISHING_RATIO = 0.001;
    /** See {@link Problem#TOO_SLOW}: the share of the epochs in which the loss falls. */
    public static final double STEADY_SHARE = 0.9;
    /** See {@link Problem#NOISY_BATCH}. */
    public static final double JUMP_SHARE = 0.2;
    /** See {@link Problem#NOISY_BATCH}. */
    public static final double JUMP_FACTOR = 1.2;
    /** See {@link Problem#UNDERFIT}. */
    public static final double MAX_VALIDATION_RATIO = 1.25;
    /** See {@link Problem#OVERFIT}. */
    public static final double GENERALIZATION_LOSS = 0.05;
    /** See {@link Problem#UNDERFIT}. */
    public static final double UNDERFIT_SHARE = 0.6;
    /** See {@link Problem#FLAT_AT_PRIOR}. */
    public static final int MIN_EPOCHS = 5;
    /** A loss below this share of the prior loss is small: the network has learned, and several rules do not apply. */
    static final double SMALL_LOSS_SHARE = 0.2;

    private static final int LOSS_DIGITS = 3;
    private static final int MIN_DIVERGING_EPOCHS = 2;
    private static final double PLATEAU_TOLERANCE = 0.02;
    private static final int MIN_FITTING_EPOCHS = 10;

    private final DiagnosisInput input;
    private final EpochReport first;
    private final EpochReport latest;
    private final LossCurves curves;
    private final Remedies remedies;

    private TrainingDoctor(DiagnosisInput input) {
        this.input = input;
        this.first = input.firstReport();
        this.latest = input.latestReport();
        this.curves = new LossCurves(
                column(EpochReport::epoch), column(EpochReport::trainLoss), column(EpochReport::validationLoss));
        this.remedies = new Remedies(input);
    }

    private double[] column(ToDoubleFunction<EpochReport> quantity) {
        return input.epochReports().stream().mapToDouble(quantity).toArray();
    }

    /**
     * Returns the problems found, most serious first; empty for a healthy run. The change of a remedy is the
     * experiment.
     */
    public static List<Finding<TrainingEvidence, Experiment>> examine(DiagnosisInput input) {
        return new TrainingDoctor(input)
                .examine().stream()
                        .map(finding -> finding.withEvidence(finding.evidence()
                                .withInAccuracy(AccuracyEvidence.confirms(input, finding.evidence()))))
                        .toList();
    }

    /**
     * Like {@link #examine(DiagnosisInput)}. If the first remedy lowers the learning rate of a run that diverges or has
     * ended, the rate is the one that a range test suggests.
     *
     * @param rangeTest performs a {@link LearningRateRangeTest} from the run's start, which may take long, and returns
     *     the upper end of its suggestion; null if it suggests no rate
     */
    public static List<Finding<TrainingEvidence, Experiment>> examine(
            DiagnosisInput input, Supplier<@Nullable Double> rangeTest) {
        List<Finding<TrainingEvidence, Experiment>> results = examine(input);
        boolean needsRangeTest = !results.isEmpty()
                && lowersRate(results.get(0), input.experiment())
                && (input.outcome() != null || results.get(0).evidence().problem() == Problem.DIVERGING);
        Double suggested = needsRangeTest ? rangeTest.get() : null;
        return suggested == null ? results : examine(input.withSuggestedRate(suggested));
    }

    /**
     * Like {@link #examine(DiagnosisInput, Supplier)}. If the first finding is about a network that does not learn, its
     * remedy is tried in a run of its own; if the problem remains, so are further changes, until one removes it. If
     * none does, the one that learns best is the remedy, and there is none if nothing is learned. The finding says
     * which.
     *
     * @param trier tries a remedy, which may take long
     */
    public static List<Finding<TrainingEvidence, Experiment>> examine(
            DiagnosisInput input, Supplier<@Nullable Double> rangeTest, RemedyTrial.Trier trier) {
        List<Finding<TrainingEvidence, Experiment>> results = new ArrayList<>(examine(input, rangeTest));
        if (!results.isEmpty()) {
            Problem problem = results.get(0).evidence().problem();
            if (isTried(problem) && (input.outcome() != null || problem == Problem.DIVERGING)) {
                results.set(0, withTriedRemedy(results.get(0), input, trier));
            }
        }
        return List.copyOf(results);
    }

    private static boolean isTried(Problem problem) {
        return switch (problem) {
            case DIVERGING, FLAT_AT_PRIOR, DEAD_UNITS, SATURATED_UNITS -> true;
            case UNLIKE_SCALES, VANISHING_GRADIENT, EXPLODING_GRADIENT, NOISY_BATCH, TOO_SLOW, OVERFIT, UNDERFIT ->
                false;
        };
    }

    private static Finding<TrainingEvidence, Experiment> withTriedRemedy(
            Finding<TrainingEvidence, Experiment> finding, DiagnosisInput input, RemedyTrial.Trier trier) {
        Problem problem = finding.evidence().problem();
        Remedy<Experiment> usual = finding.remedy();
        int tried = 0;
        Remedy<Experiment> best = null;
        double lowest = input.outcome() instanceof TrainingOutcome.Diverged
                ? Double.POSITIVE_INFINITY
                : input.latestReport().trainLoss();
        int bestEpochs = 0;
        for (Experiment change : new Remedies(input).toTry(usual == null ? null : usual.change())) {
            RemedyTrial trial = trier.trial(change, problem);
            switch (trial.result()) {
                case CURED -> {
                    return finding.withRemedy(new Remedy<>(null, change), cured(trial, tried));
                }
                case LEARNS -> {
                    if (trial.trainLoss() < lowest) {
                        best = new Remedy<>(null, change);
                        lowest = trial.trainLoss();
                        bestEpochs = trial.epochs();
                    }
                }
                case FAILED -> {}
                case UNKNOWN -> {
                    return finding;
                }
            }
            tried++;
        }
        Argument count = Argument.integer(tried);
        return finding.withRemedy(
                best,
                best == null
                        ? Message.of("doctor.trial.failed", count)
                        : Message.of(
                                "doctor.trial.learns",
                                Argument.integer(bestEpochs),
                                count,
                                Argument.number(lowest, LOSS_DIGITS)));
    }

    private static Message cured(RemedyTrial trial, int failed) {
        return Message.of(
                failed == 0 ? "doctor.trial.cured" : "doctor.trial.curedAfter",
                Argument.integer(trial.epochs()),
                Argument.integer(failed),
                Argument.number(trial.trainLoss(), LOSS_DIGITS));
    }

    private static boolean lowersRate(Finding<?, Experiment> finding, Experiment experiment) {
        Remedy<Experiment> remedy = finding.remedy();
        return remedy != null
                && remedy.change().training().learningRate()
                        < experiment.training().learningRate();
    }

    private List<Finding<TrainingEvidence, Experiment>> examine() {
        List<Finding<TrainingEvidence, Experiment>> results = new ArrayList<>();
        Optional<Finding<TrainingEvidence, Experiment>> diverging = diverging();
        Stream.of(diverging, mismatchedScales()).flatMap(Optional::stream).forEach(results::add);
        if (diverging.isPresent()) {
            return List.copyOf(results);
        }
        Optional<Finding<TrainingEvidence, Experiment>> flatLoss = flatAtBaseline();
        boolean zeroInitialized = input.experiment().network().initializer() instanceof Initializer.Zero;
        List<Finding<TrainingEvidence, Experiment>> layers =
                flatLoss.isPresent() && zeroInitialized ? List.of() : new LayerRules(input, remedies).examine();
        flatLoss.filter(finding -> layers.stream().noneMatch(TrainingDoctor::blocksGradients))
                .ifPresent(results::add);
        results.addAll(layers);
        noisyBatch().ifPresent(results::add);
        if (flatLoss.isEmpty()) {
            Stream.of(tooSlow().or(this::underfit), overfit())
                    .flatMap(Optional::stream)
                    .forEach(results::add);
        }
        return List.copyOf(results);
    }

    private static boolean blocksGradients(Finding<TrainingEvidence, Experiment> finding) {
        return switch (finding.evidence().problem()) {
            case DEAD_UNITS, SATURATED_UNITS, VANISHING_GRADIENT -> true;
            case DIVERGING,
                    UNLIKE_SCALES,
                    FLAT_AT_PRIOR,
                    EXPLODING_GRADIENT,
                    NOISY_BATCH,
                    TOO_SLOW,
                    OVERFIT,
                    UNDERFIT -> false;
        };
    }

    private Optional<Finding<TrainingEvidence, Experiment>> diverging() {
        if (input.outcome() instanceof TrainingOutcome.Diverged diverged) {
            boolean hasStepped = Double.isFinite(first.trainLoss());
            return Optional.of(TrainingFindings.of(
                    new TrainingEvidence(
                            Problem.DIVERGING,
                            Certainty.CERTAIN,
                            diverged.loss(),
                            first.trainLoss(),
                            lowestTrainLoss().epoch(),
                            hasStepped ? latest.epoch() + 1 : 0),
                    hasStepped ? remedies.lowerRate() : remedies.finiteInitialization()));
        }
        double increaseFactor = latest.trainLoss() / first.trainLoss();
        boolean high = curves.staysAbove(LOSS_INCREASE_FACTOR * first.trainLoss());
        return latest.epoch() >= MIN_DIVERGING_EPOCHS
                        && high
                        && latest.trainLoss() > input.data().baselineLoss()
                ? Optional.of(TrainingFindings.of(
                        new TrainingEvidence(
                                Problem.DIVERGING,
                                Certainty.of(increaseFactor / LOSS_INCREASE_FACTOR),
                                latest.trainLoss(),
                                first.trainLoss(),
                                lowestTrainLoss().epoch(),
                                latest.epoch()),
                        remedies.lowerRate()))
                : Optional.empty();
    }

    private EpochReport lowestTrainLoss() {
        return input.epochReports().get(curves.lowestTrain());
    }

    private Optional<Finding<TrainingEvidence, Experiment>> mismatchedScales() {
        double scaleRatio = input.data().scaleRatio();
        boolean standardized = input.experiment().data().standardize();
        return !standardized && scaleRatio >= SCALE_RATIO
                ? Optional.of(TrainingFindings.of(
                        new TrainingEvidence(
                                Problem.UNLIKE_SCALES,
                                Certainty.of(scaleRatio / SCALE_RATIO),
                                scaleRatio,
                                SCALE_RATIO,
                                0,
                                latest.epoch()),
                        remedies.standardizedFeatures()))
                : Optional.empty();
    }

    private Optional<Finding<TrainingEvidence, Experiment>> flatAtBaseline() {
        double baselineLoss = input.data().baselineLoss();
        double tolerance = BASELINE_TOLERANCE * baselineLoss;
        List<EpochReport> later = input.reportsFrom(0.5);
        double deviation = later.stream()
                .mapToDouble(row -> Math.abs(row.trainLoss() - baselineLoss))
                .max()
                .orElse(0);
        return latest.epoch() >= MIN_EPOCHS && deviation < tolerance
                ? Optional.of(TrainingFindings.of(
                        new TrainingEvidence(
                                Problem.FLAT_AT_PRIOR,
                                Certainty.of(tolerance / deviation),
                                latest.trainLoss(),
                                baselineLoss,
                                later.get(0).epoch(),
                                latest.epoch()),
                        remedies.escapeBaseline()))
                : Optional.empty();
    }

    private Optional<Finding<TrainingEvidence, Experiment>> noisyBatch() {
        NoiseScale noise = input.noise();
        List<EpochReport> later = input.reportsFrom(0.5);
        double floor = SMALL_LOSS_SHARE * input.data().baselineLoss();
        int batch =
                input.experiment().training().batchSize().effective(input.data().trainRows());
        if (noise == null || later.size() < MIN_EPOCHS || !(noise.value() > batch)) {
            return Optional.empty();
        }
        double share = curves.jumpShare(floor);
        return share >= JUMP_SHARE
                ? Optional.of(TrainingFindings.of(
                        new TrainingEvidence(
                                Problem.NOISY_BATCH,
                                Certainty.of(Math.min(share / JUMP_SHARE, noise.value() / batch)),
                                share,
                                noise.value(),
                                later.get(0).epoch(),
                                latest.epoch()),
                        remedies.largerBatch()))
                : Optional.empty();
    }

    private Optional<Finding<TrainingEvidence, Experiment>> tooSlow() {
        int remainingEpochs = input.experiment().training().epochs() - latest.epoch();
        LossCurves.SlowDescent found = latest.epoch() < MIN_EPOCHS ? null : curves.slowDescent(remainingEpochs);
        return found == null
                ? Optional.empty()
                : Optional.of(TrainingFindings.of(
                        new TrainingEvidence(
                                Problem.TOO_SLOW,
                                Certainty.of((first.trainLoss() - found.threshold())
                                        / (first.trainLoss() - found.predicted())),
                                latest.trainLoss(),
                                found.predicted(),
                                0,
                                latest.epoch()),
                        remedies.higherRate()));
    }

    private Optional<Finding<TrainingEvidence, Experiment>> overfit() {
        boolean stopsEarly = input.experiment().training().patience() > 0;
        LossCurves.Overfitting found = stopsEarly || latest.epoch() < MIN_FITTING_EPOCHS ? null : curves.overfitting();
        return found == null
                ? Optional.empty()
                : Optional.of(TrainingFindings.of(
                        new TrainingEvidence(
                                Problem.OVERFIT,
                                Certainty.of(found.excess() / GENERALIZATION_LOSS),
                                found.recentLowest(),
                                found.lowest(),
                                input.epochReports().get(found.best()).epoch(),
                                latest.epoch()),
                        remedies.earlyStopping()));
    }

    private Optional<Finding<TrainingEvidence, Experiment>> underfit() {
        EpochReport quarter = input.reportsFrom(0.75).get(0);
        double baselineLoss = input.data().baselineLoss();
        int requestedEpochs = input.experiment().training().epochs();
        boolean late = latest.epoch() >= MIN_FITTING_EPOCHS && 2 * latest.epoch() >= requestedEpochs;
        boolean plateaued = quarter.trainLoss() - latest.trainLoss() < PLATEAU_TOLERANCE * quarter.trainLoss();
        boolean validationIsClose = latest.validationLoss() < MAX_VALIDATION_RATIO * latest.trainLoss();
        double share = latest.trainLoss() / baselineLoss;
        return late && plateaued && validationIsClose && share > UNDERFIT_SHARE && share <= 1
                ? Optional.of(TrainingFindings.of(
                        new TrainingEvidence(
                                Problem.UNDERFIT,
                                Certainty.of(share / UNDERFIT_SHARE),
                                latest.trainLoss(),
                                baselineLoss,
                                quarter.epoch(),
                                latest.epoch()),
                        remedies.moreUnits()))
                : Optional.empty();
    }
}

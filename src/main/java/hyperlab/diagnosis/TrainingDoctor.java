package hyperlab.diagnosis;

import hyperlab.diagnosis.Symptom.Certainty;
import hyperlab.diagnosis.Symptom.Evidence;
import hyperlab.nn.layer.Initializer;
import hyperlab.train.EpochReport;
import hyperlab.train.TrainingOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Finds problems in a training run by the rules of {@link Problem}. A problem that follows from another one is not
 * reported. For a diverged run, only the divergence and unlike feature scales are reported. If layers block the
 * gradient, this explains a loss at the prior, so the flat loss is not reported. The exception is a network with all
 * weights initialized to zero: there the initialization is the cause, and the layers are not reported. A run that is
 * flat at the prior is not also reported as slow, underfit or overfit.
 */
public final class TrainingDoctor {
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
    /** See {@link Problem#NOISY_BATCH}. */
    public static final double JUMP_SHARE = 0.2;
    /** See {@link Problem#OVERFIT}. */
    public static final double GENERALIZATION_LOSS = 0.05;
    /** See {@link Problem#UNDERFIT}. */
    public static final double UNDERFIT_SHARE = 0.6;
    /** See {@link Problem#FLAT_AT_PRIOR}. */
    public static final int MIN_EPOCHS = 5;
    /** A loss below this share of the prior loss is small: the network has learned, and several rules do not apply. */
    static final double SMALL_LOSS_SHARE = 0.2;

    private static final int MIN_DIVERGING_EPOCHS = 2;
    private static final double JUMP_FACTOR = 1.2;
    private static final double STEADY_SHARE = 0.9;
    private static final double PLATEAU_TOLERANCE = 0.02;
    private static final double MAX_VALIDATION_RATIO = 1.25;
    private static final int MIN_FITTING_EPOCHS = 10;

    private final DiagnosisInput input;
    private final EpochReport first;
    private final EpochReport latest;
    private final Remedies remedies;

    private TrainingDoctor(DiagnosisInput input) {
        this.input = input;
        this.first = input.firstReport();
        this.latest = input.latestReport();
        this.remedies = new Remedies(input);
    }

    /** Returns the problems found, most serious first; empty for a healthy run. */
    public static List<Symptom> examine(DiagnosisInput input) {
        return new TrainingDoctor(input)
                .examine().stream()
                        .map(symptom -> symptom.withEvidence(symptom.evidence()
                                .withInAccuracy(
                                        AccuracyEvidence.confirms(symptom.problem(), input, symptom.evidence()))))
                        .toList();
    }

    private List<Symptom> examine() {
        List<Symptom> found = new ArrayList<>();
        Optional<Symptom> diverging = diverging();
        Stream.of(diverging, mismatchedScales()).flatMap(Optional::stream).forEach(found::add);
        if (diverging.isPresent()) {
            return List.copyOf(found);
        }
        Optional<Symptom> flatLoss = flatAtBaseline();
        boolean zeroInitialized = input.experiment().network().initializer() instanceof Initializer.Zero;
        List<Symptom> layers =
                flatLoss.isPresent() && zeroInitialized ? List.of() : new LayerRules(input, remedies).examine();
        flatLoss.filter(symptom -> layers.stream().noneMatch(TrainingDoctor::blocksGradients))
                .ifPresent(found::add);
        found.addAll(layers);
        noisyBatch().ifPresent(found::add);
        if (flatLoss.isEmpty()) {
            Stream.of(tooSlow().or(this::underfit), overfit())
                    .flatMap(Optional::stream)
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    private static boolean blocksGradients(Symptom symptom) {
        return switch (symptom.problem()) {
            case DEAD_UNITS, SATURATED_UNITS, VANISHING_GRADIENT -> true;
            default -> false;
        };
    }

    private Optional<Symptom> diverging() {
        if (input.outcome() instanceof TrainingOutcome.Diverged diverged) {
            boolean hasStepped = Double.isFinite(first.trainLoss());
            return Optional.of(new Symptom(
                    Problem.DIVERGING,
                    Certainty.CERTAIN,
                    diverged.loss(),
                    first.trainLoss(),
                    new Evidence(lowestTrainLoss().epoch(), hasStepped ? latest.epoch() + 1 : 0, List.of()),
                    hasStepped ? remedies.lowerRate() : remedies.finiteInitialization()));
        }
        double increaseFactor = latest.trainLoss() / first.trainLoss();
        boolean high = input.reportsFrom(0.75).stream()
                .allMatch(row -> row.trainLoss() > LOSS_INCREASE_FACTOR * first.trainLoss());
        return latest.epoch() >= MIN_DIVERGING_EPOCHS
                        && high
                        && latest.trainLoss() > input.data().baselineLoss()
                ? Optional.of(new Symptom(
                        Problem.DIVERGING,
                        Certainty.of(increaseFactor / LOSS_INCREASE_FACTOR),
                        latest.trainLoss(),
                        first.trainLoss(),
                        new Evidence(lowestTrainLoss().epoch(), latest.epoch(), List.of()),
                        remedies.lowerRate()))
                : Optional.empty();
    }

    private EpochReport lowestTrainLoss() {
        EpochReport lowest = first;
        for (EpochReport row : input.epochReports()) {
            lowest = row.trainLoss() < lowest.trainLoss() ? row : lowest;
        }
        return lowest;
    }

    private Optional<Symptom> mismatchedScales() {
        double scaleRatio = input.data().scaleRatio();
        boolean standardized = input.experiment().data().standardize();
        return !standardized && scaleRatio >= SCALE_RATIO
                ? Optional.of(new Symptom(
                        Problem.UNLIKE_SCALES,
                        Certainty.of(scaleRatio / SCALE_RATIO),
                        scaleRatio,
                        SCALE_RATIO,
                        new Evidence(0, latest.epoch(), List.of()),
                        remedies.standardizedFeatures()))
                : Optional.empty();
    }

    private Optional<Symptom> flatAtBaseline() {
        double baselineLoss = input.data().baselineLoss();
        double tolerance = BASELINE_TOLERANCE * baselineLoss;
        List<EpochReport> later = input.reportsFrom(0.5);
        double deviation = later.stream()
                .mapToDouble(row -> Math.abs(row.trainLoss() - baselineLoss))
                .max()
                .orElse(0);
        return latest.epoch() >= MIN_EPOCHS && deviation < tolerance
                ? Optional.of(new Symptom(
                        Problem.FLAT_AT_PRIOR,
                        Certainty.of(tolerance / deviation),
                        latest.trainLoss(),
                        baselineLoss,
                        new Evidence(later.get(0).epoch(), latest.epoch(), List.of()),
                        remedies.escapeBaseline()))
                : Optional.empty();
    }

    private Optional<Symptom> noisyBatch() {
        NoiseScale noise = input.noise();
        List<EpochReport> later = input.reportsFrom(0.5);
        double floor = SMALL_LOSS_SHARE * input.data().baselineLoss();
        int batch =
                input.experiment().training().batchSize().effective(input.data().trainRows());
        if (noise == null || later.size() < MIN_EPOCHS || !(noise.value() > batch)) {
            return Optional.empty();
        }
        int jumps = 0;
        for (int k = 1; k < later.size(); k++) {
            double before = later.get(k - 1).trainLoss();
            double now = later.get(k).trainLoss();
            jumps += now > JUMP_FACTOR * before && now > floor ? 1 : 0;
        }
        double share = jumps / (later.size() - 1.0);
        return share >= JUMP_SHARE
                ? Optional.of(new Symptom(
                        Problem.NOISY_BATCH,
                        Certainty.of(Math.min(share / JUMP_SHARE, noise.value() / batch)),
                        share,
                        noise.value(),
                        new Evidence(later.get(0).epoch(), latest.epoch(), List.of()),
                        remedies.largerBatch()))
                : Optional.empty();
    }

    private Optional<Symptom> tooSlow() {
        List<EpochReport> later = input.reportsFrom(0.5);
        int span = latest.epoch() - later.get(0).epoch();
        if (latest.epoch() < MIN_EPOCHS || span == 0 || !fallsSteadily()) {
            return Optional.empty();
        }
        double lateSlope = (later.get(0).trainLoss() - latest.trainLoss()) / span;
        double earlySlope = (first.trainLoss() - later.get(0).trainLoss())
                / Math.max(1, later.get(0).epoch());
        int remainingEpochs = input.experiment().training().epochs() - latest.epoch();
        double predictedLoss = latest.trainLoss() - lateSlope * remainingEpochs;
        double threshold = first.trainLoss() / 2;
        return lateSlope > earlySlope / 2 && predictedLoss > threshold
                ? Optional.of(new Symptom(
                        Problem.TOO_SLOW,
                        Certainty.of((first.trainLoss() - threshold) / (first.trainLoss() - predictedLoss)),
                        latest.trainLoss(),
                        predictedLoss,
                        new Evidence(0, latest.epoch(), List.of()),
                        remedies.higherRate()))
                : Optional.empty();
    }

    private boolean fallsSteadily() {
        int falls = 0;
        for (int k = 1; k < input.epochReports().size(); k++) {
            falls += input.epochReports().get(k).trainLoss()
                            < input.epochReports().get(k - 1).trainLoss()
                    ? 1
                    : 0;
        }
        return falls >= STEADY_SHARE * (input.epochReports().size() - 1);
    }

    private Optional<Symptom> overfit() {
        EpochReport best = first;
        for (EpochReport row : input.epochReports()) {
            best = row.isBetterThan(best) ? row : best;
        }
        double recentLowest = lowestInLastQuarter(EpochReport::validationLoss);
        double excess = recentLowest / best.validationLoss() - 1;
        boolean trainLossFell =
                lowestInLastQuarter(EpochReport::trainLoss) * (1 + GENERALIZATION_LOSS) < best.trainLoss();
        boolean stopsEarly = input.experiment().training().patience() > 0;
        return !stopsEarly && latest.epoch() >= MIN_FITTING_EPOCHS && excess > GENERALIZATION_LOSS && trainLossFell
                ? Optional.of(new Symptom(
                        Problem.OVERFIT,
                        Certainty.of(excess / GENERALIZATION_LOSS),
                        recentLowest,
                        best.validationLoss(),
                        new Evidence(best.epoch(), latest.epoch(), List.of()),
                        remedies.earlyStopping()))
                : Optional.empty();
    }

    private double lowestInLastQuarter(ToDoubleFunction<EpochReport> loss) {
        return input.reportsFrom(0.75).stream().mapToDouble(loss).min().orElse(Double.NaN);
    }

    private Optional<Symptom> underfit() {
        EpochReport quarter = input.reportsFrom(0.75).get(0);
        double baselineLoss = input.data().baselineLoss();
        int requestedEpochs = input.experiment().training().epochs();
        boolean late = latest.epoch() >= MIN_FITTING_EPOCHS && 2 * latest.epoch() >= requestedEpochs;
        boolean plateaued = quarter.trainLoss() - latest.trainLoss() < PLATEAU_TOLERANCE * quarter.trainLoss();
        boolean validationIsClose = latest.validationLoss() < MAX_VALIDATION_RATIO * latest.trainLoss();
        double share = latest.trainLoss() / baselineLoss;
        return late && plateaued && validationIsClose && share > UNDERFIT_SHARE && share <= 1
                ? Optional.of(new Symptom(
                        Problem.UNDERFIT,
                        Certainty.of(share / UNDERFIT_SHARE),
                        latest.trainLoss(),
                        baselineLoss,
                        new Evidence(quarter.epoch(), latest.epoch(), List.of()),
                        remedies.moreUnits()))
                : Optional.empty();
    }
}

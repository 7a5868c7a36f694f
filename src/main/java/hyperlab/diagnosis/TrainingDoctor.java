package hyperlab.diagnosis;

import hyperlab.diagnosis.Symptom.Certainty;
import hyperlab.diagnosis.Symptom.Evidence;
import hyperlab.nn.Initializer;
import hyperlab.train.EpochReport;
import hyperlab.train.TrainingOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Finds problems in a training run by the rules of {@link Ailment}. A problem that follows from another one is not
 * reported. For a diverged run, only the divergence and unlike feature scales are reported. If layers block the
 * gradient, this explains a loss at the prior, so the flat loss is not reported. The exception is a network with all
 * weights initialized to zero: there the initialization is the cause, and the layers are not reported. A run that is
 * flat at the prior is not also reported as slow, underfit or overfit.
 */
public final class TrainingDoctor {
    /** See {@link Ailment#DIVERGING}. */
    public static final double RISEN = 1.2;
    /** See {@link Ailment#UNLIKE_SCALES}. */
    public static final double UNLIKE = 30;
    /** See {@link Ailment#FLAT_AT_PRIOR}. */
    public static final double AT_PRIOR = 0.03;
    /** See {@link Ailment#DEAD_UNITS}. */
    public static final double DEAD = 0.4;
    /** See {@link Ailment#SATURATED_UNITS}. */
    public static final double SATURATED = 0.9;
    /** See {@link Ailment#VANISHING_GRADIENT}. */
    public static final double VANISHED = 0.001;
    /** See {@link Ailment#NOISY_BATCH}. */
    public static final double LEAPS = 0.2;
    /** See {@link Ailment#OVERFIT}. */
    public static final double GENERALIZATION_LOSS = 0.05;
    /** See {@link Ailment#UNDERFIT}. */
    public static final double UNLEARNED = 0.6;
    /** See {@link Ailment#FLAT_AT_PRIOR}. */
    public static final int FEWEST_EPOCHS = 5;
    /** A loss below this share of the prior loss is small: the network has learned, and several rules do not apply. */
    static final double SMALL = 0.2;

    private static final int FEWEST_ROWS = 2;
    private static final double LEAP = 1.2;
    private static final double EVENLY = 0.9;
    private static final double LEVEL = 0.02;
    private static final double NEAR = 1.25;
    private static final int SETTLED_EPOCHS = 10;

    private final TrainingCase given;
    private final EpochReport first;
    private final EpochReport newest;
    private final Remedies remedies;

    private TrainingDoctor(TrainingCase given) {
        this.given = given;
        this.first = given.first();
        this.newest = given.newest();
        this.remedies = new Remedies(given);
    }

    /** Returns the problems found, most serious first; empty for a healthy run. */
    public static List<Symptom> examine(TrainingCase given) {
        return new TrainingDoctor(given)
                .examine().stream()
                        .map(symptom -> symptom.withEvidence(symptom.evidence()
                                .shownInAccuracy(AccuracySigns.show(symptom.ailment(), given, symptom.evidence()))))
                        .toList();
    }

    private List<Symptom> examine() {
        List<Symptom> found = new ArrayList<>();
        Optional<Symptom> diverging = diverging();
        Stream.of(diverging, unlikeScales()).flatMap(Optional::stream).forEach(found::add);
        if (diverging.isPresent()) {
            return List.copyOf(found);
        }
        Optional<Symptom> flat = flatAtPrior();
        boolean zero = given.experiment().network().initializer() instanceof Initializer.Zero;
        List<Symptom> layers = flat.isPresent() && zero ? List.of() : new LayerRules(given, remedies).examine();
        flat.filter(symptom -> layers.stream().noneMatch(TrainingDoctor::stopsGradients))
                .ifPresent(found::add);
        found.addAll(layers);
        noisyBatch().ifPresent(found::add);
        if (flat.isEmpty()) {
            Stream.of(tooSlow().or(this::underfit), overfit())
                    .flatMap(Optional::stream)
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    private static boolean stopsGradients(Symptom symptom) {
        return switch (symptom.ailment()) {
            case DEAD_UNITS, SATURATED_UNITS, VANISHING_GRADIENT -> true;
            default -> false;
        };
    }

    private Optional<Symptom> diverging() {
        if (given.outcome() instanceof TrainingOutcome.Diverged diverged) {
            boolean stepped = Double.isFinite(first.trainLoss());
            return Optional.of(new Symptom(
                    Ailment.DIVERGING,
                    Certainty.CERTAIN,
                    diverged.loss(),
                    first.trainLoss(),
                    new Evidence(lowest().epoch(), stepped ? newest.epoch() + 1 : 0, List.of()),
                    stepped ? remedies.calmerRate() : remedies.finiteStart()));
        }
        double times = newest.trainLoss() / first.trainLoss();
        boolean high = given.from(0.75).stream().allMatch(row -> row.trainLoss() > RISEN * first.trainLoss());
        return newest.epoch() >= FEWEST_ROWS
                        && high
                        && newest.trainLoss() > given.data().prior()
                ? Optional.of(new Symptom(
                        Ailment.DIVERGING,
                        Certainty.of(times / RISEN),
                        newest.trainLoss(),
                        first.trainLoss(),
                        new Evidence(lowest().epoch(), newest.epoch(), List.of()),
                        remedies.calmerRate()))
                : Optional.empty();
    }

    private EpochReport lowest() {
        EpochReport lowest = first;
        for (EpochReport row : given.rows()) {
            lowest = row.trainLoss() < lowest.trainLoss() ? row : lowest;
        }
        return lowest;
    }

    private Optional<Symptom> unlikeScales() {
        double spread = given.data().spread();
        boolean standardized = given.experiment().data().standardize();
        return !standardized && spread >= UNLIKE
                ? Optional.of(new Symptom(
                        Ailment.UNLIKE_SCALES,
                        Certainty.of(spread / UNLIKE),
                        spread,
                        UNLIKE,
                        new Evidence(0, newest.epoch(), List.of()),
                        remedies.standardized()))
                : Optional.empty();
    }

    private Optional<Symptom> flatAtPrior() {
        double prior = given.data().prior();
        double reach = AT_PRIOR * prior;
        List<EpochReport> later = given.from(0.5);
        double off = later.stream()
                .mapToDouble(row -> Math.abs(row.trainLoss() - prior))
                .max()
                .orElse(0);
        return newest.epoch() >= FEWEST_EPOCHS && off < reach
                ? Optional.of(new Symptom(
                        Ailment.FLAT_AT_PRIOR,
                        Certainty.of(reach / off),
                        newest.trainLoss(),
                        prior,
                        new Evidence(later.get(0).epoch(), newest.epoch(), List.of()),
                        remedies.offThePrior()))
                : Optional.empty();
    }

    private Optional<Symptom> noisyBatch() {
        NoiseScale noise = given.noise();
        List<EpochReport> later = given.from(0.5);
        double floor = SMALL * given.data().prior();
        int batch = given.experiment().training().batchSize().effective(given.data().trainRows());
        if (noise == null || later.size() < FEWEST_EPOCHS || !(noise.value() > batch)) {
            return Optional.empty();
        }
        int leaps = 0;
        for (int k = 1; k < later.size(); k++) {
            double before = later.get(k - 1).trainLoss();
            double now = later.get(k).trainLoss();
            leaps += now > LEAP * before && now > floor ? 1 : 0;
        }
        double share = leaps / (later.size() - 1.0);
        return share >= LEAPS
                ? Optional.of(new Symptom(
                        Ailment.NOISY_BATCH,
                        Certainty.of(Math.min(share / LEAPS, noise.value() / batch)),
                        share,
                        noise.value(),
                        new Evidence(later.get(0).epoch(), newest.epoch(), List.of()),
                        remedies.largerBatch()))
                : Optional.empty();
    }

    private Optional<Symptom> tooSlow() {
        List<EpochReport> later = given.from(0.5);
        int span = newest.epoch() - later.get(0).epoch();
        if (newest.epoch() < FEWEST_EPOCHS || span == 0 || !fallsEvenly()) {
            return Optional.empty();
        }
        double pace = (later.get(0).trainLoss() - newest.trainLoss()) / span;
        double early = (first.trainLoss() - later.get(0).trainLoss())
                / Math.max(1, later.get(0).epoch());
        int left = given.experiment().training().epochs() - newest.epoch();
        double atTheEnd = newest.trainLoss() - pace * left;
        double threshold = first.trainLoss() / 2;
        return pace > early / 2 && atTheEnd > threshold
                ? Optional.of(new Symptom(
                        Ailment.TOO_SLOW,
                        Certainty.of((first.trainLoss() - threshold) / (first.trainLoss() - atTheEnd)),
                        newest.trainLoss(),
                        atTheEnd,
                        new Evidence(0, newest.epoch(), List.of()),
                        remedies.fasterRate()))
                : Optional.empty();
    }

    private boolean fallsEvenly() {
        int falls = 0;
        for (int k = 1; k < given.rows().size(); k++) {
            falls += given.rows().get(k).trainLoss() < given.rows().get(k - 1).trainLoss() ? 1 : 0;
        }
        return falls >= EVENLY * (given.rows().size() - 1);
    }

    private Optional<Symptom> overfit() {
        EpochReport best = first;
        for (EpochReport row : given.rows()) {
            best = row.isBetterThan(best) ? row : best;
        }
        double recent = lowestOfLate(EpochReport::validationLoss);
        double above = recent / best.validationLoss() - 1;
        boolean learned = lowestOfLate(EpochReport::trainLoss) * (1 + GENERALIZATION_LOSS) < best.trainLoss();
        boolean watched = given.experiment().training().patience() > 0;
        return !watched && newest.epoch() >= SETTLED_EPOCHS && above > GENERALIZATION_LOSS && learned
                ? Optional.of(new Symptom(
                        Ailment.OVERFIT,
                        Certainty.of(above / GENERALIZATION_LOSS),
                        recent,
                        best.validationLoss(),
                        new Evidence(best.epoch(), newest.epoch(), List.of()),
                        remedies.stopEarly()))
                : Optional.empty();
    }

    private double lowestOfLate(ToDoubleFunction<EpochReport> loss) {
        return given.from(0.75).stream().mapToDouble(loss).min().orElse(Double.NaN);
    }

    private Optional<Symptom> underfit() {
        EpochReport quarter = given.from(0.75).get(0);
        double prior = given.data().prior();
        int asked = given.experiment().training().epochs();
        boolean late = newest.epoch() >= SETTLED_EPOCHS && 2 * newest.epoch() >= asked;
        boolean level = quarter.trainLoss() - newest.trainLoss() < LEVEL * quarter.trainLoss();
        boolean near = newest.validationLoss() < NEAR * newest.trainLoss();
        double share = newest.trainLoss() / prior;
        return late && level && near && share > UNLEARNED && share <= 1
                ? Optional.of(new Symptom(
                        Ailment.UNDERFIT,
                        Certainty.of(share / UNLEARNED),
                        newest.trainLoss(),
                        prior,
                        new Evidence(quarter.epoch(), newest.epoch(), List.of()),
                        remedies.moreUnits()))
                : Optional.empty();
    }
}

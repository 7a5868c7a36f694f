package hyperlab.tune;

import hyperlab.finding.Argument;
import hyperlab.finding.Finding;
import hyperlab.finding.Message;
import hyperlab.finding.Remedy;
import hyperlab.finding.Severity;
import hyperlab.rule.SignificantDigits;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Examines the trials of a search for problems. The evidence is the keys of the hyperparameters that a finding is
 * about.
 */
public final class SearchDoctor {
    private static final String FAILED_TRIALS = "tuning.doctor.lost";
    private static final String BEST_AT_BOUNDARY = "tuning.doctor.edge";
    private static final String SINGLE_SEED = "tuning.doctor.seed";
    private static final String TOO_FEW_TRIALS = "tuning.doctor.few";
    private static final String NO_PROBLEMS = "tuning.doctor.fine";
    private static final String UNLIKE_SCALES = "tuning.doctor.scales";
    private static final String STANDARDIZE = DefaultSearchSpace.STANDARDIZE.key();

    /** The keys of all findings. */
    public static final List<String> KEYS =
            List.of(FAILED_TRIALS, BEST_AT_BOUNDARY, SINGLE_SEED, TOO_FEW_TRIALS, UNLIKE_SCALES, NO_PROBLEMS);

    /** The number of finished trials from which on there are findings. */
    public static final int MIN_TRIALS = 5;

    private static final int MAX_REPEATED = 5;
    private static final double MAX_FAILED_FRACTION = 0.25;
    /**
     * The largest distance from an end of an axis, as a fraction of the axis, at which a trial counts as at the end.
     */
    private static final double BOUNDARY_DISTANCE = 0.03;

    private static final double LOG_WIDENING = 10;

    /**
     * What the doctor examines.
     *
     * @param rows the trials so far, in any state
     * @param running whether more trials will follow
     * @param isValid whether the study's experiment accepts a value for a key
     * @param scales how different the scales of the features are
     */
    public record Input(
            TuningStudy study,
            List<TrialRecord> rows,
            boolean running,
            BiPredicate<String, String> isValid,
            Scales scales) {
        public Input {
            rows = List.copyOf(rows);
        }
    }

    /**
     * How different the scales of the features are.
     *
     * @param ratio the largest standard deviation of a feature divided by the smallest, as the networks of the study's
     *     experiment receive them; NaN if it is not known
     * @param threshold the ratio from which on the scales are a problem
     */
    public record Scales(double ratio, double threshold) {}

    private final Input input;
    private final TuningStudy study;
    private final List<TrialRecord> ranked;

    private SearchDoctor(Input input) {
        this.input = input;
        study = input.study();
        ranked = study.ranked(input.rows());
    }

    /** Returns all findings, the most severe first. If there are no problems, one finding says so. */
    public static List<Finding<List<String>, SearchRemedy>> examine(Input input) {
        List<TrialRecord> finished =
                input.rows().stream().filter(row -> row.state().isFinal()).toList();
        SearchDoctor doctor = new SearchDoctor(input);
        List<Finding<List<String>, SearchRemedy>> results = new ArrayList<>();
        doctor.checkScales().ifPresent(results::add);
        if (finished.size() < MIN_TRIALS) {
            results.add(finding(Severity.NOTE, TOO_FEW_TRIALS, List.of(), null));
            return results;
        }
        checkFailedTrials(finished).ifPresent(results::add);
        results.addAll(doctor.checkBoundaries());
        doctor.checkSingleSeed().ifPresent(results::add);
        return results.isEmpty() ? List.of(finding(Severity.GOOD, NO_PROBLEMS, List.of(), null)) : results;
    }

    /**
     * The features have different scales and are not standardized, so that one learning rate hardly suits all weights
     * of any trial. Arguments: the ratio and its threshold.
     */
    private Optional<Finding<List<String>, SearchRemedy>> checkScales() {
        Experiment experiment = study.experiment();
        Scales scales = input.scales();
        if (experiment == null
                || experiment.data().standardize()
                || study.space().keys().contains(STANDARDIZE)
                || !(scales.ratio() >= scales.threshold())) {
            return Optional.empty();
        }
        return Optional.of(finding(
                Severity.WARNING,
                UNLIKE_SCALES,
                List.of(STANDARDIZE),
                searchStandardizing(),
                number(scales.ratio()),
                number(scales.threshold())));
    }

    /**
     * Searches whether to standardize. The default experiment stays as it is, so that its comparison with the best
     * trial shows the gain. Null if the space is full or nothing chooses new trials in it.
     */
    private @Nullable Remedy<SearchRemedy> searchStandardizing() {
        List<SearchSpace.Hyperparameter> parameters =
                new ArrayList<>(study.space().parameters());
        if (!study.method().choosesPoints() || parameters.size() == SearchSpace.MAX_PARAMETERS) {
            return null;
        }
        parameters.add(DefaultSearchSpace.STANDARDIZE);
        return new Remedy<>(
                Message.of("tuning.doctor.scales.remedy"),
                new SearchRemedy.ChangeStudy(study.withSpace(new SearchSpace(parameters))));
    }

    /** Many trials have no value. Arguments: the trials that diverged or failed, and all finished trials. */
    private static Optional<Finding<List<String>, SearchRemedy>> checkFailedTrials(List<TrialRecord> finished) {
        long lost = finished.stream()
                .filter(row -> row.state() == TrialRecord.TrialStatus.DIVERGED
                        || row.state() == TrialRecord.TrialStatus.FAILED)
                .count();
        return lost > MAX_FAILED_FRACTION * finished.size()
                ? Optional.of(finding(
                        Severity.WARNING,
                        FAILED_TRIALS,
                        List.of(),
                        null,
                        Argument.integer(lost),
                        Argument.integer(finished.size())))
                : Optional.empty();
    }

    private List<Finding<List<String>, SearchRemedy>> checkBoundaries() {
        List<Finding<List<String>, SearchRemedy>> results = new ArrayList<>();
        if (ranked.isEmpty() || study.function() != null) {
            return results;
        }
        TrialRecord best = ranked.get(0);
        double[] point = study.space().point(best.values());
        for (int index = 0; index < point.length; index++) {
            boolean low = point[index] < BOUNDARY_DISTANCE;
            if (low || point[index] > 1 - BOUNDARY_DISTANCE) {
                checkBoundary(index, low, best).ifPresent(results::add);
            }
        }
        return results;
    }

    /**
     * The dimension with its low or its high end moved outward; empty for whole numbers and choices.
     *
     * @param low whether the low end moves
     */
    private record WiderDimension(boolean low) implements SearchDimension.Visitor<Optional<SearchDimension>> {
        @Override
        public Optional<SearchDimension> visit(SearchDimension.LinearDimension linear) {
            double half = (linear.high() - linear.low()) / 2;
            return Optional.of(
                    low
                            ? new SearchDimension.LinearDimension(
                                    SignificantDigits.round(linear.low() - half, 3), linear.high())
                            : new SearchDimension.LinearDimension(
                                    linear.low(), SignificantDigits.round(linear.high() + half, 3)));
        }

        @Override
        public Optional<SearchDimension> visit(SearchDimension.LogDimension log) {
            return Optional.of(
                    low
                            ? new SearchDimension.LogDimension(
                                    SignificantDigits.round(log.low() / LOG_WIDENING, 3), log.high())
                            : new SearchDimension.LogDimension(
                                    log.low(), SignificantDigits.round(log.high() * LOG_WIDENING, 3)));
        }

        @Override
        public Optional<SearchDimension> visit(SearchDimension.IntegerDimension integer) {
            return Optional.empty();
        }

        @Override
        public Optional<SearchDimension> visit(SearchDimension.CategoricalDimension choice) {
            return Optional.empty();
        }
    }

    /**
     * The best trial lies at an end of an axis, so values beyond that end may be better. Arguments: the hyperparameter,
     * its value in the best trial, and the current end of the axis.
     */
    private Optional<Finding<List<String>, SearchRemedy>> checkBoundary(int index, boolean low, TrialRecord best) {
        SearchSpace.Hyperparameter parameter = study.space().parameters().get(index);
        SearchDimension axis = parameter.dimension();
        SearchDimension widerAxis = axis.accept(new WiderDimension(low)).orElse(null);
        if (widerAxis == null) {
            return Optional.empty();
        }
        double end = Double.parseDouble(axis.value(low ? 0 : 1));
        double wider = Double.parseDouble(widerAxis.value(low ? 0 : 1));
        if (!input.isValid().test(parameter.key(), widerAxis.value(low ? 0 : 1))) {
            return Optional.empty();
        }
        List<SearchSpace.Hyperparameter> all = new ArrayList<>(study.space().parameters());
        all.set(index, new SearchSpace.Hyperparameter(parameter.key(), widerAxis));
        double value = Double.parseDouble(best.values().getOrDefault(parameter.key(), "0"));
        return Optional.of(finding(
                Severity.WARNING,
                BEST_AT_BOUNDARY,
                List.of(parameter.key()),
                new Remedy<>(
                        Message.of("tuning.doctor.edge.remedy", number(wider)),
                        new SearchRemedy.ChangeStudy(study.withSpace(new SearchSpace(all)))),
                new Argument.Setting(parameter.key()),
                number(value),
                number(end)));
    }

    /**
     * Each trial has only one seed, so the order of the best trials may be due to chance. Arguments: the objectives of
     * the best two trials.
     */
    private Optional<Finding<List<String>, SearchRemedy>> checkSingleSeed() {
        if (study.function() != null
                || ranked.size() < 2
                || input.running()
                || study.space().keys().contains("seed")) {
            return Optional.empty();
        }
        int repeats = Math.min(MAX_REPEATED, ranked.size());
        return Optional.of(finding(
                Severity.NOTE,
                SINGLE_SEED,
                List.of(),
                new Remedy<>(
                        Message.of("tuning.doctor.seed.remedy", Argument.integer(repeats)),
                        new SearchRemedy.RepeatBest(repeats)),
                number(ranked.get(0).value()),
                number(ranked.get(1).value())));
    }

    private static Finding<List<String>, SearchRemedy> finding(
            Severity severity,
            String key,
            List<String> evidence,
            @Nullable Remedy<SearchRemedy> remedy,
            Argument... arguments) {
        return new Finding<>(severity, key, List.of(arguments), evidence, remedy);
    }

    private static Argument number(double value) {
        return Argument.number(value, 3);
    }
}

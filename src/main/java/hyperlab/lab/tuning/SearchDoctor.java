package hyperlab.lab.tuning;

import hyperlab.chart.tuning.TuningChartModels;
import hyperlab.rule.InvalidInputException;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningStudy;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for problems in a search, using only its trials. */
final class SearchDoctor {
    private static final int MIN_TRIALS = 5;
    private static final int MAX_REPEATED = 5;
    private static final double MAX_FAILED_FRACTION = 0.25;
    /**
     * The largest distance from an end of an axis, as a fraction of the axis, at which a trial counts as at the end.
     */
    private static final double BOUNDARY_DISTANCE = 0.03;

    private static final double LOG_WIDENING = 10;

    private final SearchSnapshot snapshot;

    private SearchDoctor(SearchSnapshot moment) {
        this.snapshot = moment;
    }

    static List<SearchDiagnosis> examine(SearchSnapshot moment) {
        List<TrialRecord> finished = moment.finishedTrials();
        if (finished.size() < MIN_TRIALS) {
            return List.of(new SearchDiagnosis.TooFewTrials());
        }
        SearchDoctor doctor = new SearchDoctor(moment);
        List<SearchDiagnosis> found = new ArrayList<>();
        doctor.checkFailedTrials(finished).ifPresent(found::add);
        found.addAll(doctor.checkBoundaries());
        doctor.checkSingleSeed().ifPresent(found::add);
        return found.isEmpty() ? List.of(new SearchDiagnosis.NoProblems()) : found;
    }

    private Optional<SearchDiagnosis> checkFailedTrials(List<TrialRecord> finished) {
        int lost = (int) finished.stream()
                .filter(row -> row.state() == TrialRecord.TrialStatus.DIVERGED
                        || row.state() == TrialRecord.TrialStatus.FAILED)
                .count();
        return lost > MAX_FAILED_FRACTION * finished.size()
                ? Optional.of(new SearchDiagnosis.FailedTrials(lost, finished.size()))
                : Optional.empty();
    }

    private List<SearchDiagnosis> checkBoundaries() {
        Optional<TrialRecord> best = snapshot.best();
        TuningStudy study = snapshot.study();
        List<SearchDiagnosis> found = new ArrayList<>();
        if (best.isEmpty() || study.function() != null) {
            return found;
        }
        double[] point = study.space().point(best.get().values());
        for (int index = 0; index < point.length; index++) {
            boolean low = point[index] < BOUNDARY_DISTANCE;
            if (low || point[index] > 1 - BOUNDARY_DISTANCE) {
                checkBoundary(index, low, best.get()).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<SearchDiagnosis> checkBoundary(int index, boolean low, TrialRecord best) {
        TuningStudy study = snapshot.study();
        SearchSpace.Hyperparameter parameter = study.space().parameters().get(index);
        SearchDimension axis = parameter.dimension();
        if (!(axis instanceof SearchDimension.LogDimension) && !(axis instanceof SearchDimension.LinearDimension)) {
            return Optional.empty();
        }
        double from = Double.parseDouble(axis.value(0));
        double to = Double.parseDouble(axis.value(1));
        double span = to - from;
        boolean log = axis instanceof SearchDimension.LogDimension;
        double wider = rounded(
                low ? (log ? from / LOG_WIDENING : from - span / 2) : (log ? to * LOG_WIDENING : to + span / 2));
        SearchDimension widerAxis = log
                ? new SearchDimension.LogDimension(low ? wider : from, low ? to : wider)
                : new SearchDimension.LinearDimension(low ? wider : from, low ? to : wider);
        if (!isValid(parameter.key(), widerAxis.value(low ? 0 : 1))) {
            return Optional.empty();
        }
        List<SearchSpace.Hyperparameter> all = new ArrayList<>(study.space().parameters());
        all.set(index, new SearchSpace.Hyperparameter(parameter.key(), widerAxis));
        double value = Double.parseDouble(best.values().getOrDefault(parameter.key(), "0"));
        return Optional.of(new SearchDiagnosis.BestAtBoundary(
                parameter.key(), value, low ? from : to, wider, study.withSpace(new SearchSpace(all))));
    }

    private boolean isValid(String key, String value) {
        var experiment = snapshot.study().experiment();
        if (experiment == null) {
            return false;
        }
        try {
            return TrialSource.applyValues(experiment, Map.of(key, value)) != null;
        } catch (InvalidInputException error) {
            return false;
        }
    }

    private Optional<SearchDiagnosis> checkSingleSeed() {
        List<TrialRecord> ranked = TuningChartModels.ranked(snapshot.study(), snapshot.rows());
        if (snapshot.study().function() != null
                || ranked.size() < 2
                || snapshot.search().isRunning()
                || snapshot.study().space().keys().contains("seed")) {
            return Optional.empty();
        }
        return Optional.of(new SearchDiagnosis.SingleSeed(
                ranked.get(0).value(), ranked.get(1).value(), Math.min(MAX_REPEATED, ranked.size())));
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(3)).doubleValue();
    }
}

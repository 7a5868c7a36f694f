package hyperlab.app.tuning;

import hyperlab.chart.StudyPictures;
import hyperlab.rule.InvalidInputException;
import hyperlab.tune.Axis;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.Study;
import hyperlab.tune.TrialRow;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for problems in a search, using only its trials. */
final class Doctor {
    private static final int FEWEST = 5;
    private static final int MOST_REPEATED = 5;
    private static final double MANY_LOST = 0.25;
    /**
     * The largest distance from an end of an axis, as a fraction of the axis, at which a trial counts as at the end.
     */
    private static final double EDGE = 0.03;

    private static final double LOG_WIDER = 10;

    private final Moment moment;

    private Doctor(Moment moment) {
        this.moment = moment;
    }

    static List<Diagnosis> examine(Moment moment) {
        List<TrialRow> over = moment.over();
        if (over.size() < FEWEST) {
            return List.of(new Diagnosis.TooFew());
        }
        Doctor doctor = new Doctor(moment);
        List<Diagnosis> found = new ArrayList<>();
        doctor.lost(over).ifPresent(found::add);
        found.addAll(doctor.atEdges());
        doctor.oneSeed().ifPresent(found::add);
        return found.isEmpty() ? List.of(new Diagnosis.Fine()) : found;
    }

    private Optional<Diagnosis> lost(List<TrialRow> over) {
        int lost = (int) over.stream()
                .filter(row -> row.state() == TrialRow.State.DIVERGED || row.state() == TrialRow.State.FAILED)
                .count();
        return lost > MANY_LOST * over.size() ? Optional.of(new Diagnosis.Lost(lost, over.size())) : Optional.empty();
    }

    private List<Diagnosis> atEdges() {
        Optional<TrialRow> best = moment.best();
        Study study = moment.study();
        List<Diagnosis> found = new ArrayList<>();
        if (best.isEmpty() || study.function() != null) {
            return found;
        }
        double[] point = study.space().point(best.get().values());
        for (int place = 0; place < point.length; place++) {
            boolean low = point[place] < EDGE;
            if (low || point[place] > 1 - EDGE) {
                atEdge(place, low, best.get()).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Diagnosis> atEdge(int place, boolean low, TrialRow best) {
        Study study = moment.study();
        SearchSpace.Parameter parameter = study.space().parameters().get(place);
        Axis axis = parameter.axis();
        if (!(axis instanceof Axis.Log) && !(axis instanceof Axis.Linear)) {
            return Optional.empty();
        }
        double from = Double.parseDouble(axis.value(0));
        double to = Double.parseDouble(axis.value(1));
        double span = to - from;
        boolean log = axis instanceof Axis.Log;
        double wider =
                rounded(low ? (log ? from / LOG_WIDER : from - span / 2) : (log ? to * LOG_WIDER : to + span / 2));
        Axis wide = log
                ? new Axis.Log(low ? wider : from, low ? to : wider)
                : new Axis.Linear(low ? wider : from, low ? to : wider);
        if (!fits(parameter.key(), wide.value(low ? 0 : 1))) {
            return Optional.empty();
        }
        List<SearchSpace.Parameter> all = new ArrayList<>(study.space().parameters());
        all.set(place, new SearchSpace.Parameter(parameter.key(), wide));
        double value = Double.parseDouble(best.values().getOrDefault(parameter.key(), "0"));
        return Optional.of(new Diagnosis.AtEdge(
                parameter.key(), value, low ? from : to, wider, study.withSpace(new SearchSpace(all))));
    }

    private boolean fits(String key, String value) {
        var experiment = moment.study().experiment();
        if (experiment == null) {
            return false;
        }
        try {
            return Subject.with(experiment, Map.of(key, value)) != null;
        } catch (InvalidInputException refusal) {
            return false;
        }
    }

    private Optional<Diagnosis> oneSeed() {
        List<TrialRow> ranked = StudyPictures.ranked(moment.study(), moment.rows());
        if (moment.study().function() != null
                || ranked.size() < 2
                || moment.search().isRunning()
                || moment.study().space().keys().contains("seed")) {
            return Optional.empty();
        }
        return Optional.of(new Diagnosis.OneSeed(
                ranked.get(0).value(), ranked.get(1).value(), Math.min(MOST_REPEATED, ranked.size())));
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(3)).doubleValue();
    }
}

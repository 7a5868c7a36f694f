package hyperlab.lab.tuning;

import hyperlab.file.Document;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapDisplay;
import hyperlab.map.MapPoint;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.train.Experiment;
import hyperlab.tune.HyperparameterImportance;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningObjective;
import hyperlab.tune.TuningStudy;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The map of two searched hyperparameters around the best trial, with the trials on it. */
final class SearchAsMap {
    private SearchAsMap() {}

    /**
     * The map of the two hyperparameters with the largest importance, numbers first, or of the two axes shown while that
     * is unknown.
     *
     * @param bestTrial empty if no trial is completed
     * @param importance of the hyperparameters; empty while it is unknown, or if the axes were chosen
     * @param shownX the index of the horizontal axis that is shown
     * @param shownY that of the vertical axis
     * @param count the maximum number of values of each axis
     * @param best the experiment of the best trial, or of the study without one; null for a known function
     * @return empty for a known function, for a space with fewer than two dimensions, and for an axis that a map cannot
     *     have
     */
    static Optional<Document.OfMap> of(
            TuningStudy study,
            List<TrialRecord> rows,
            Optional<TrialRecord> bestTrial,
            Optional<HyperparameterImportance> importance,
            int shownX,
            int shownY,
            int count,
            @Nullable Experiment best) {
        SearchSpace space = study.space();
        if (best == null || space.dimensions() < 2 || shownX == shownY) {
            return Optional.empty();
        }
        int x = shownX;
        int y = shownY;
        if (importance.isPresent()) {
            List<Integer> ranked = ranked(importance.get(), space);
            x = Math.min(ranked.get(0), ranked.get(1));
            y = Math.max(ranked.get(0), ranked.get(1));
        }
        if (!isShowable(space, x) || !isShowable(space, y)) {
            return Optional.empty();
        }
        MapAxis columns = axis(space.parameters().get(x), count);
        MapAxis lines = axis(space.parameters().get(y), count);
        MapSpecification map =
                new MapSpecification(new MapSubject.OfExperiment(best), columns, lines, color(study.objective()));
        List<MapPoint> trials = rows.stream()
                .filter(row -> row.state().isFinal())
                .map(row -> place(columns, lines, row.values()))
                .flatMap(Optional::stream)
                .toList();
        MapPoint pinned =
                bestTrial.flatMap(row -> place(columns, lines, row.values())).orElse(null);
        return Optional.of(new Document.OfMap(
                map, MapDisplay.DEFAULT.withPins(pinned, pinned).withTrials(trials)));
    }

    /** The indices of the hyperparameters, numbers before choices, the most important first. */
    private static List<Integer> ranked(HyperparameterImportance importance, SearchSpace space) {
        return IntStream.range(0, importance.shares().size())
                .boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(index -> isChoice(space, index))
                        .thenComparing(index -> -importance.shares().get(index)))
                .toList();
    }

    private static boolean isChoice(SearchSpace space, int index) {
        return space.parameters().get(index).dimension() instanceof SearchDimension.CategoricalDimension;
    }

    private static boolean isShowable(SearchSpace space, int index) {
        return MapAxis.canHave(space.parameters().get(index).dimension());
    }

    private static MapAxis axis(SearchSpace.Hyperparameter parameter, int count) {
        return new MapAxis(parameter.key(), parameter.dimension(), count);
    }

    private static MapColor color(TuningObjective objective) {
        return switch (objective) {
            case VALIDATION_LOSS -> MapColor.VALIDATION_LOSS;
            case VALIDATION_ACCURACY -> MapColor.VALIDATION_ACCURACY;
            case TRAIN_LOSS -> MapColor.TRAIN_LOSS;
        };
    }

    private static Optional<MapPoint> place(MapAxis x, MapAxis y, Map<String, String> values) {
        double column = place(x, values.get(x.key()));
        double row = place(y, values.get(y.key()));
        return Double.isNaN(column) || Double.isNaN(row) ? Optional.empty() : Optional.of(new MapPoint(column, row));
    }

    /** NaN if the trial has no value. */
    private static double place(MapAxis axis, @Nullable String value) {
        if (axis.dimension() instanceof SearchDimension.CategoricalDimension choice) {
            int index = choice.values().indexOf(Objects.toString(value));
            return index < 0 ? Double.NaN : index;
        }
        return value == null ? Double.NaN : Double.parseDouble(value);
    }
}

package hyperlab.lab.tuning;

import hyperlab.chart.Surface;
import hyperlab.chart.SurfaceRange;
import hyperlab.chart.tuning.SearchMapChart;
import hyperlab.tune.FunctionTrialFactory;
import hyperlab.tune.HyperparameterImportance;
import hyperlab.tune.JobResult;
import hyperlab.tune.SurrogateSnapshot;
import hyperlab.tune.TrialFactory;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningStudy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Models of a search over two of its axes. The other axes have the best trial's values.
 *
 * <p>The model that is drawn expects noise in the trials of an experiment, so that it does not show noise as structure.
 * The model of a Bayesian search does not, because recorded searches must find the same trials again; it is drawn only
 * for functions, which have no noise. The expected improvement is that of the model that chooses the trials.
 *
 * @param order the input of the computation
 * @param model the model that is drawn
 * @param mean the predicted objective; null without a model
 * @param deviation the standard deviation of the prediction; null without a model
 * @param improvement the expected improvement for the search's own model if it has one; null without a model
 * @param truth the true function; null for an experiment
 */
record SearchMaps(
        MapsRequest order,
        Optional<SurrogateSnapshot> model,
        @Nullable Surface mean,
        @Nullable Surface deviation,
        @Nullable Surface improvement,
        @Nullable Surface truth,
        Optional<HyperparameterImportance> importance) {
    /**
     * The input of the computation.
     *
     * @param rows the finished trials
     * @param ranked the completed ones, best first
     * @param searchModel the search's own model; empty if there is none
     * @param x the index of the horizontal axis
     * @param y the index of the vertical axis
     */
    record MapsRequest(
            TuningStudy study,
            List<TrialRecord> rows,
            List<TrialRecord> ranked,
            Optional<SurrogateSnapshot> searchModel,
            int x,
            int y) {
        MapsRequest {
            rows = List.copyOf(rows);
            ranked = List.copyOf(ranked);
        }

        boolean isFast() {
            return rows.size() < SurrogateSnapshot.MIN_TRIALS && !study.hasTestFunction();
        }

        SearchMaps compute() {
            return SearchMaps.of(this);
        }
    }

    /**
     * The value of the best trial next to what the model expects at its point.
     *
     * @param value the trial's own
     * @param expected the mean of the model's prediction
     */
    record BestTrialFit(double value, double expected) {}

    /**
     * The best trial, if its value is outside the range of the predicted objective: the model then takes the difference
     * for noise. Empty if the map has its value.
     */
    Optional<BestTrialFit> bestBeyondMap() {
        Surface predicted = mean;
        TrialRecord best = order.ranked().stream().findFirst().orElse(null);
        if (predicted == null || best == null || model.isEmpty()) {
            return Optional.empty();
        }
        SurfaceRange range = SurfaceRange.of(predicted);
        double expected =
                model.get().predict(order.study().space().point(best.values())).mean();
        return best.value() < range.low() || best.value() > range.high()
                ? Optional.of(new BestTrialFit(best.value(), expected))
                : Optional.empty();
    }

    private static SearchMaps of(MapsRequest order) {
        Optional<SurrogateSnapshot> own = order.searchModel();
        Optional<SurrogateSnapshot> outlook = own.isPresent() && order.study().experiment() == null
                ? own
                : SurrogateSnapshot.of(order.study(), order.rows()).or(() -> own);
        double[] base = basePoint(order);
        Optional<HyperparameterImportance> importance = HyperparameterImportance.of(order.study(), order.rows());
        boolean flat = order.study().space().dimensions() < 2;
        if (outlook.isEmpty() || flat) {
            return new SearchMaps(order, outlook, null, null, null, flat ? null : truth(order, base), importance);
        }
        SurrogateSnapshot model = outlook.get();
        List<SurrogateSnapshot.ObjectivePrediction> beliefs = new ArrayList<>();
        Surface mean = sample(order, base, point -> {
            SurrogateSnapshot.ObjectivePrediction belief = model.predict(point);
            beliefs.add(belief);
            return belief.mean();
        });
        Iterator<SurrogateSnapshot.ObjectivePrediction> again = beliefs.iterator();
        Iterator<SurrogateSnapshot.ObjectivePrediction> onceMore = beliefs.iterator();
        SurrogateSnapshot chooser = own.orElse(model);
        return new SearchMaps(
                order,
                outlook,
                mean,
                SearchMapChart.sample((x, y) -> again.next().deviation()),
                isSame(chooser, model)
                        ? SearchMapChart.sample((x, y) -> model.expectedImprovement(onceMore.next()))
                        : sample(order, base, chooser::expectedImprovement),
                truth(order, base),
                importance);
    }

    /** Whether the model that is drawn is another one than the model that chooses the trials. */
    boolean isDrawnApart() {
        return mean != null
                && order.searchModel().isPresent()
                && model.filter(drawn -> isSame(drawn, order.searchModel().get()))
                        .isEmpty();
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(SurrogateSnapshot one, SurrogateSnapshot other) {
        return one == other;
    }

    private static @Nullable Surface truth(MapsRequest order, double... base) {
        String function = order.study().function();
        if (function == null || order.study().isRecordOnly()) {
            return null;
        }
        TrialFactory trials = new FunctionTrialFactory(function);
        return sample(order, base, point -> {
            JobResult result =
                    trials.create(0, order.study().space().values(point)).runTo(1, report -> {}, () -> false);
            return result == null ? Double.NaN : result.value();
        });
    }

    private static Surface sample(MapsRequest order, double[] base, ToDoubleFunction<double[]> value) {
        return SearchMapChart.sample((x, y) -> {
            double[] point = base.clone();
            point[order.x()] = x;
            point[order.y()] = y;
            return value.applyAsDouble(order.study().space().snap(point));
        });
    }

    private static double[] basePoint(MapsRequest order) {
        double[] middle = new double[order.study().space().dimensions()];
        Arrays.fill(middle, 0.5);
        return order.ranked().stream()
                .findFirst()
                .map(best -> order.study().space().point(best.values()))
                .orElse(middle);
    }
}

package hyperlab.app.tuning;

import hyperlab.chart.SearchMapChart;
import hyperlab.chart.Surface;
import hyperlab.tune.FunctionTrials;
import hyperlab.tune.Importance;
import hyperlab.tune.Outlook;
import hyperlab.tune.Result;
import hyperlab.tune.Study;
import hyperlab.tune.TrialRow;
import hyperlab.tune.Trials;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A model of a search over two of its axes. The other axes have the best trial's values.
 *
 * @param order the input of the computation
 * @param model the model: the search's own model if it has one, otherwise a newly fitted one
 * @param mean the predicted objective; null without a model
 * @param deviation the standard deviation of the prediction; null without a model
 * @param improvement the expected improvement; null without a model
 * @param truth the true function; null for an experiment
 */
record SearchMaps(
        MapsRequest order,
        Optional<Outlook> model,
        @Nullable Surface mean,
        @Nullable Surface deviation,
        @Nullable Surface improvement,
        @Nullable Surface truth,
        Optional<Importance> importance) {
    /**
     * The input of the computation.
     *
     * @param rows the finished trials
     * @param searchModel the search's own model; empty if there is none
     * @param x the index of the horizontal axis
     * @param y the index of the vertical axis
     */
    record MapsRequest(Study study, List<TrialRow> rows, Optional<Outlook> searchModel, int x, int y) {
        MapsRequest {
            rows = List.copyOf(rows);
        }

        boolean isFast() {
            return rows.size() < Outlook.FEWEST && study.function() == null;
        }

        SearchMaps compute() {
            return SearchMaps.of(this);
        }
    }

    private static SearchMaps of(MapsRequest order) {
        Optional<Outlook> outlook = order.searchModel().isPresent() ? order.searchModel() : Outlook.of(order.study(), order.rows());
        double[] base = basePoint(order);
        Optional<Importance> importance = Importance.of(order.study(), order.rows());
        boolean flat = order.study().space().dimensions() < 2;
        if (outlook.isEmpty() || flat) {
            return new SearchMaps(order, outlook, null, null, null, flat ? null : truth(order, base), importance);
        }
        Outlook model = outlook.get();
        List<Outlook.Belief> beliefs = new ArrayList<>();
        Surface mean = sample(order, base, point -> {
            Outlook.Belief belief = model.at(point);
            beliefs.add(belief);
            return belief.mean();
        });
        Iterator<Outlook.Belief> again = beliefs.iterator();
        Iterator<Outlook.Belief> onceMore = beliefs.iterator();
        return new SearchMaps(
                order,
                outlook,
                mean,
                SearchMapChart.sample((x, y) -> again.next().deviation()),
                SearchMapChart.sample((x, y) -> model.improvement(onceMore.next())),
                truth(order, base),
                importance);
    }

    private static @Nullable Surface truth(MapsRequest order, double... base) {
        String function = order.study().function();
        if (function == null) {
            return null;
        }
        Trials trials = new FunctionTrials(function);
        return sample(order, base, point -> {
            Result result = trials.begin(0, order.study().space().values(point)).bring(1, report -> {}, () -> false);
            return result == null ? Double.NaN : result.value();
        });
    }

    private static Surface sample(MapsRequest order, double[] base, ToDoubleFunction<double[]> value) {
        return SearchMapChart.sample((x, y) -> {
            double[] point = base.clone();
            point[order.x()] = x;
            point[order.y()] = y;
            return value.applyAsDouble(order.study().space().snapped(point));
        });
    }

    private static double[] basePoint(MapsRequest order) {
        double[] middle = new double[order.study().space().dimensions()];
        Arrays.fill(middle, 0.5);
        return hyperlab.chart.TuningChartModels.ranked(order.study(), order.rows()).stream()
                .findFirst()
                .map(best -> order.study().space().point(best.values()))
                .orElse(middle);
    }
}

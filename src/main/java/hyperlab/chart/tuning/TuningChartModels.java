package hyperlab.chart.tuning;

import hyperlab.chart.Surface;
import hyperlab.chart.axis.UnitIntervalTicks;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.ThemeColor;
import hyperlab.text.KeyNames;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.tune.HyperparameterImportance;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.StudyBudget;
import hyperlab.tune.TrialCurve;
import hyperlab.tune.TrialRanking;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningStudy;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds the pictures of a study and its trials for the charts of a search. */
public final class TuningChartModels {
    /** How many trials after the best have the color of good trials. */
    private static final int GOOD_TRIALS = 4;

    private static final int TICKS = 4;
    private static final int DIGITS = 3;

    private final TuningStudy study;
    private final List<TrialRecord> rows;
    private final List<TrialRecord> ranked;
    private final Texts texts;

    /** The trials are ranked by their own values. */
    public TuningChartModels(TuningStudy study, List<TrialRecord> rows, Texts texts) {
        this(study, rows, study.ranked(rows), texts);
    }

    /** @param ranked the completed trials, best first */
    public TuningChartModels(TuningStudy study, List<TrialRecord> rows, List<TrialRecord> ranked, Texts texts) {
        this.study = study;
        this.rows = List.copyOf(rows);
        this.ranked = List.copyOf(ranked);
        this.texts = texts;
    }

    /** Returns the name of the objective; for a known function, that of its value. */
    public static String objective(TuningStudy study, Texts texts) {
        if (study.isRecordOnly()) {
            return texts.get("chart.objective.recorded");
        }
        return texts.get(
                study.function() == null
                        ? "chart.objective." + study.objective().fileName()
                        : "chart.objective.function");
    }

    /** Returns the best value so far over trials, in the order in which they started. */
    public BestSoFarChart.Model bestSoFar() {
        return bestSoFar(new TrialRanking(ranked, Map.of()));
    }

    /**
     * Returns the best value so far and, if repeats decide the order, a line at the median of the trial that ranks
     * first.
     */
    public BestSoFarChart.Model bestSoFar(TrialRanking ranking) {
        int budget = Math.max(rows.size(), StudyBudget.trials(study));
        double[] best = new double[budget];
        Arrays.fill(best, Double.NaN);
        List<BestSoFarChart.Point> points = new ArrayList<>();
        double bestValue = Double.NaN;
        boolean larger = study.objective().isLargerBetter();
        for (TrialRecord row : rows) {
            if (!row.state().isFinal()) {
                continue;
            }
            boolean completed = row.state() == TrialRecord.TrialStatus.COMPLETED;
            if (completed
                    && Double.isFinite(row.value())
                    && !(larger ? row.value() <= bestValue : row.value() >= bestValue)) {
                bestValue = row.value();
            }
            best[row.trial()] = bestValue;
            points.add(new BestSoFarChart.Point(
                    row.trial(), row.value(), completed ? ThemeColor.series(0) : ChartTheme::axis));
        }
        continueOverGaps(best);
        String name = Double.isNaN(bestValue) ? "" : NumberFormats.format(bestValue, DIGITS);
        List<BestSoFarChart.Line> lines = new ArrayList<>();
        OptionalDouble median = ranking.best().map(ranking::median).orElse(OptionalDouble.empty());
        if (median.isPresent() && Double.isFinite(median.getAsDouble())) {
            double[] level = new double[budget];
            Arrays.fill(level, median.getAsDouble());
            lines.add(BestSoFarChart.Line.of(
                    level,
                    CurveStyle.reference(ThemeColor.series(1)),
                    texts.get("chart.bestSoFar.median", NumberFormats.format(median.getAsDouble(), DIGITS))));
            name = texts.get("chart.bestSoFar.oneSeed", NumberFormats.format(bestValue, DIGITS));
        }
        lines.add(BestSoFarChart.Line.of(best, CurveStyle.line(ThemeColor.series(0), CurveStyle.WIDTH), name));
        double mark = study.method() instanceof SearchMethod.Bayesian bayesian ? bayesian.initial() - 0.5 : Double.NaN;
        return new BestSoFarChart.Model(
                lines,
                points,
                0,
                budget - 1,
                mark,
                texts.get("chart.modelTakesOver"),
                texts.get("chart.search.trial"),
                objective(study, texts));
    }

    /** A trial that has not ended, but a later one has, leaves the best value as it is. */
    private static void continueOverGaps(double[] best) {
        int ended = best.length;
        while (ended > 0 && Double.isNaN(best[ended - 1])) {
            ended--;
        }
        for (int k = 1; k < ended; k++) {
            if (Double.isNaN(best[k])) {
                best[k] = best[k - 1];
            }
        }
    }

    /** Returns all finished trials in parallel coordinates, with the objective on the right. */
    public ParallelCoordinatesChart.Model parallelCoordinates(
            Map<Integer, ParallelCoordinatesChart.BrushRange> brushes) {
        return parallelCoordinates(brushes, true);
    }

    /** @param ends whether the axes show the values at their ends */
    private ParallelCoordinatesChart.Model parallelCoordinates(
            Map<Integer, ParallelCoordinatesChart.BrushRange> brushes, boolean ends) {
        List<ParallelCoordinatesChart.ParallelAxis> axes = new ArrayList<>();
        for (SearchSpace.Hyperparameter parameter : study.space().parameters()) {
            axes.add(new ParallelCoordinatesChart.ParallelAxis(
                    KeyNames.of(parameter.key(), texts),
                    ends
                            ? UnitIntervalTicks.withEnds(parameter.dimension(), TICKS)
                            : UnitIntervalTicks.of(parameter.dimension(), TICKS)));
        }
        ValueScale scale = ValueScale.of(rows);
        axes.add(new ParallelCoordinatesChart.ParallelAxis(
                objective(study, texts), ends ? scale.ticksWithEnds(TICKS) : scale.ticks(TICKS)));
        Set<Integer> good = ranked.stream()
                .limit(GOOD_TRIALS + 1)
                .map(TrialRecord::trial)
                .collect(Collectors.toCollection(TreeSet::new));
        List<ParallelCoordinatesChart.TrialLine> trials = new ArrayList<>();
        for (TrialRecord row : rows) {
            if (row.state().isFinal()) {
                double[] point = study.space().point(row.values());
                double[] units = Arrays.copyOf(point, point.length + 1);
                units[point.length] = scale.unit(row.value());
                boolean best = !ranked.isEmpty() && ranked.get(0).trial() == row.trial();
                List<String> labels = new ArrayList<>();
                study.space()
                        .keys()
                        .forEach(key -> labels.add(
                                UnitIntervalTicks.formatValue(row.values().getOrDefault(key, ""))));
                labels.add(NumberFormats.format(row.value(), DIGITS));
                trials.add(new ParallelCoordinatesChart.TrialLine(
                        row.trial(),
                        units,
                        labels,
                        best
                                ? ParallelCoordinatesChart.Rank.BEST
                                : good.contains(row.trial())
                                        ? ParallelCoordinatesChart.Rank.GOOD
                                        : ParallelCoordinatesChart.Rank.OTHER));
            }
        }
        return new ParallelCoordinatesChart.Model(axes, trials, brushes);
    }

    /** Returns the objective against each hyperparameter. */
    public SliceChart.Model slices() {
        ParallelCoordinatesChart.Model all = parallelCoordinates(Map.of(), false);
        int last = all.axes().size() - 1;
        List<ParallelCoordinatesChart.TrialLine> trials = new ArrayList<>(all.trials());
        trials.sort(Comparator.comparing(ParallelCoordinatesChart.TrialLine::rank));
        return new SliceChart.Model(
                all.axes().subList(0, last),
                all.axes().get(last).name(),
                all.axes().get(last).ticks(),
                trials);
    }

    /** Returns curves to draw, by trial number. */
    public static Map<Integer, Curve> drawn(Map<Integer, TrialCurve> kept) {
        Map<Integer, Curve> curves = new HashMap<>();
        kept.forEach((trial, curve) -> curves.put(trial, drawn(curve)));
        return curves;
    }

    private static Curve drawn(TrialCurve curve) {
        return Curve.of(
                curve.steps().stream().mapToDouble(Integer::doubleValue).toArray(),
                curve.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * Returns the curves of trials that were trained here in the form for a file, with one recorded value per epoch
     * from the first to the last, and thinned. Values that are not finite are left out, and if there are very many
     * curves, those of the worst trials.
     */
    public static Map<Integer, TrialCurve> kept(Map<Integer, Curve> curves, boolean largerIsBetter) {
        int share = TrialCurve.share(curves.size());
        Map<Integer, TrialCurve> whole = new HashMap<>();
        curves.forEach((trial, curve) -> {
            List<Integer> epochs = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < curve.size(); i++) {
                if (Double.isFinite(curve.y(i))) {
                    epochs.add((int) curve.x(i));
                    values.add(curve.y(i));
                }
            }
            if (!epochs.isEmpty()) {
                int recorded = epochs.get(epochs.size() - 1) - epochs.get(0) + 1;
                whole.put(trial, new TrialCurve(epochs, values, recorded));
            }
        });
        Comparator<Map.Entry<Integer, TrialCurve>> byValue =
                Comparator.comparingDouble(entry -> entry.getValue().bestValue(largerIsBetter));
        return whole.entrySet().stream()
                .sorted((largerIsBetter ? byValue.reversed() : byValue).thenComparing(Map.Entry::getKey))
                .limit(TrialCurve.MAX_CURVES)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().thinned(share, largerIsBetter)));
    }

    /**
     * Returns what the trials of another program reported while they ran, by trial number; empty for our own trials.
     */
    public static Map<Integer, Curve> recordedCurves(TuningStudy study) {
        Map<Integer, Curve> curves = new HashMap<>();
        if (study.method() instanceof SearchMethod.Recorded recorded) {
            for (SearchMethod.Recorded.RecordedTrial trial : recorded.trials()) {
                TrialCurve curve = trial.curve();
                if (!curve.steps().isEmpty()) {
                    curves.put(trial.number(), drawn(curve));
                }
            }
        }
        return curves;
    }

    /**
     * Returns the learning curve of each trial.
     *
     * @param curves by trial number; a trial without one is left out
     */
    public TrialCurvesChart.Model trialCurves(Map<Integer, Curve> curves) {
        int best = ranked.isEmpty() ? -1 : ranked.get(0).trial();
        List<TrialCurvesChart.Line> lines = new ArrayList<>();
        for (TrialRecord row : rows) {
            Curve curve = curves.get(row.trial());
            if (curve != null && curve.size() > 0) {
                lines.add(new TrialCurvesChart.Line(row.trial(), curve, state(row, best)));
            }
        }
        int last = lines.stream()
                .map(TrialCurvesChart.Line::curve)
                .mapToInt(curve -> (int) curve.x(curve.size() - 1))
                .max()
                .orElse(0);
        return new TrialCurvesChart.Model(
                lines, Math.max(study.epochs(), last), !study.isRecordOnly(), objective(study, texts));
    }

    private static TrialCurvesChart.TrialCurveState state(TrialRecord row, int best) {
        return row.trial() == best
                ? TrialCurvesChart.TrialCurveState.BEST
                : switch (row.state()) {
                    case RUNNING, WAITING -> TrialCurvesChart.TrialCurveState.RUNNING;
                    case COMPLETED -> TrialCurvesChart.TrialCurveState.COMPLETED;
                    case PRUNED, DIVERGED, FAILED -> TrialCurvesChart.TrialCurveState.STOPPED;
                };
    }

    /**
     * Returns two axes of the search space with the trials.
     *
     * @param x index of the horizontal axis
     * @param y index of the vertical axis
     * @param estimate the estimate for each point; null for none
     * @param next the points of the next trials
     * @param nextLabel label of the first of them
     */
    public SearchMapChart.Model searchMap(
            int x,
            int y,
            @Nullable Surface estimate,
            SearchMapChart.EstimateKind kind,
            List<double[]> next,
            String nextLabel) {
        List<SearchMapChart.TrialPoint> trialPoints = new ArrayList<>();
        int best = -1;
        int initial = study.method() instanceof SearchMethod.Bayesian bayesian ? bayesian.initial() : Integer.MAX_VALUE;
        for (TrialRecord row : rows) {
            double[] point = study.space().point(row.values());
            best = !ranked.isEmpty() && ranked.get(0).trial() == row.trial() ? trialPoints.size() : best;
            boolean failed =
                    row.state() == TrialRecord.TrialStatus.DIVERGED || row.state() == TrialRecord.TrialStatus.FAILED;
            trialPoints.add(
                    new SearchMapChart.TrialPoint(row.trial(), point[x], point[y], row.trial() >= initial, !failed));
        }
        return new SearchMapChart.Model(
                study.space().parameters().get(x),
                study.space().parameters().get(y),
                estimate,
                kind,
                trialPoints,
                best,
                next.stream()
                        .<Point2D>map(point -> new Point2D.Double(point[x], point[y]))
                        .toList(),
                nextLabel);
    }

    /** Returns the importance of each hyperparameter, the largest first; empty if there are too few trials. */
    public Optional<ImportanceChart.Model> importance() {
        return HyperparameterImportance.of(study, rows).map(this::importance);
    }

    /** Returns the same for an importance that is already computed. */
    public ImportanceChart.Model importance(HyperparameterImportance importance) {
        List<ImportanceChart.Bar> bars = new ArrayList<>();
        for (int i = 0; i < importance.shares().size(); i++) {
            bars.add(new ImportanceChart.Bar(
                    KeyNames.of(study.space().keys().get(i), texts),
                    importance.shares().get(i),
                    importance.deviations().get(i)));
        }
        bars.sort(Comparator.comparingDouble(ImportanceChart.Bar::share).reversed());
        return new ImportanceChart.Model(bars, importance.interactions());
    }
}

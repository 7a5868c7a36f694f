package hyperlab.chart.tuning;

import hyperlab.chart.ChartTable;
import hyperlab.chart.PlotChart;
import hyperlab.chart.Surface;
import hyperlab.chart.axis.UnitIntervalAxis;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.PointerReading;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.text.KeyNames;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.TuningObjective;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;

/**
 * Two axes of a search space: an estimate for each point as a tint with contour lines, the trials, the best of them,
 * and the next ones.
 */
public final class SearchMapChart extends PlotChart<SearchMapChart.Model> implements TrialChart {
    /** Samples along each side. */
    public static final int SAMPLES = 41;

    private static final ObjectiveFunction.PlotWindow CUBE = new ObjectiveFunction.PlotWindow(0, 1, 0, 1);

    private final UnitIntervalAxis xAxis = new UnitIntervalAxis();
    private final UnitIntervalAxis yAxis = new UnitIntervalAxis();
    private final CurveRenderer renderer = new CurveRenderer();
    private final CurveDataset dataset = new CurveDataset();
    private final SearchMapBackground background = new SearchMapBackground();
    private final SearchMapTrials trialMarks = new SearchMapTrials();
    private final SearchMapLegend legend = keepStyled(new SearchMapLegend());

    /**
     * What the chart shows.
     *
     * @param x the horizontal axis
     * @param y the vertical axis
     * @param estimate the estimate for each point; null for none
     * @param kind how it is tinted
     * @param trials positions of the trials
     * @param bestIndex index of the best trial; −1 for none
     * @param nextPoints positions of the next trials; the first one is labeled
     * @param nextLabel label of the first one
     */
    public record Model(
            SearchSpace.Hyperparameter x,
            SearchSpace.Hyperparameter y,
            @Nullable Surface estimate,
            EstimateKind kind,
            List<TrialPoint> trials,
            int bestIndex,
            List<Point2D> nextPoints,
            String nextLabel) {
        public Model {
            trials = List.copyOf(trials);
            nextPoints = List.copyOf(nextPoints);
        }
    }

    /** The kind of estimate. */
    public enum EstimateKind {
        /** A value to minimize; tinted by rank, so that a narrow valley is visible. Low values are deep. */
        COST(0, true, true, "chart.search.value"),
        /** A value to maximize; tinted by rank. High values are deep. */
        SCORE(0, true, false, "chart.search.value"),
        /** The uncertainty of the prediction. */
        UNCERTAINTY(4, false, false, "tuning.layer.uncertainty"),
        /** The expected improvement. */
        EXPECTED_IMPROVEMENT(1, false, false, "tuning.why.improvement");

        private final int series;
        private final boolean ranked;
        private final boolean lowIsDeep;
        private final String nameKey;

        EstimateKind(int series, boolean ranked, boolean lowIsDeep, String nameKey) {
            this.series = series;
            this.ranked = ranked;
            this.lowIsDeep = lowIsDeep;
            this.nameKey = nameKey;
        }

        /** Returns the key of its name. */
        String nameKey() {
            return nameKey;
        }

        /** The kind of an objective's values. */
        public static EstimateKind of(TuningObjective objective) {
            return objective.isLargerBetter() ? SCORE : COST;
        }

        /** Returns how deep the tint of a value is, from 0 to 1. */
        double depth(double share) {
            return lowIsDeep ? 1 - share : share;
        }

        /** Returns the index of the series whose color the tint has. */
        int series() {
            return series;
        }

        /** Returns whether it is tinted by rank. */
        boolean isRanked() {
            return ranked;
        }
    }

    /** A trial: its number, its position in units of the axes, whether a model chose it, and whether it has a value. */
    public record TrialPoint(int trial, double x, double y, boolean chosenByModel, boolean hasValue) {}

    public SearchMapChart(Texts texts, ChartTheme theme) {
        super(texts, theme);
        setAxes(xAxis, yAxis);
        hideGridlines();
        addCurves(dataset, renderer);
        addBehind(renderer, background);
        add(trialMarks);
        chart().addSubtitle(legend);
    }

    @Override
    public int trialAt(double pixelX, double pixelY, Rectangle2D plotArea) {
        NearestTrial nearest = new NearestTrial(pixelX, pixelY);
        Model current = model();
        if (current != null) {
            for (TrialPoint spot : current.trials()) {
                nearest.addPoint(
                        spot.trial(),
                        xAxis.valueToJava2D(spot.x(), plotArea, RectangleEdge.BOTTOM),
                        yAxis.valueToJava2D(spot.y(), plotArea, RectangleEdge.LEFT));
            }
        }
        return nearest.trial();
    }

    @Override
    public void highlight(int trial) {
        trialMarks.highlight(trial);
    }

    /** Samples a function over the unit square, row by row from the bottom up, each row from the left. */
    public static Surface sample(java.util.function.DoubleBinaryOperator f) {
        return Surface.of(f, CUBE, SAMPLES, SAMPLES);
    }

    /** The values of both hyperparameters, and the estimate there. */
    @Override
    public Optional<PointerReading> readingAt(double pixelX, double pixelY, Rectangle2D area) {
        Model current = model();
        if (current == null) {
            return Optional.empty();
        }
        Point2D at = pointAt(pixelX, pixelY, area);
        List<String> lines = new ArrayList<>();
        lines.add(KeyNames.of(current.x().key(), texts()) + ": " + xAxis.valueText(at.getX()));
        lines.add(KeyNames.of(current.y().key(), texts()) + ": " + yAxis.valueText(at.getY()));
        Surface estimate = current.estimate();
        if (estimate != null) {
            double value = estimate.valueAt(at.getX() * (estimate.columns() - 1), at.getY() * (estimate.rows() - 1));
            lines.add(texts().get(current.kind().nameKey()) + ": " + NumberFormats.format(value));
        }
        return Optional.of(new PointerReading(String.join("\n", lines), List.of()));
    }

    /** Returns the point at a pixel of the plot, in units of the axes; clamped to the unit square. */
    public Point2D pointAt(double pixelX, double pixelY, Rectangle2D plotArea) {
        return new Point2D.Double(
                clamp(xAxis.java2DToValue(pixelX, plotArea, RectangleEdge.BOTTOM)),
                clamp(yAxis.java2DToValue(pixelY, plotArea, RectangleEdge.LEFT)));
    }

    private static double clamp(double unit) {
        return Math.max(0, Math.min(1, unit));
    }

    @Override
    protected void draw(Model current) {
        xAxis.show(current.x().dimension());
        yAxis.show(current.y().dimension());
        xAxis.setLabel(axisTitle(current.x().key(), current.x().dimension()));
        yAxis.setLabel(axisTitle(current.y().key(), current.y().dimension()));
        background.show(current);
        trialMarks.show(current);
        legend.show(current, texts());
    }

    private String axisTitle(String key, SearchDimension dimension) {
        String name = KeyNames.of(key, texts());
        return dimension instanceof SearchDimension.LogDimension ? ChartStyle.logTitle(texts(), name) : name;
    }

    /** The trials and the next points at the values of the hyperparameters, then the estimate on its grid. */
    @Override
    protected ChartTable table(Model model) {
        ChartTable table = new ChartTable("kind", model.x().key(), model.y().key(), "value");
        for (TrialPoint trial : model.trials()) {
            addRow(table, "trial", model, trial.x(), trial.y(), "");
        }
        for (Point2D point : model.nextPoints()) {
            addRow(table, "next", model, point.getX(), point.getY(), "");
        }
        Surface estimate = model.estimate();
        for (int row = 0; estimate != null && row < estimate.rows(); row++) {
            for (int column = 0; column < estimate.columns(); column++) {
                double x = column / (estimate.columns() - 1.0);
                double y = row / (estimate.rows() - 1.0);
                addRow(table, "estimate", model, x, y, estimate.samples().value(column, row));
            }
        }
        return table;
    }

    private static void addRow(ChartTable table, String kind, Model model, double x, double y, Object value) {
        table.add(kind, model.x().dimension().value(x), model.y().dimension().value(y), value);
    }
}

package hyperlab.chart.tuning;

import hyperlab.chart.ChartTable;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.AutoScaledAxis;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.PointerReading;
import hyperlab.chart.series.StyledCurves;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.ThemeColor;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jfree.chart.ui.RectangleEdge;

/**
 * The objective of each trial over its epochs: running and completed trials, the best one, and those that were stopped
 * early, which end in a cross.
 */
public final class TrialCurvesChart extends PlotChart<TrialCurvesChart.Model> implements TrialChart {
    private static final double ROOM = 0.05;

    private final LinearAxis epochs = LinearAxis.ofIntegers();
    private final AutoScaledAxis values = keepStyled(new AutoScaledAxis(ROOM));
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private int highlighted = NONE;

    /**
     * What the chart shows.
     *
     * @param lines in drawing order within a state
     * @param lastEpoch the epoch at which the axis ends
     * @param isByEpoch whether the values belong to epochs; false for the steps of another program
     * @param valueTitle title of the objective's axis
     */
    public record Model(List<Line> lines, int lastEpoch, boolean isByEpoch, String valueTitle) {
        public Model {
            lines = List.copyOf(lines);
        }
    }

    /** The curve of a trial. */
    public record Line(int trial, Curve curve, TrialCurveState state) {}

    /** The state of a trial, in drawing order. */
    public enum TrialCurveState {
        STOPPED,
        COMPLETED,
        RUNNING,
        BEST
    }

    public TrialCurvesChart(Texts texts, ChartTheme theme) {
        super(texts, theme);
        setAxes(epochs, values.linear());
        addCurves(dataset, renderer);
    }

    @Override
    public int trialAt(double pixelX, double pixelY, Rectangle2D plotArea) {
        NearestTrial nearest = new NearestTrial(pixelX, pixelY);
        Model current = model();
        if (current != null) {
            current.lines().stream()
                    .sorted(Comparator.comparing(Line::state))
                    .forEach(line -> addTo(nearest, line, plotArea));
        }
        return nearest.trial();
    }

    /** The recorded point of the curve at the pointer that is closest to it horizontally. */
    @Override
    public Optional<PointerReading> readingAt(double pixelX, double pixelY, Rectangle2D area) {
        int trial = trialAt(pixelX, pixelY, area);
        Model current = model();
        if (current == null || trial == NONE) {
            return Optional.empty();
        }
        return current.lines().stream()
                .filter(line -> line.trial() == trial && line.curve().size() > 0)
                .findFirst()
                .map(line -> reading(current, line.curve(), pixelX, area));
    }

    private PointerReading reading(Model current, Curve curve, double pixelX, Rectangle2D area) {
        int nearest = 0;
        double distance = Double.POSITIVE_INFINITY;
        for (int i = 0; i < curve.size(); i++) {
            double away = Math.abs(epochs.valueToJava2D(curve.x(i), area, RectangleEdge.BOTTOM) - pixelX);
            if (away < distance) {
                distance = away;
                nearest = i;
            }
        }
        return new PointerReading(
                epochs.getLabel() + ": " + NumberFormats.format(curve.x(nearest)) + "\n" + current.valueTitle() + ": "
                        + NumberFormats.format(curve.y(nearest)),
                List.of());
    }

    private void addTo(NearestTrial nearest, Line line, Rectangle2D plotArea) {
        Curve curve = line.curve();
        for (int i = 0; i < curve.size(); i++) {
            int before = Math.max(0, i - 1);
            nearest.addSegment(
                    line.trial(),
                    epochs.valueToJava2D(curve.x(before), plotArea, RectangleEdge.BOTTOM),
                    plot().getRangeAxis().valueToJava2D(curve.y(before), plotArea, RectangleEdge.LEFT),
                    epochs.valueToJava2D(curve.x(i), plotArea, RectangleEdge.BOTTOM),
                    plot().getRangeAxis().valueToJava2D(curve.y(i), plotArea, RectangleEdge.LEFT));
        }
    }

    @Override
    public void highlight(int trial) {
        if (trial != highlighted) {
            highlighted = trial;
            redraw();
        }
    }

    @Override
    protected void draw(Model model) {
        epochs.setLabel(texts().get(model.isByEpoch() ? "chart.epoch" : "chart.step"));
        fit(epochs, 0, Math.max(1, model.lastEpoch()));
        setYAxis(values.fitTo(shownValues(model), model.valueTitle(), texts()));
        StyledCurves curves = new StyledCurves();
        for (TrialCurveState state : TrialCurveState.values()) {
            for (Line line : model.lines()) {
                if (line.state() == state) {
                    curves.add(line.curve(), style(state));
                }
            }
        }
        for (Line line : model.lines()) {
            if (line.state() == TrialCurveState.STOPPED && line.curve().size() > 0) {
                int end = line.curve().size() - 1;
                curves.add(
                        Curve.point(line.curve().x(end), line.curve().y(end)),
                        CurveStyle.points(ChartTheme::muted, MarkerShape.CROSS).radius(3.5));
            }
        }
        for (Line line : model.lines()) {
            if (line.trial() == highlighted) {
                curves.add(line.curve(), CurveStyle.line(ChartTheme::text, CurveStyle.CHOSEN_WIDTH));
            }
        }
        curves.showIn(dataset, renderer);
    }

    @Override
    protected ChartTable table(Model model) {
        ChartTable table = new ChartTable("trial", "state", model.isByEpoch() ? "epoch" : "step", "value");
        for (Line line : model.lines()) {
            for (int point = 0; point < line.curve().size(); point++) {
                table.add(
                        Integer.toString(line.trial()),
                        line.state().name().toLowerCase(Locale.ROOT),
                        line.curve().x(point),
                        line.curve().y(point));
            }
        }
        return table;
    }

    private static CurveStyle style(TrialCurveState state) {
        return switch (state) {
            case STOPPED -> CurveStyle.line(ChartTheme::axis, 1).faint();
            case COMPLETED -> CurveStyle.line(ThemeColor.series(0), 1).faint();
            case RUNNING -> CurveStyle.line(ThemeColor.series(0), CurveStyle.WIDTH);
            case BEST -> CurveStyle.line(ThemeColor.series(1), CurveStyle.CHOSEN_WIDTH);
        };
    }

    private static DoubleStream shownValues(Model model) {
        return model.lines().stream()
                .map(Line::curve)
                .flatMapToDouble(curve -> IntStream.range(0, curve.size()).mapToDouble(curve::y));
    }
}

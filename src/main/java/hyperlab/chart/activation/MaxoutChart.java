package hyperlab.chart.activation;

import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.StyledCurves;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.EndLabels;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.ThemeColor;
import hyperlab.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * A maxout unit that learns a curve: the curve as dots, each of the unit's lines thin and dashed, and their upper
 * envelope, which is the output of the unit, thick on top.
 */
public final class MaxoutChart extends PlotChart<MaxoutChart.Model> {
    private static final int DOTS = 41;
    private static final int POINTS = 481;
    private static final double ROOM = 0.25;

    private final LinearAxis x = LinearAxis.ofPositions();
    private final LinearAxis y = LinearAxis.ofValues();
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final EndLabels endLabels = new EndLabels();

    /**
     * What the chart shows.
     *
     * @param xLimit the x axis goes from −reach to reach
     * @param target the curve to learn
     * @param targetName label at its end
     * @param pieces the unit's lines
     * @param envelope the output of the unit
     * @param envelopeName label at its end
     */
    public record Model(
            double xLimit,
            DoubleUnaryOperator target,
            String targetName,
            List<DoubleUnaryOperator> pieces,
            DoubleUnaryOperator envelope,
            String envelopeName) {
        public Model {
            pieces = List.copyOf(pieces);
        }
    }

    public MaxoutChart(Texts texts, ChartTheme theme) {
        super(texts, theme);
        setAxes(x, y);
        addCurves(dataset, renderer);
        add(endLabels);
        relabel();
    }

    @Override
    protected void relabel() {
        x.setLabel(texts().get("activation.axis.x"));
    }

    @Override
    protected void draw(Model model) {
        double xLimit = model.xLimit();
        Curve target = sampled(model.target(), xLimit, DOTS).named(model.targetName());
        double[] heights =
                IntStream.range(0, target.size()).mapToDouble(target::y).toArray();
        double low = Arrays.stream(heights).min().orElse(0);
        double high = Arrays.stream(heights).max().orElse(1);
        double room = (high - low) * ROOM;
        fit(x, -xLimit, xLimit);
        fit(y, low - 2 * room, high + room);
        StyledCurves curves = new StyledCurves();
        curves.add(
                target, CurveStyle.points(ChartTheme::muted, MarkerShape.CIRCLE).radius(3));
        for (int piece = 0; piece < model.pieces().size(); piece++) {
            curves.add(
                    sampled(model.pieces().get(piece), xLimit, 2),
                    CurveStyle.line(ThemeColor.series(piece + 1), 1.5).with(Dash.VALIDATION));
        }
        Curve envelope = sampled(model.envelope(), xLimit, POINTS).named(model.envelopeName());
        curves.add(envelope, CurveStyle.line(ThemeColor.series(0), CurveStyle.CHOSEN_WIDTH));
        curves.showIn(dataset, renderer);
        endLabels.show(List.of(
                endLabel(model.envelopeName(), envelope, ThemeColor.series(0), low - 2 * room, high + room),
                endLabel(model.targetName(), target, ChartTheme::muted, low - 2 * room, high + room)));
    }

    private static EndLabels.Label endLabel(String name, Curve curve, ThemeColor themeColor, double low, double high) {
        int last = curve.size() - 1;
        return new EndLabels.Label(name, curve.x(last), Math.max(low, Math.min(high, curve.y(last))), themeColor);
    }

    private static Curve sampled(DoubleUnaryOperator function, double xLimit, int points) {
        double[] xValues = IntStream.range(0, points)
                .mapToDouble(i -> -xLimit + 2 * xLimit * i / (points - 1))
                .toArray();
        return Curve.of(xValues, Arrays.stream(xValues).map(function).toArray());
    }
}

package hyperlab.chart;

import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/**
 * A maxout unit that learns a curve: the curve as dots, each of the unit's lines thin and dashed, and their upper
 * envelope, which is the output of the unit, thick on top. Once displayed, use only on the FX thread.
 */
public final class MaxoutChart {
    private static final int DOTS = 41;
    private static final int POINTS = 481;
    private static final double ROOM = 0.25;

    private final LinearAxis x = LinearAxis.ofPositions();
    private final LinearAxis y = LinearAxis.ofValues();
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final JFreeChart chart;
    private final EndLabels names;

    /**
     * What the chart shows.
     *
     * @param reach the x axis goes from −reach to reach
     * @param target the curve to learn
     * @param targetName label at its end
     * @param pieces the unit's lines
     * @param envelope the output of the unit
     * @param envelopeName label at its end
     */
    public record Picture(
            double reach,
            DoubleUnaryOperator target,
            String targetName,
            List<DoubleUnaryOperator> pieces,
            DoubleUnaryOperator envelope,
            String envelopeName) {
        public Picture {
            pieces = List.copyOf(pieces);
        }
    }

    public MaxoutChart(Texts texts, ChartTheme theme) {
        ChartStyle style = ChartStyle.of(theme);
        chart = style.plot(x, y);
        XYPlot plot = chart.getXYPlot();
        plot.setDataset(dataset);
        plot.setRenderer(renderer);
        names = EndLabels.on(chart, style);
        texts(texts);
        style(ChartStyle.of(theme));
    }

    public JFreeChart chart() {
        return chart;
    }

    public void style(ChartStyle style) {
        style.apply(chart);
    }

    public void texts(Texts texts) {
        x.setLabel(texts.get("activation.axis.x"));
    }

    /** Replaces the picture, with one notification. */
    public void show(Picture picture) {
        ChartStyle.atOnce(chart, () -> draw(picture));
    }

    private void draw(Picture picture) {
        double reach = picture.reach();
        Curve target = sampled(picture.target(), reach, DOTS);
        double[] heights =
                IntStream.range(0, target.size()).mapToDouble(target::y).toArray();
        double low = Arrays.stream(heights).min().orElse(0);
        double high = Arrays.stream(heights).max().orElse(1);
        double room = (high - low) * ROOM;
        x.setRange(-reach, reach);
        y.setRange(low - 2 * room, high + room);
        List<Curve> curves = new ArrayList<>(List.of(target));
        List<CurveLook> looks = new ArrayList<>(
                List.of(CurveLook.points(ChartTheme::muted, Marker.CIRCLE).radius(3)));
        for (int piece = 0; piece < picture.pieces().size(); piece++) {
            curves.add(sampled(picture.pieces().get(piece), reach, 2));
            looks.add(CurveLook.line(Ink.series(piece + 1), 1.5).with(Dash.VALIDATION));
        }
        Curve envelope = sampled(picture.envelope(), reach, POINTS);
        curves.add(envelope);
        looks.add(CurveLook.line(Ink.series(0), CurveLook.CHOSEN_WIDTH));
        renderer.looks(looks);
        dataset.show(curves);
        names.show(List.of(
                end(picture.envelopeName(), envelope, Ink.series(0), low - 2 * room, high + room),
                end(picture.targetName(), target, ChartTheme::muted, low - 2 * room, high + room)));
    }

    private static EndLabels.Label end(String name, Curve curve, Ink ink, double low, double high) {
        int last = curve.size() - 1;
        return new EndLabels.Label(name, curve.x(last), Math.max(low, Math.min(high, curve.y(last))), ink);
    }

    private static Curve sampled(DoubleUnaryOperator function, double reach, int points) {
        double[] places = IntStream.range(0, points)
                .mapToDouble(i -> -reach + 2 * reach * i / (points - 1))
                .toArray();
        return Curve.of(places, Arrays.stream(places).map(function).toArray());
    }
}

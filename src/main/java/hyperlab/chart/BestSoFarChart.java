package hyperlab.chart;

import hyperlab.text.Texts;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/**
 * The best value so far of one or more searches against the budget spent: a step line for each search, a band for
 * several repetitions, and the individual trials as points; trials without a value are on the top edge. The value axis
 * is logarithmic if the values differ by a factor of more than {@value ValueAxes#LOGARITHMIC}. Once displayed, use only
 * on the FX thread.
 */
public final class BestSoFarChart {
    private static final double ROOM = 0.06;

    private final LinearAxis spent = LinearAxis.ofWholes();
    private final ValueAxes values = new ValueAxes(ROOM);
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final Bands bands = new Bands();
    private final Edge edge = new Edge();
    private final JFreeChart chart;
    private final EndLabels names;
    private ChartStyle style;
    private Texts texts;
    private Picture picture = Picture.EMPTY;

    /**
     * What the chart shows.
     *
     * @param lines in drawing order, the most important last
     * @param points individual trials, with NaN for a trial without a value
     * @param first the budget spent at the first entry of a line
     * @param budget where the axis ends
     * @param mark the point from which a model chooses the trials; NaN for none
     * @param markName name of that point
     * @param spentTitle title of the axis of the budget spent
     * @param valueTitle title of the axis of the objective
     */
    public record Picture(
            List<Line> lines,
            List<Point> points,
            int first,
            int budget,
            double mark,
            String markName,
            String spentTitle,
            String valueTitle) {
        static final Picture EMPTY = new Picture(List.of(), List.of(), 1, 1, Double.NaN, "", "", "");

        public Picture {
            lines = List.copyOf(lines);
            points = List.copyOf(points);
        }
    }

    /**
     * One step line.
     *
     * @param best entry k is the best value after {@code first + k} is spent; NaN for none
     * @param low lower edge of the band, of the same length as {@code best}; empty for no band
     * @param high upper edge of the band
     */
    public record Line(double[] best, double[] low, double[] high, CurveLook look, String name) {
        /** A line without a band. */
        public static Line of(double[] best, CurveLook look, String name) {
            return new Line(best, new double[0], new double[0], look, name);
        }
    }

    public record Point(double spent, double value, Ink ink) {}

    public BestSoFarChart(Texts texts, ChartTheme theme) {
        this.texts = texts;
        style = ChartStyle.of(theme);
        chart = style.plot(spent, values.linear());
        XYPlot plot = chart.getXYPlot();
        plot.setDataset(dataset);
        plot.setRenderer(renderer);
        plot.addAnnotation(bands);
        plot.addAnnotation(edge);
        names = EndLabels.on(chart, style);
        style(ChartStyle.of(theme));
    }

    public JFreeChart chart() {
        return chart;
    }

    public void style(ChartStyle newStyle) {
        style = newStyle;
        values.style(style);
        style.apply(chart);
    }

    public void texts(Texts newTexts) {
        texts = newTexts;
        show(picture);
    }

    public void show(Picture newPicture) {
        picture = newPicture;
        ChartStyle.atOnce(chart, this::draw);
    }

    private void draw() {
        spent.setLabel(picture.spentTitle());
        spent.setRange(0, Math.max(1, picture.budget()));
        chart.getXYPlot().setRangeAxis(values.around(shownValues(), picture.valueTitle(), texts));
        List<Curve> curves = new ArrayList<>();
        List<CurveLook> looks = new ArrayList<>();
        List<Bands.Band> tints = new ArrayList<>();
        List<EndLabels.Label> ends = new ArrayList<>();
        for (Point point : picture.points()) {
            if (Double.isFinite(point.value())) {
                curves.add(Curve.point(point.spent(), point.value()));
                looks.add(CurveLook.points(point.ink(), Marker.CIRCLE).radius(2.5));
            }
        }
        for (Line line : picture.lines()) {
            Curve stairs = stairs(picture.first(), line.best());
            curves.add(stairs);
            looks.add(line.look().with(Marker.NONE));
            if (line.low().length > 0) {
                tints.add(new Bands.Band(
                        stairs(picture.first(), line.low()),
                        stairs(picture.first(), line.high()),
                        line.look().ink()));
            }
            for (int i = stairs.size() - 1; i >= 0 && !line.name().isEmpty(); i--) {
                if (Double.isFinite(stairs.y(i))) {
                    ends.add(new EndLabels.Label(
                            line.name(),
                            spent.getUpperBound(),
                            stairs.y(i),
                            line.look().ink()));
                    break;
                }
            }
        }
        renderer.looks(looks);
        dataset.show(curves);
        bands.show(tints);
        edge.show(picture);
        names.show(ends);
        // The value axis may have been replaced.
        style.apply(chart);
    }

    /** Keeps each value constant until the next one. */
    private static Curve stairs(int first, double... best) {
        int known = 0;
        for (int i = 0; i < best.length; i++) {
            known = Double.isFinite(best[i]) ? i + 1 : known;
        }
        double[] x = new double[Math.max(0, 2 * known - 1)];
        double[] y = new double[x.length];
        for (int i = 0; i < known; i++) {
            x[2 * i] = first + i;
            y[2 * i] = best[i];
            if (i + 1 < known) {
                x[2 * i + 1] = first + i + 1;
                y[2 * i + 1] = best[i];
            }
        }
        return Curve.of(x, y);
    }

    private DoubleStream shownValues() {
        return DoubleStream.concat(
                picture.lines().stream()
                        .flatMap(line -> Stream.of(line.best(), line.low(), line.high()))
                        .flatMapToDouble(Arrays::stream),
                picture.points().stream().mapToDouble(Point::value));
    }

    /** The trials without a value on the top edge, and the vertical line from which a model chooses. */
    private static final class Edge extends PictureAnnotation<Picture> {
        private static final double RADIUS = 3.5;

        @Override
        void draw(Graphics2D g2, Rectangle2D area, Pixels pixels, Picture picture) {
            double scale = style().scale();
            double x = pixels.x(picture.mark());
            if (x > area.getMinX() && x < area.getMaxX()) {
                g2.setColor(style().theme().muted());
                g2.setStroke(Dash.REFERENCE.stroke(1.25 * scale, scale));
                g2.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
                Lettering.writeWithHalo(
                        g2,
                        picture.markName(),
                        style().axisFont(),
                        style().theme().muted(),
                        x + 5 * scale,
                        area.getMinY() + 18 * scale,
                        style());
            }
            g2.setColor(style().theme().danger());
            for (Point point : picture.points()) {
                if (!Double.isFinite(point.value())) {
                    g2.fill(Marker.CROSS.at(pixels.x(point.spent()), area.getMinY() + 4 * scale, RADIUS * scale));
                }
            }
        }
    }
}

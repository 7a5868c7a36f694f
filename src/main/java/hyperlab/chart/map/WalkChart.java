package hyperlab.chart.map;

import hyperlab.chart.ChartTable;
import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.LinearOrLogAxis;
import hyperlab.chart.axis.ValueBounds;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.StyledCurves;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.TextPainter;
import hyperlab.chart.style.ThemeColor;
import hyperlab.text.Texts;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;

/** The color value of a map along a path across it; stops whose runs diverged have a hatched background. */
public final class WalkChart extends PlotChart<WalkChart.Model> {
    private static final double ROOM = 0.08;
    /** Places that span less than this fraction of their size, such as after a zoom, get an axis of just their span. */
    private static final double NARROW = 0.1;

    /** From this ratio of positive values on, their axis is logarithmic. */
    private static final double LOG_RATIO = 100;

    private final LinearOrLogAxis places = keepStyled(new LinearOrLogAxis(LinearAxis.ofValues()));
    private final LinearOrLogAxis values = keepStyled(new LinearOrLogAxis(LinearAxis.ofValues()));
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final DivergedStops divergedStops = new DivergedStops();

    /**
     * What the chart shows.
     *
     * @param places where each stop is, increasing
     * @param logarithmic whether the places are on a log scale
     * @param values the color value of each stop; NaN if it has none
     * @param diverged whether the run of each stop diverged
     * @param current index of the current stop
     * @param placeTitle title of the axis of the places
     * @param valueTitle title of the axis of the values
     * @param divergedName word for the hatched stops
     */
    public record Model(
            double[] places,
            boolean logarithmic,
            double[] values,
            boolean[] diverged,
            int current,
            String placeTitle,
            String valueTitle,
            String divergedName) {}

    public WalkChart(Texts texts, ChartTheme theme) {
        super(texts, theme);
        setAxes(places.linear(), values.linear());
        addCurves(dataset, renderer);
        add(divergedStops);
    }

    @Override
    protected void draw(Model model) {
        ValueBounds placeBounds = new ValueBounds(model.logarithmic());
        placeBounds.add(model.places());
        places.fit(model.logarithmic(), placeBounds, Double.NaN, Double.NaN, ROOM / 2, ROOM / 2);
        ValueAxis placeAxis = places.titled(model.logarithmic(), model.placeTitle(), texts());
        setXAxis(placeAxis);
        double span = placeBounds.high() - placeBounds.low();
        if (span > 0 && span < NARROW * Math.abs(placeBounds.high())) {
            fit(placeAxis, placeBounds.low() - ROOM / 2 * span, placeBounds.high() + ROOM / 2 * span);
        }
        ValueBounds bounds = new ValueBounds(false);
        bounds.add(model.values());
        boolean logarithmic = bounds.low() > 0 && bounds.high() >= LOG_RATIO * bounds.low();
        values.fit(logarithmic, bounds, Double.NaN, Double.NaN, ROOM, 2 * ROOM);
        ValueAxis valueAxis = values.titled(logarithmic, model.valueTitle(), texts());
        setYAxis(valueAxis);
        if (bounds.low() == bounds.high()) {
            double room = bounds.low() == 0 ? 1 : Math.abs(bounds.low()) / 2;
            fit(valueAxis, bounds.low() - room, bounds.high() + room);
        }
        StyledCurves curves = new StyledCurves();
        curves.add(
                Curve.of(model.places(), model.values()),
                CurveStyle.line(ThemeColor.series(0), 1.5)
                        .with(MarkerShape.CIRCLE)
                        .radius(2.5));
        if (model.current() >= 0
                && model.current() < model.places().length
                && Double.isFinite(model.values()[model.current()])) {
            curves.add(
                    Curve.point(model.places()[model.current()], model.values()[model.current()]),
                    CurveStyle.points(ThemeColor.series(0), MarkerShape.CIRCLE).radius(CurveStyle.CURRENT_RADIUS));
        }
        curves.showIn(dataset, renderer);
        divergedStops.show(model);
    }

    @Override
    protected ChartTable table(Model model) {
        ChartTable table = new ChartTable("place", "value", "diverged");
        for (int k = 0; k < model.places().length; k++) {
            table.add(model.places()[k], model.values()[k], model.diverged()[k]);
        }
        return table;
    }

    /** A hatched band for each group of neighboring stops that diverged, and a line at the current stop. */
    private static final class DivergedStops extends ModelAnnotation<Model> {
        private static final double HATCH = 9;
        private static final int OPACITY = 40;

        @Override
        public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, Model model) {
            boolean labeled = false;
            int stop = 0;
            while (stop < model.places().length) {
                if (!model.diverged()[stop]) {
                    stop++;
                    continue;
                }
                int end = stop;
                while (end + 1 < model.places().length && model.diverged()[end + 1]) {
                    end++;
                }
                double left = Math.max(area.getMinX(), between(pixels, model, stop - 1, stop));
                double right = Math.min(area.getMaxX(), between(pixels, model, end, end + 1));
                drawBand(g2, area, left, right);
                if (!labeled) {
                    drawName(g2, area, left, model.divergedName());
                    labeled = true;
                }
                stop = end + 1;
            }
            drawPlace(g2, area, pixels, model);
        }

        /** The middle between two neighboring stops; the edge of the plot beyond the ends. */
        private static double between(PixelTransform pixels, Model model, int first, int second) {
            if (first < 0) {
                return pixels.area().getMinX();
            }
            if (second >= model.places().length) {
                return pixels.area().getMaxX();
            }
            return (pixels.x(model.places()[first]) + pixels.x(model.places()[second])) / 2;
        }

        private void drawBand(Graphics2D g2, Rectangle2D area, double left, double right) {
            double scale = style().scale();
            Color color = style().theme().series(3);
            Graphics2D own = (Graphics2D) g2.create();
            own.clip(new Rectangle2D.Double(left, area.getY(), Math.max(1, right - left), area.getHeight()));
            own.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), OPACITY));
            own.fill(area);
            own.setStroke(Dash.SOLID.stroke(scale, scale));
            for (double x = left - area.getHeight(); x < right; x += HATCH * scale) {
                own.draw(new Line2D.Double(x, area.getMaxY(), x + area.getHeight(), area.getMinY()));
            }
            own.dispose();
        }

        private void drawName(Graphics2D g2, Rectangle2D area, double left, String name) {
            double scale = style().scale();
            double width = TextPainter.width(name, style().labelFont());
            double place = Math.max(area.getMinX() + 2, Math.min(left + 4 * scale, area.getMaxX() - width - 2));
            TextPainter.drawWithHalo(
                    g2,
                    name,
                    style().labelFont(),
                    style().theme().series(3),
                    place,
                    area.getMinY() + 10 * scale,
                    style());
        }

        private void drawPlace(Graphics2D g2, Rectangle2D area, PixelTransform pixels, Model model) {
            if (model.current() >= 0 && model.current() < model.places().length) {
                double x = pixels.x(model.places()[model.current()]);
                double scale = style().scale();
                g2.setColor(style().theme().text());
                g2.setStroke(Dash.SOLID.stroke(1.5 * scale, scale));
                g2.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
            }
        }
    }
}

package hyperlab.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * What an instrument measured: lines on a logarithmic value axis, over epochs or over learning rates, named at their ends,
 * with a stretch of the axis below that is worth trying. A shown one belongs to the FX thread.
 */
public final class InstrumentChart {

    private final LinearAxis epochs = LinearAxis.ofWholes();
    private final LogarithmicAxis rates = new LogarithmicAxis();
    private final LogarithmicAxis values = new LogarithmicAxis();
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final Stretch stretch = new Stretch();
    private final EndLabels names;
    private final JFreeChart chart;
    private final boolean overRates;

    /**
     * What it shows.
     *
     * @param lines drawn in this order
     * @param to where an axis of epochs ends
     * @param suggested a stretch of the axis below; null for none
     * @param xName along the axis below
     * @param yName along the value axis
     */
    public record Picture(
            List<Line> lines, double to, @Nullable Evidence suggested, String xName, String yName) {
        public Picture {
            lines = List.copyOf(lines);
        }
    }

    /** A line and what it is called at its end; empty for nothing. */
    public record Line(Curve curve, CurveLook look, String name) {}

    /** @param overRates whether the axis below is that of learning rates, not of epochs */
    public InstrumentChart(boolean overRates, ChartTheme theme) {
        this.overRates = overRates;
        ChartStyle style = ChartStyle.of(theme);
        chart = style.plot(overRates ? rates : epochs, values);
        chart.getXYPlot().setDataset(dataset);
        chart.getXYPlot().setRenderer(renderer);
        chart.getXYPlot().addAnnotation(stretch);
        names = EndLabels.on(chart, style);
        style(ChartStyle.of(theme));
    }

    public JFreeChart chart() {
        return chart;
    }

    public void style(ChartStyle style) {
        style.apply(chart);
    }

    public void show(Picture picture) {
        ChartStyle.atOnce(chart, () -> {
            List<EndLabels.Label> labels = new ArrayList<>();
            for (Line line : picture.lines()) {
                int last = line.curve().size() - 1;
                if (last >= 0 && !line.name().isEmpty()) {
                    labels.add(new EndLabels.Label(
                            line.name(),
                            line.curve().x(last),
                            line.curve().y(last),
                            line.look().ink()));
                }
            }
            renderer.looks(picture.lines().stream().map(Line::look).toList());
            dataset.show(picture.lines().stream().map(Line::curve).toList());
            (overRates ? rates : epochs).setLabel(picture.xName());
            values.setLabel(picture.yName());
            if (!overRates) {
                epochs.setRange(0, Math.max(1, picture.to()));
            }
            names.show(labels);
            stretch.show(picture.suggested());
        });
    }

    /** The suggested stretch, tinted, with its name at the top. */
    private static final class Stretch extends PictureAnnotation<Evidence> {
        private static final double TINT = 0.14;

        @Override
        void draw(Graphics2D g2, Rectangle2D area, Pixels pixels, Evidence shown) {
            double left = pixels.x(shown.from());
            double right = pixels.x(shown.to());
            Color color = style().theme().series(2);
            g2.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) (255 * TINT)));
            g2.fill(new Rectangle2D.Double(left, area.getMinY(), Math.max(2, right - left), area.getHeight()));
            double width = Lettering.width(shown.name(), style().labelFont());
            double x = Math.max(area.getMinX() + 2, Math.min(area.getMaxX() - width, (left + right - width) / 2));
            Lettering.writeWithHalo(
                    g2, shown.name(), style().labelFont(), color, x, area.getMinY() + 10 * style().scale(), style());
        }
    }
}

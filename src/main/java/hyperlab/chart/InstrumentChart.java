package hyperlab.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * The result of a diagnostic measurement: lines on a logarithmic value axis, over epochs or learning rates, with names
 * at their ends and a highlighted range of the x axis that is worth trying. Once displayed, use only on the FX thread.
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
     * What the chart shows.
     *
     * @param lines in drawing order
     * @param to where an axis of epochs ends
     * @param suggested a range of the x axis; null for none
     * @param xName title of the x axis
     * @param yName title of the value axis
     */
    public record Picture(
            List<Line> lines, double to, @Nullable Evidence suggested, String xName, String yName) {
        public Picture {
            lines = List.copyOf(lines);
        }
    }

    /** A line and the name at its end; an empty name is not drawn. */
    public record Line(Curve curve, CurveLook look, String name) {}

    /** @param overRates whether the x axis shows learning rates rather than epochs */
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

    /** The suggested range, tinted, with its name at the top. */
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

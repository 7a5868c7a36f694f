package hyperlab.chart.training;

import hyperlab.chart.ChartTable;
import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.LogarithmicAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.EndLabels;
import hyperlab.chart.style.TextPainter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a diagnostic measurement: lines on a logarithmic value axis, over epochs or learning rates, with names
 * at their ends and a highlighted range of the x axis that is worth trying.
 */
public final class DiagnosticChart extends PlotChart<DiagnosticChart.Model> {

    private final LinearAxis epochs = LinearAxis.ofIntegers();
    private final LogarithmicAxis rates = new LogarithmicAxis();
    private final LogarithmicAxis values = new LogarithmicAxis();
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final SuggestedRange suggestedRange = new SuggestedRange();
    private final EndLabels endLabels = new EndLabels();
    private final boolean overLearningRates;

    /**
     * What the chart shows.
     *
     * @param lines in drawing order
     * @param to where an axis of epochs ends
     * @param suggestedRange a range of the x axis; null for none
     * @param xName title of the x axis
     * @param yName title of the value axis
     */
    public record Model(
            List<Line> lines, double to, @Nullable EvidenceRange suggestedRange, String xName, String yName) {
        public Model {
            lines = List.copyOf(lines);
        }
    }

    /** A line and the name at its end; an empty name is not drawn. */
    public record Line(Curve curve, CurveStyle curveStyle, String name) {}

    /** @param overLearningRates whether the x axis shows learning rates rather than epochs */
    public DiagnosticChart(boolean overLearningRates, ChartTheme theme) {
        super(theme);
        this.overLearningRates = overLearningRates;
        setAxes(overLearningRates ? rates : epochs, values);
        addCurves(dataset, renderer);
        add(suggestedRange);
        add(endLabels);
    }

    @Override
    protected void draw(Model model) {
        List<EndLabels.Label> labels = new ArrayList<>();
        for (Line line : model.lines()) {
            int last = line.curve().size() - 1;
            if (last >= 0 && !line.name().isEmpty()) {
                labels.add(new EndLabels.Label(
                        line.name(),
                        line.curve().x(last),
                        line.curve().y(last),
                        line.curveStyle().themeColor()));
            }
        }
        renderer.setCurveStyles(model.lines().stream().map(Line::curveStyle).toList());
        dataset.show(model.lines().stream()
                .map(line -> line.curve().named(line.name()))
                .toList());
        (overLearningRates ? rates : epochs).setLabel(model.xName());
        values.setLabel(model.yName());
        if (!overLearningRates) {
            fit(epochs, 0, Math.max(1, model.to()));
        }
        endLabels.show(labels);
        suggestedRange.show(model.suggestedRange());
    }

    @Override
    protected ChartTable table(Model model) {
        ChartTable table = new ChartTable("line", "x", "value");
        for (int k = 0; k < model.lines().size(); k++) {
            Line line = model.lines().get(k);
            String name = line.name().isEmpty() ? Integer.toString(k + 1) : line.name();
            for (int point = 0; point < line.curve().size(); point++) {
                table.add(name, line.curve().x(point), line.curve().y(point));
            }
        }
        return table;
    }

    /** The suggested range, tinted, with its name at the top. */
    private static final class SuggestedRange extends ModelAnnotation<EvidenceRange> {
        private static final double TINT = 0.14;

        @Override
        public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, EvidenceRange range) {
            double left = pixels.x(range.from());
            double right = pixels.x(range.to());
            Color color = style().theme().series(2);
            g2.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) (255 * TINT)));
            g2.fill(new Rectangle2D.Double(left, area.getMinY(), Math.max(2, right - left), area.getHeight()));
            double width = TextPainter.width(range.name(), style().labelFont());
            double x = Math.max(area.getMinX() + 2, Math.min(area.getMaxX() - width, (left + right - width) / 2));
            TextPainter.drawWithHalo(
                    g2, range.name(), style().labelFont(), color, x, area.getMinY() + 10 * style().scale(), style());
        }
    }
}

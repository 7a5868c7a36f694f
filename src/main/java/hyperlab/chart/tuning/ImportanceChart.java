package hyperlab.chart.tuning;

import hyperlab.chart.AnnotationChart;
import hyperlab.chart.ChartTable;
import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.TextPainter;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The importance of each hyperparameter: its share of the objective's variance as a bar with the standard deviation of
 * the estimate, and the share that only interactions explain.
 */
public final class ImportanceChart extends AnnotationChart<ImportanceChart.Model, ImportanceChart.Bars> {
    /**
     * What the chart shows.
     *
     * @param bars the largest first
     * @param interactionShare share of all interactions, from 0 to 1
     */
    public record Model(List<Bar> bars, double interactionShare) {
        public Model {
            bars = List.copyOf(bars);
        }
    }

    /** A hyperparameter with its share, from 0 to 1, and the standard deviation of the share. */
    public record Bar(String name, double share, double deviation) {}

    public ImportanceChart(Texts texts, ChartTheme theme) {
        super(new Bars(texts), texts, theme);
    }

    @Override
    protected ChartTable table(Model model) {
        ChartTable table = new ChartTable("hyperparameter", "share", "deviation");
        model.bars().forEach(bar -> table.add(bar.name(), bar.share(), bar.deviation()));
        return table.add("interactions", model.interactionShare(), "");
    }

    @Override
    protected void relabel() {
        drawing().texts = texts();
    }

    static final class Bars extends ModelAnnotation<Model> {
        private static final double ROW = 56;
        private static final double BAR = 9;
        private static final double FOOT = 22;
        private static final double LEFT = 12;
        private static final double NUMBER = 84;

        private Texts texts;

        Bars(Texts texts) {
            this.texts = texts;
        }

        @Override
        public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, Model model) {
            if (model.bars().isEmpty()) {
                return;
            }
            double scale = style().scale();
            double left = area.getMinX() + LEFT * scale;
            double width = area.getWidth() - (LEFT + NUMBER) * scale;
            int count = model.bars().size();
            double row = Math.min(ROW * scale, (area.getHeight() - FOOT * scale) / count);
            double bar = Math.min(BAR * scale, row * 0.3);
            double top = area.getMinY();
            for (Bar each : model.bars()) {
                double line = top + row * 0.62;
                TextPainter.draw(
                        g2, each.name(), style().axisFont(), style().theme().text(), left, top + row * 0.26);
                g2.setColor(style().theme().grid());
                g2.fill(new Rectangle2D.Double(left, line - bar / 2, width, bar));
                g2.setColor(style().theme().series(0));
                g2.fill(new Rectangle2D.Double(left, line - bar / 2, width * each.share(), bar));
                g2.setColor(style().theme().text());
                g2.setStroke(new BasicStroke((float) (1.25 * scale)));
                double low = left + width * Math.max(0, each.share() - each.deviation());
                double high = left + width * Math.min(1, each.share() + each.deviation());
                g2.draw(new Line2D.Double(low, line, high, line));
                String share = texts.get("chart.importance.share", percent(each.share()), percent(each.deviation()));
                TextPainter.draw(
                        g2, share, style().labelFont(), style().theme().text(), left + width + 8 * scale, line);
                top += row;
            }
            String together = texts.get("chart.importance.together", percent(model.interactionShare()));
            TextPainter.draw(
                    g2, together, style().axisFont(), style().theme().muted(), left, top + FOOT * scale * 0.45);
        }

        private static String percent(double share) {
            return NumberFormats.format(Math.rint(100 * share), 3);
        }
    }
}

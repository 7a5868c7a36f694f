package hyperlab.chart.formula;

import hyperlab.chart.AnnotationChart;
import hyperlab.chart.ChartTable;
import hyperlab.chart.style.ChartTheme;

/** A formula with what it means in words below. */
public final class FormulaChart extends AnnotationChart<FormulaChart.Model, FormulaDrawing> {
    /**
     * What the chart shows.
     *
     * @param latex the formula
     * @param narrowLatex the same formula in more and shorter lines, for a high chart
     * @param words sentences, wrapped at spaces; empty for none
     */
    public record Model(String latex, String narrowLatex, String words) {
        public Model(String latex, String words) {
            this(latex, latex, words);
        }
    }

    public FormulaChart(ChartTheme theme) {
        super(new FormulaDrawing(), theme);
    }

    @Override
    protected ChartTable table(Model model) {
        return new ChartTable("latex", "text").add(model.latex(), model.words());
    }
}

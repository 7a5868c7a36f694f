package hyperlab.app.start;

import hyperlab.chart.PlotChart;
import hyperlab.chart.formula.FormulaChart;
import hyperlab.chart.style.ChartRenderingHint;
import hyperlab.chart.style.ChartTheme;
import hyperlab.lab.learningrate.LearningRateView;
import hyperlab.learn.TermFinder;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.ui.concurrent.BackgroundWork;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/**
 * Loads on a worker what a lab needs and the toolkit does not: charts, formulas and the glossary. The toolkit starts
 * meanwhile. Otherwise, the FX thread would load all this while it builds the first lab.
 */
public final class Preloading {
    private static final Rectangle AREA = new Rectangle(760, 360);
    private static final String FORMULA = "x_{k+1} = x_k - \\eta f'(x_k)";

    private Preloading() {}

    /**
     * Begins to load what the window needs in this language. The first lab may be built only when this has ended: if two
     * threads initialized its classes at the same time, each could wait for the other.
     */
    public static BackgroundWork begin(Language language) {
        return new BackgroundWork("preloading", () -> load(language));
    }

    /** Draws charts where nobody sees them, which loads more than their classes, and searches a text for terms. */
    static void load(Language language) {
        LearningRateView.preloadedCharts(Texts.in(language)).forEach(Preloading::draw);
        FormulaChart formula = new FormulaChart(ChartTheme.LIGHT);
        formula.show(new FormulaChart.Model(FORMULA, ""));
        draw(formula);
        TermFinder.find("");
    }

    private static void draw(PlotChart<?> chart) {
        BufferedImage image = new BufferedImage(AREA.width, AREA.height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        // As on the screen, so that the shapes that are kept for the next drawing are there already.
        graphics.setRenderingHint(ChartRenderingHint.REUSE_CACHED, true);
        chart.chart().draw(graphics, AREA);
        graphics.dispose();
    }
}

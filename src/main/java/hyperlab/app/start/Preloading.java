package hyperlab.app.start;

import hyperlab.chart.PlotChart;
import hyperlab.chart.formula.FormulaChart;
import hyperlab.chart.style.ChartFonts;
import hyperlab.chart.style.ChartRenderingHint;
import hyperlab.chart.style.ChartTheme;
import hyperlab.file.Document;
import hyperlab.lab.FirstPicture;
import hyperlab.lab.learningrate.DescentFirstPicture;
import hyperlab.learn.TermFinder;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.ui.concurrent.BackgroundWork;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Loads on a worker what a lab needs and the toolkit does not: charts, formulas and the glossary. The toolkit starts
 * meanwhile. Otherwise, the FX thread would load all this while it builds the first lab.
 */
public final class Preloading {
    private static final Rectangle AREA = new Rectangle(760, 380);
    private static final String FORMULA = "x_{k+1} = x_k - \\eta f'(x_k)";

    private final BackgroundWork fonts;
    private final BackgroundWork charts;
    private final BackgroundWork rest;
    private volatile @Nullable FirstPicture picture;

    private Preloading(Language language, ChartTheme theme, Supplier<Optional<Document>> restored) {
        fonts = new BackgroundWork("preloading-fonts", () -> ChartFonts.regular(1));
        charts = new BackgroundWork("preloading", () -> {
            fonts.await();
            picture = loadCharts(language, theme, restored.get());
        });
        rest = new BackgroundWork("preloading-formulas", this::loadRest);
    }

    /**
     * Begins to load what the window needs in this language. The first lab may be built only when this has ended: if
     * two threads initialized its classes at the same time, each could wait for the other.
     *
     * @param restored reads what the Learning rate lab will restore, on the worker
     */
    public static Preloading begin(Language language, ChartTheme theme, Supplier<Optional<Document>> restored) {
        return new Preloading(language, theme, restored);
    }

    /**
     * Waits until the fonts of the charts are loaded. The toolkit may use fonts only then: both ask the same library of
     * the system for its fonts, and if two threads do so at the same time, the program can crash.
     */
    public void awaitFonts() {
        fonts.await();
    }

    /**
     * Waits for the charts that the Learning rate lab shows at first; empty if they are not known before it is built.
     */
    public Optional<FirstPicture> firstPicture() {
        charts.await();
        return Optional.ofNullable(picture);
    }

    /** Waits until everything is loaded. */
    public void finish() {
        rest.await();
    }

    /** Draws the charts where nobody sees them, which loads more than their classes. */
    static @Nullable FirstPicture loadCharts(Language language, ChartTheme theme, Optional<Document> restored) {
        Optional<FirstPicture> picture = DescentFirstPicture.of(restored, Texts.in(language), theme);
        picture.ifPresent(first -> first.charts().forEach(Preloading::draw));
        return picture.orElse(null);
    }

    /** Draws a formula and searches a text for terms. */
    private void loadRest() {
        charts.await();
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

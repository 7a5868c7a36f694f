package hyperlab.chart.formula;

import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.style.ChartFonts;
import hyperlab.chart.style.TextPainter;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/**
 * Draws a formula at the top left with its words below. In a small chart, the formula is shrunk to the width and to the
 * height that its words leave; in a large one, both are enlarged.
 */
final class FormulaDrawing extends ModelAnnotation<FormulaChart.Model> {
    private static final float FORMULA_SIZE = 15.7f;
    private static final double WORDS_SIZE = 12;
    private static final double LINE_HEIGHT = 1.5;
    private static final double MARGIN = 12;
    private static final double GAP = 8;
    /** Larger text would look like a title. */
    private static final double MAX_GROWTH = 1.8;

    private static final double GROWTH_STEP = 0.05;
    /** What is enlarged leaves the rest of the height free. */
    private static final double GROWN_HEIGHT = 0.75;
    /** Half a pixel of a formula of 25 pixels. */
    private static final double ROUNDING = 0.96;

    /** The formula and its words at a size, as they fit into an area. */
    private record Content(TeXIcon icon, Font font, List<String> lines, double lineHeight) {
        double height() {
            return MARGIN + icon.getIconHeight() + (lines.isEmpty() ? 0 : GAP + lines.size() * lineHeight);
        }

        /** Whether it may fit when it is enlarged: sizes are in proportion up to rounding, and words only need more lines. */
        boolean mayFit(double growth, double width, double height) {
            return ROUNDING * growth * icon.getIconWidth() <= width
                    && ROUNDING * growth * (icon.getIconHeight() + lines.size() * lineHeight) <= height;
        }
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, FormulaChart.Model model) {
        double width = Math.max(1, area.getWidth() - 2 * MARGIN);
        Content content = content(model, width, area.getHeight());
        double room =
                Math.max(1, area.getHeight() - content.height() + content.icon().getIconHeight());
        TeXIcon icon = content.icon();
        double shrink = Math.min(1, Math.min(width / icon.getIconWidth(), room / icon.getIconHeight()));
        if (!model.latex().isEmpty()) {
            Graphics2D moved = (Graphics2D) g2.create();
            moved.translate(area.getX() + MARGIN, area.getY() + MARGIN / 2);
            moved.scale(shrink, shrink);
            icon.setForeground(style().theme().text());
            icon.paintIcon(null, moved, 0, 0);
            moved.dispose();
        }
        double y = area.getY() + MARGIN / 2 + icon.getIconHeight() * shrink + GAP + content.lineHeight() / 2;
        for (String line : content.lines()) {
            TextPainter.draw(g2, line, content.font(), style().theme().text(), area.getX() + MARGIN, y);
            y += content.lineHeight();
        }
    }

    /** The largest content that fits, in the form of the formula that can be larger. */
    private Content content(FormulaChart.Model model, double width, double height) {
        List<String> forms =
                Stream.of(model.latex(), model.narrowLatex()).distinct().toList();
        List<Content> usual = forms.stream()
                .map(latex -> content(latex, model.words(), width, 1))
                .toList();
        double room = GROWN_HEIGHT * height;
        for (double growth = MAX_GROWTH; growth > 1; growth -= GROWTH_STEP) {
            for (int form = 0; form < forms.size(); form++) {
                // To lay out a formula takes longer than to see that it is too large.
                if (usual.get(form).mayFit(growth, width, room)) {
                    Content grown = content(forms.get(form), model.words(), width, growth);
                    if (grown.icon().getIconWidth() <= width && grown.height() <= room) {
                        return grown;
                    }
                }
            }
        }
        return usual.get(0);
    }

    private Content content(String latex, String words, double width, double growth) {
        double scale = style().scale() * growth;
        Font font = ChartFonts.withFallback(ChartFonts.regular(WORDS_SIZE * scale), words);
        return new Content(
                icon(latex, (float) (FORMULA_SIZE * scale)),
                font,
                TextPainter.wrap(words, font, width),
                LINE_HEIGHT * WORDS_SIZE * scale);
    }

    private static TeXIcon icon(String latex, float size) {
        return new TeXFormula(latex).createTeXIcon(TeXConstants.STYLE_DISPLAY, size);
    }
}

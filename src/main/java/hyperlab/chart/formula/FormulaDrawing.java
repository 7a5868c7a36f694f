package hyperlab.chart.formula;

import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.style.ChartFonts;
import hyperlab.chart.style.TextPainter;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/** Draws a formula at the top left, shrunk to the width and to the height that its words leave. */
final class FormulaDrawing extends ModelAnnotation<FormulaChart.Model> {
    private static final float FORMULA_SIZE = 15.7f;
    private static final double WORDS_SIZE = 12;
    private static final double LINE_HEIGHT = 1.5;
    private static final double MARGIN = 12;
    private static final double GAP = 8;

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, FormulaChart.Model model) {
        double scale = style().scale();
        double width = Math.max(1, area.getWidth() - 2 * MARGIN);
        Font font = ChartFonts.withFallback(ChartFonts.regular(WORDS_SIZE * scale), model.words());
        List<String> lines = wrap(model.words(), font, width);
        double lineHeight = LINE_HEIGHT * WORDS_SIZE * scale;
        double room = Math.max(1, area.getHeight() - MARGIN - (lines.isEmpty() ? 0 : GAP + lines.size() * lineHeight));
        TeXIcon icon = icon(model.latex(), (float) (FORMULA_SIZE * scale));
        double shrink = Math.min(1, Math.min(width / icon.getIconWidth(), room / icon.getIconHeight()));
        if (!model.latex().isEmpty()) {
            Graphics2D moved = (Graphics2D) g2.create();
            moved.translate(area.getX() + MARGIN, area.getY() + MARGIN / 2);
            moved.scale(shrink, shrink);
            icon.setForeground(style().theme().text());
            icon.paintIcon(null, moved, 0, 0);
            moved.dispose();
        }
        double y = area.getY() + MARGIN / 2 + icon.getIconHeight() * shrink + GAP + lineHeight / 2;
        for (String line : lines) {
            TextPainter.draw(g2, line, font, style().theme().text(), area.getX() + MARGIN, y);
            y += lineHeight;
        }
    }

    private static TeXIcon icon(String latex, float size) {
        return new TeXFormula(latex).createTeXIcon(TeXConstants.STYLE_DISPLAY, size);
    }

    private static List<String> wrap(String text, Font font, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && TextPainter.width(longer, font) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }
}

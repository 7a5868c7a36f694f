package hyperlab.export;

import hyperlab.chart.style.ChartFonts;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/** Something as wide as a page's column that is not divided between two pages. Lengths are in points. */
public interface PageItem {
    /** The height for a column of this width. */
    double height(double width);

    /** Draws it with its upper left corner at (x, y). */
    void draw(Graphics2D g2, double x, double y, double width);

    /** Whether it must stay on the page of the item after it, as a heading. */
    default boolean staysWithNext() {
        return false;
    }

    /** Whether it begins a new page. */
    default boolean startsPage() {
        return false;
    }

    /** What follows begins a new page. */
    record PageBreak() implements PageItem {
        @Override
        public double height(double width) {
            return 0;
        }

        @Override
        public void draw(Graphics2D g2, double x, double y, double width) {}

        @Override
        public boolean startsPage() {
            return true;
        }
    }

    /** A word or a formula of a text. */
    sealed interface Piece {
        double width();

        /** Text without spaces. */
        record Word(String text, Font font) implements Piece {
            private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

            @Override
            public double width() {
                return font.getStringBounds(text, CONTEXT).getWidth();
            }
        }

        /** A formula. */
        record Formula(TeXIcon icon) implements Piece {
            static Formula of(String latex, float size) {
                return new Formula(new TeXFormula(latex).createTeXIcon(TeXConstants.STYLE_TEXT, size));
            }

            @Override
            public double width() {
                return icon.getTrueIconWidth();
            }
        }

        /** A space, which disappears at the end of a line. */
        record Space(double width) implements Piece {}
    }

    /**
     * A paragraph.
     *
     * @param indent of all lines
     * @param heading whether it stays with what follows
     */
    record Paragraph(List<Piece> pieces, double size, double indent, boolean heading) implements PageItem {
        private static final double LINE_HEIGHT = 1.5;
        private static final Color TEXT = new Color(0x1f2933);

        public Paragraph {
            pieces = List.copyOf(pieces);
        }

        @Override
        public boolean staysWithNext() {
            return heading;
        }

        private List<List<Piece>> lines(double width) {
            List<List<Piece>> lines = new ArrayList<>();
            List<Piece> line = new ArrayList<>();
            double used = 0;
            for (Piece piece : pieces) {
                boolean full = used + piece.width() > width - indent && !line.isEmpty();
                if (full && !(piece instanceof Piece.Space)) {
                    lines.add(line);
                    line = new ArrayList<>();
                    used = 0;
                }
                if (!line.isEmpty() || !(piece instanceof Piece.Space)) {
                    line.add(piece);
                    used += piece.width();
                }
            }
            lines.add(line);
            return lines;
        }

        private double lineHeight(List<Piece> line) {
            double height = LINE_HEIGHT * size;
            for (Piece piece : line) {
                if (piece instanceof Piece.Formula formula) {
                    height = Math.max(
                            height,
                            formula.icon().getTrueIconHeight() + formula.icon().getTrueIconDepth() + 4);
                }
            }
            return height;
        }

        @Override
        public double height(double width) {
            return lines(width).stream().mapToDouble(this::lineHeight).sum();
        }

        @Override
        public void draw(Graphics2D g2, double x, double y, double width) {
            double top = y;
            for (List<Piece> line : lines(width)) {
                double height = lineHeight(line);
                double baseline = top + height - 0.45 * size;
                double left = x + indent;
                for (Piece piece : line) {
                    drawPiece(g2, piece, left, baseline);
                    left += piece.width();
                }
                top += height;
            }
        }

        private static void drawPiece(Graphics2D g2, Piece piece, double x, double baseline) {
            g2.setColor(TEXT);
            if (piece instanceof Piece.Word word) {
                g2.setFont(word.font());
                g2.drawString(word.text(), (float) x, (float) baseline);
            } else if (piece instanceof Piece.Formula formula) {
                TeXIcon icon = formula.icon();
                icon.setForeground(TEXT);
                icon.paintIcon(null, g2, (int) Math.round(x), (int) Math.round(baseline - icon.getTrueIconHeight()));
            }
        }
    }

    /** Empty space. */
    record Gap(double height) implements PageItem {
        @Override
        public double height(double width) {
            return height;
        }

        @Override
        public void draw(Graphics2D g2, double x, double y, double width) {}

        @Override
        public boolean staysWithNext() {
            return true;
        }
    }

    /** Lines to write on. */
    record WritingLines(int count) implements PageItem {
        private static final double DISTANCE = 24;
        private static final Color LINE = new Color(0xb8c0cc);

        @Override
        public double height(double width) {
            return count * DISTANCE;
        }

        @Override
        public void draw(Graphics2D g2, double x, double y, double width) {
            g2.setColor(LINE);
            g2.setStroke(new BasicStroke(0.6f));
            for (int line = 1; line <= count; line++) {
                g2.draw(new Line2D.Double(x, y + line * DISTANCE, x + width, y + line * DISTANCE));
            }
        }
    }

    /** A box to mark or to write a number into, and the text next to it. */
    record Box(double boxWidth, boolean marked, Paragraph text) implements PageItem {
        private static final double SIDE = 11;
        private static final double GAP = 8;
        private static final Color LINE = new Color(0x52606d);

        @Override
        public double height(double width) {
            return Math.max(SIDE + 4, text.height(width - boxWidth - GAP)) + 2;
        }

        @Override
        public void draw(Graphics2D g2, double x, double y, double width) {
            g2.setColor(LINE);
            g2.setStroke(new BasicStroke(1));
            g2.draw(new Rectangle2D.Double(x, y + 3, boxWidth, SIDE));
            if (marked) {
                g2.draw(new Line2D.Double(x + 2, y + 5, x + SIDE - 2, y + SIDE + 1));
                g2.draw(new Line2D.Double(x + 2, y + SIDE + 1, x + SIDE - 2, y + 5));
            }
            text.draw(g2, x + boxWidth + GAP, y, width - boxWidth - GAP);
        }

        static Box choice(boolean marked, Paragraph text) {
            return new Box(SIDE, marked, text);
        }
    }

    /** A chart. */
    record ChartItem(JFreeChart chart, double height) implements PageItem {
        /** A logical pixel of a chart in points. */
        private static final double SCALE = 0.75;

        @Override
        public double height(double width) {
            return height;
        }

        @Override
        public void draw(Graphics2D g2, double x, double y, double width) {
            Graphics2D scaled = (Graphics2D) g2.create();
            scaled.translate(x, y);
            scaled.scale(SCALE, SCALE);
            chart.draw(scaled, new Rectangle2D.Double(0, 0, width / SCALE, height / SCALE));
            scaled.dispose();
        }
    }

    /** The pieces of a plain text. */
    static List<Piece> words(String text, double size, boolean bold) {
        List<Piece> pieces = new ArrayList<>();
        Font font = bold ? ChartFonts.bold(size) : ChartFonts.regular(size);
        for (String part : text.split("(?<= )|(?= )", -1)) {
            if (part.equals(" ")) {
                pieces.add(new Piece.Space(0.27 * size));
            } else if (!part.isEmpty()) {
                pieces.add(new Piece.Word(part, ChartFonts.withFallback(font, part)));
            }
        }
        return pieces;
    }
}

package hyperlab.chart.training.network;

import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.style.ChartFonts;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.TextPainter;
import hyperlab.chart.training.network.NetworkDiagram.Column;
import hyperlab.chart.training.network.NetworkDiagram.Inset;
import hyperlab.chart.training.network.NetworkDiagram.UnitPosition;
import hyperlab.chart.training.network.NetworkDiagram.UnitState;
import hyperlab.chart.training.network.NetworkTexts.NetworkWords;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

/** Draws columns of units with lines between them. */
final class NetworkDrawing extends ModelAnnotation<NetworkDiagram> {
    private static final double SMALLER = 0.85;
    private static final double RADIUS = 11;
    private static final double MIN_RADIUS = 3;
    private static final double THINNEST = 0.4;
    private static final double THICKEST = 5;
    private static final double PALEST = 0.15;
    private static final double MAX_TILE = 22;
    private static final float[] DEAD_DASH = {2, 3};
    private static final double NAME_GAP = 4;
    private static final double STRIP_EDGE = 4;
    /** How much an inset next to the chosen unit is worth, compared with one of the same size elsewhere. */
    private static final double BESIDE_CHOSEN = 0.5;

    private double fixedLargestWeight;
    private NetworkTexts texts = new NetworkTexts(NetworkWords.NONE);

    void setWords(NetworkWords words) {
        texts = new NetworkTexts(words);
    }

    /** A unit with its incoming weights, or the weight of a line. */
    @Override
    public Optional<String> textAt(double x, double y, Rectangle2D area) {
        NetworkDiagram diagram = model();
        return diagram == null ? Optional.empty() : texts.textAt(diagram, x, y, area);
    }

    /** Sets the minimum size of the weight that gets the thickest line. */
    void fixLargestWeight(double largest) {
        fixedLargestWeight = largest;
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, NetworkDiagram diagram) {
        if (area.getWidth() < 1 || area.getHeight() < 1) {
            return;
        }
        Object control = g2.getRenderingHint(RenderingHints.KEY_STROKE_CONTROL);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double largest = Math.max(fixedLargestWeight, diagram.largest());
        for (boolean unrelated : new boolean[] {true, false}) {
            for (int gap = 0; gap < diagram.links().size(); gap++) {
                drawLinks(g2, area, diagram, gap, largest, unrelated);
            }
        }
        for (int column = 0; column < diagram.columns().size(); column++) {
            drawColumn(g2, area, diagram, column);
        }
        Inset inset = diagram.inset();
        UnitPosition chosen = diagram.chosen();
        if (inset != null && chosen != null) {
            new NetworkTiles(g2, style()).drawInset(area, freeStrip(area, diagram, chosen.column()), inset);
        }
        if (control != null) {
            g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, control);
        }
    }

    /**
     * Returns where the inset has most room: at the edge that is farther from the chosen unit, or between two columns.
     * Next to the chosen unit it would cover the lines that matter.
     */
    private Rectangle2D freeStrip(Rectangle2D area, NetworkDiagram diagram, int chosen) {
        int columns = diagram.columns().size();
        boolean right = NetworkLayout.columnPosition(chosen, columns) < 0.5;
        Rectangle2D best = strip(area, diagram, right ? columns : 0);
        double most = insetRoom(area, best, chosen, right ? columns : 0);
        for (int next = 1; next < columns; next++) {
            Rectangle2D strip = strip(area, diagram, next);
            double room = insetRoom(area, strip, chosen, next);
            if (room > most) {
                most = room;
                best = strip;
            }
        }
        return best;
    }

    private double insetRoom(Rectangle2D area, Rectangle2D strip, int chosen, int next) {
        boolean beside = chosen == next || chosen == next - 1;
        double side = NetworkTiles.insetSide(area, style());
        return Math.min(side, strip.getWidth()) * (beside ? BESIDE_CHOSEN : 1);
    }

    /** The room between the column {@code next} and the one before it, without their units and names. */
    private Rectangle2D strip(Rectangle2D area, NetworkDiagram diagram, int next) {
        int columns = diagram.columns().size();
        double from = area.getMinX();
        double to = area.getMaxX();
        if (next > 0) {
            Column before = diagram.columns().get(next - 1);
            double names = next == 1 ? 0 : nameWidth(area, before);
            from = NetworkLayout.x(area, diagram, next - 1) + halfUnit(area, before) + names;
        }
        if (next < columns) {
            Column after = diagram.columns().get(next);
            double names = next == 0 ? nameWidth(area, after) : 0;
            to = NetworkLayout.x(area, diagram, next) - halfUnit(area, after) - names;
        }
        double edge = STRIP_EDGE * style().scale();
        return new Rectangle2D.Double(from + edge, area.getMinY(), Math.max(0, to - from - 2 * edge), area.getHeight());
    }

    /** Half of the width of a column's units. */
    private double halfUnit(Rectangle2D area, Column column) {
        double room = NetworkLayout.room(area, column.states().size());
        double radius = Math.max(MIN_RADIUS, Math.min(RADIUS * style().scale(), 0.4 * room));
        return column.tiles().isEmpty() ? radius : Math.max(radius, Math.min(MAX_TILE * style().scale(), 0.42 * room));
    }

    private double nameWidth(Rectangle2D area, Column column) {
        if (!showsNames(area, column)) {
            return 0;
        }
        double widest = 0;
        for (String name : column.names()) {
            widest = Math.max(widest, TextPainter.width(name, nameFont()));
        }
        return widest + NAME_GAP;
    }

    private boolean showsNames(Rectangle2D area, Column column) {
        return NetworkLayout.room(area, column.states().size())
                > 0.9 * style().axisFont().getSize2D();
    }

    private Font nameFont() {
        return ChartFonts.regular(
                style().cellFontSize(SMALLER * style().axisFont().getSize2D() / style().scale()));
    }

    /**
     * @param unrelatedOnly true to draw only the lines that do not touch the chosen unit, false to draw only the others
     */
    private void drawLinks(
            Graphics2D g2, Rectangle2D area, NetworkDiagram diagram, int gap, double largest, boolean unrelatedOnly) {
        double[][] weights = diagram.links().get(gap).weights();
        for (int to = 0; to < weights.length; to++) {
            for (int from = 0; from < weights[to].length; from++) {
                double weight = weights[to][from];
                if (!(weight != 0) || !Double.isFinite(weight)) {
                    continue;
                }
                double share = Math.abs(weight) / largest;
                boolean unrelated = diagram.chosen() != null && !touches(diagram.chosen(), gap, from, to);
                if (unrelated != unrelatedOnly) {
                    continue;
                }
                Color color = style().theme().series(weight > 0 ? 0 : 1);
                double strength = (unrelated ? 0.25 : 1) * (PALEST + (1 - PALEST) * Math.sqrt(share));
                double width = style().scale() * (THINNEST + (THICKEST - THINNEST) * share);
                boolean dead = isDead(diagram, gap, from) || isDead(diagram, gap + 1, to);
                g2.setColor(dead ? style().theme().axis() : style().theme().blendWithBackground(color, strength));
                g2.setStroke(
                        dead
                                ? new BasicStroke(
                                        (float) (THINNEST * style().scale()),
                                        BasicStroke.CAP_BUTT,
                                        BasicStroke.JOIN_ROUND,
                                        1,
                                        DEAD_DASH,
                                        0)
                                : new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                g2.draw(new Line2D.Double(
                        NetworkLayout.x(area, diagram, gap),
                        NetworkLayout.y(area, diagram, gap, from),
                        NetworkLayout.x(area, diagram, gap + 1),
                        NetworkLayout.y(area, diagram, gap + 1, to)));
            }
        }
    }

    private static boolean isDead(NetworkDiagram diagram, int column, int unit) {
        return diagram.columns().get(column).states().get(unit) == UnitState.DEAD;
    }

    private static boolean touches(UnitPosition chosen, int gap, int from, int to) {
        return (chosen.column() == gap && chosen.unit() == from) || (chosen.column() == gap + 1 && chosen.unit() == to);
    }

    private void drawColumn(Graphics2D g2, Rectangle2D area, NetworkDiagram diagram, int columnIndex) {
        Column column = diagram.columns().get(columnIndex);
        ChartTheme theme = style().theme();
        NetworkTiles tiles = new NetworkTiles(g2, style());
        int units = column.states().size();
        double room = NetworkLayout.room(area, units);
        double radius = Math.max(MIN_RADIUS, Math.min(RADIUS * style().scale(), 0.4 * room));
        double halfTile = halfUnit(area, column);
        double x = NetworkLayout.x(area, diagram, columnIndex);
        for (int unit = 0; unit < units; unit++) {
            double y = NetworkLayout.y(area, diagram, columnIndex, unit);
            boolean chosen = new UnitPosition(columnIndex, unit).equals(diagram.chosen());
            if (unit < column.tiles().size()) {
                tiles.drawTile(column.tiles().get(unit), column.states().get(unit), x, y, halfTile);
                if (chosen) {
                    tiles.drawFrame(x, y, halfTile + 2 * style().scale(), theme.text());
                }
            } else {
                drawUnit(g2, column.states().get(unit), x, y, radius, chosen);
            }
            if (unit < column.names().size() && showsNames(area, column)) {
                boolean left = columnIndex == 0;
                double half = unit < column.tiles().size() ? halfTile : radius;
                drawUnitName(g2, area, column.names().get(unit), left ? x - half : x + half, y, left);
            }
        }
        double line = style().axisFont().getSize2D();
        double gap = NetworkLayout.gap(area, diagram.columns().size());
        Color color = column.highlighted() ? theme.warning() : theme.muted();
        boolean wide = TextPainter.width(column.countText(), style().axisFont()) < gap;
        String leftOut = column.countText().isEmpty() || wide ? column.countText() : units + "/" + column.unitCount();
        drawText(g2, area, column.name(), color, x, area.getMaxY() - 1.9 * line);
        drawText(g2, area, leftOut, color, x, area.getMaxY() - 0.6 * line);
    }

    /** @param edge x of the unit's edge on the side of the name */
    private void drawUnitName(Graphics2D g2, Rectangle2D area, String fullName, double edge, double y, boolean left) {
        Font small = nameFont();
        double room = left ? edge - area.getMinX() : area.getMaxX() - edge;
        String name = TextPainter.ellipsize(fullName, small, room - NAME_GAP - 1);
        double x = left ? edge - NAME_GAP - TextPainter.width(name, small) : edge + NAME_GAP;
        TextPainter.drawWithHalo(g2, name, small, style().theme().text(), x, y, style());
    }

    private void drawText(Graphics2D g2, Rectangle2D area, String text, Color color, double x, double y) {
        Font font = style().axisFont();
        double width = TextPainter.width(text, font);
        double left = Math.max(area.getMinX(), Math.min(area.getMaxX() - width, x - width / 2));
        TextPainter.drawWithHalo(g2, text, font, color, left, y, style());
    }

    private void drawUnit(Graphics2D g2, UnitState state, double x, double y, double radius, boolean chosen) {
        ChartTheme theme = style().theme();
        double scale = style().scale();
        Shape circle = MarkerShape.CIRCLE.shapeAt(x, y, radius);
        g2.setColor(state == UnitState.DEAD ? theme.grid() : theme.background());
        g2.fill(circle);
        boolean hasProblem = state == UnitState.SATURATED;
        g2.setColor(hasProblem ? theme.danger() : state == UnitState.DROPPED ? theme.grid() : theme.axis());
        g2.setStroke(new BasicStroke((float) ((hasProblem ? 2 : 1.5) * scale)));
        g2.draw(circle);
        if (state == UnitState.DEAD || state == UnitState.DROPPED) {
            g2.setColor(theme.axis());
            g2.fill(MarkerShape.CROSS.shapeAt(x, y, 0.65 * radius));
        } else if (state == UnitState.SATURATED) {
            g2.fill(MarkerShape.CIRCLE.shapeAt(x, y, 0.35 * radius));
        }
        if (chosen) {
            g2.setColor(theme.text());
            g2.setStroke(new BasicStroke((float) (2 * scale)));
            g2.draw(MarkerShape.CIRCLE.shapeAt(x, y, radius + 3 * scale));
        }
    }
}

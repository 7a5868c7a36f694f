package hyperlab.chart.training;

import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.style.ChartFonts;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.TextPainter;
import hyperlab.chart.training.NetworkDiagram.Column;
import hyperlab.chart.training.NetworkDiagram.Inset;
import hyperlab.chart.training.NetworkDiagram.KernelTile;
import hyperlab.chart.training.NetworkDiagram.UnitPosition;
import hyperlab.chart.training.NetworkDiagram.UnitState;
import hyperlab.text.NumberFormats;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws columns of units with lines between them. */
final class NetworkDrawing extends ModelAnnotation<NetworkDiagram> {
    private static final double SIDE = 0.17;
    private static final double SMALLER = 0.85;
    private static final double FOOT = 0.17;
    private static final double HEAD = 0.03;
    private static final double RADIUS = 11;
    private static final double MIN_RADIUS = 3;
    private static final double THINNEST = 0.4;
    private static final double THICKEST = 5;
    private static final double PALEST = 0.15;
    private static final double MAX_TILE = 22;
    private static final float[] DEAD_DASH = {2, 3};
    private static final double INSET = 0.42;
    private static final double MAX_INSET = 150;
    private static final double NEAR = 0.6;
    private static final double NAME_GAP = 4;

    /** The greatest distance in pixels from a line at which it shows its weight. */
    private static final double LINE_REACH = 4;

    private static final int DIGITS = 3;
    private static final int MAX_LISTED = 8;

    private double fixedLargestWeight;
    private NetworkWords words = NetworkWords.NONE;

    /** How the diagram is described to the pointer. */
    interface NetworkWords {
        NetworkWords NONE = new NetworkWords() {
            @Override
            public String unit(String column, int number) {
                return column;
            }

            @Override
            public String more(int count) {
                return "";
            }
        };

        /** Names a unit without a name of its own, from the name of its column and its number from 1. */
        String unit(String column, int number);

        /** Says that there are more weights than are listed. */
        String more(int count);
    }

    void setWords(NetworkWords newWords) {
        words = newWords;
    }

    /** A unit with its incoming weights, or the weight of a line. */
    @Override
    public Optional<String> textAt(double x, double y, Rectangle2D area) {
        NetworkDiagram diagram = model();
        if (diagram == null) {
            return Optional.empty();
        }
        UnitPosition unit = unitAt(diagram, (x - area.getX()) / area.getWidth(), (y - area.getY()) / area.getHeight());
        return unit != null ? Optional.of(describe(diagram, unit)) : lineAt(diagram, x, y, area);
    }

    private String describe(NetworkDiagram diagram, UnitPosition unit) {
        List<String> lines = new ArrayList<>(List.of(name(diagram, unit)));
        if (unit.column() > 0) {
            double[] weights = diagram.links().get(unit.column() - 1).weights()[unit.unit()];
            for (int from = 0; from < Math.min(MAX_LISTED, weights.length); from++) {
                UnitPosition source = new UnitPosition(unit.column() - 1, from);
                lines.add(name(diagram, source) + ": " + NumberFormats.format(weights[from], DIGITS));
            }
            if (weights.length > MAX_LISTED) {
                lines.add(words.more(weights.length - MAX_LISTED));
            }
        }
        return String.join("\n", lines);
    }

    private String name(NetworkDiagram diagram, UnitPosition unit) {
        Column column = diagram.columns().get(unit.column());
        return unit.unit() < column.names().size()
                ? column.names().get(unit.unit())
                : column.states().size() == 1 ? column.name() : words.unit(column.name(), unit.unit() + 1);
    }

    private Optional<String> lineAt(NetworkDiagram diagram, double pixelX, double pixelY, Rectangle2D area) {
        double nearest = LINE_REACH;
        String text = null;
        for (int gap = 0; gap < diagram.links().size(); gap++) {
            double[][] weights = diagram.links().get(gap).weights();
            for (int to = 0; to < weights.length; to++) {
                for (int from = 0; from < weights[to].length; from++) {
                    double distance = Line2D.ptSegDist(
                            x(area, diagram, gap),
                            y(area, diagram, gap, from),
                            x(area, diagram, gap + 1),
                            y(area, diagram, gap + 1, to),
                            pixelX,
                            pixelY);
                    if (distance < nearest) {
                        nearest = distance;
                        text = name(diagram, new UnitPosition(gap, from)) + " → "
                                + name(diagram, new UnitPosition(gap + 1, to)) + ": "
                                + NumberFormats.format(weights[to][from], DIGITS);
                    }
                }
            }
        }
        return Optional.ofNullable(text);
    }

    /** Sets the minimum size of the weight that gets the thickest line. */
    void fixLargestWeight(double largest) {
        fixedLargestWeight = largest;
    }

    static double columnPosition(int column, int columns) {
        return columns == 1 ? 0.5 : SIDE + (1 - 2 * SIDE) * column / (columns - 1);
    }

    private static double unitPosition(int unit, int units) {
        return HEAD + (1 - HEAD - FOOT) * (unit + 0.5) / units;
    }

    static @Nullable UnitPosition unitAt(NetworkDiagram diagram, double across, double down) {
        int columns = diagram.columns().size();
        for (int column = 0; column < columns; column++) {
            double gap = columns == 1 ? 1 : (1 - 2 * SIDE) / (columns - 1);
            int units = diagram.columns().get(column).states().size();
            int unit = (int) Math.floor((down - HEAD) / (1 - HEAD - FOOT) * units);
            if (Math.abs(across - columnPosition(column, columns)) < Math.min(0.06, NEAR / 2 * gap)
                    && unit >= 0
                    && unit < units) {
                return new UnitPosition(column, unit);
            }
        }
        return null;
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
        if (inset != null && diagram.chosen() != null) {
            drawInset(
                    g2,
                    area,
                    inset,
                    columnPosition(diagram.chosen().column(), diagram.columns().size()) < 0.5);
        }
        if (control != null) {
            g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, control);
        }
    }

    /** @param unrelatedOnly true to draw only the lines that do not touch the chosen unit, false to draw only the others */
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
                        x(area, diagram, gap),
                        y(area, diagram, gap, from),
                        x(area, diagram, gap + 1),
                        y(area, diagram, gap + 1, to)));
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
        int units = column.states().size();
        double room = (1 - HEAD - FOOT) * area.getHeight() / Math.max(1, units);
        double radius = Math.max(MIN_RADIUS, Math.min(RADIUS * style().scale(), 0.4 * room));
        double x = x(area, diagram, columnIndex);
        for (int unit = 0; unit < units; unit++) {
            double y = y(area, diagram, columnIndex, unit);
            boolean chosen = new UnitPosition(columnIndex, unit).equals(diagram.chosen());
            if (unit < column.tiles().size()) {
                double half = Math.max(radius, Math.min(MAX_TILE * style().scale(), 0.42 * room));
                drawTile(g2, column.tiles().get(unit), column.states().get(unit), x, y, half);
                if (chosen) {
                    drawFrame(g2, x, y, half + 2 * style().scale(), theme.text());
                }
            } else {
                drawUnit(g2, column.states().get(unit), x, y, radius, chosen);
            }
            if (unit < column.names().size() && room > 0.9 * style().axisFont().getSize2D()) {
                boolean left = columnIndex == 0;
                double half = unit < column.tiles().size()
                        ? Math.max(radius, Math.min(MAX_TILE * style().scale(), 0.42 * room))
                        : radius;
                drawUnitName(g2, area, column.names().get(unit), left ? x - half : x + half, y, left);
            }
        }
        double line = style().axisFont().getSize2D();
        double gap =
                area.getWidth() * (1 - 2 * SIDE) / Math.max(1, diagram.columns().size() - 1);
        Color color = column.highlighted() ? theme.danger() : theme.muted();
        boolean wide = TextPainter.width(column.countText(), style().axisFont()) < gap;
        String leftOut = column.countText().isEmpty() || wide ? column.countText() : units + "/" + column.unitCount();
        drawText(g2, area, column.name(), color, x, area.getMaxY() - 1.9 * line);
        drawText(g2, area, leftOut, color, x, area.getMaxY() - 0.6 * line);
    }

    /** @param edge x of the unit's edge on the side of the name */
    private void drawUnitName(Graphics2D g2, Rectangle2D area, String fullName, double edge, double y, boolean left) {
        Font small = ChartFonts.regular(
                style().cellFontSize(SMALLER * style().axisFont().getSize2D() / style().scale()));
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

    /** A tile; gray with a cross for a dead unit. */
    private void drawTile(Graphics2D g2, KernelTile tile, UnitState state, double x, double y, double half) {
        ChartTheme theme = style().theme();
        if (state == UnitState.DEAD || state == UnitState.DROPPED) {
            g2.setColor(state == UnitState.DEAD ? theme.grid() : theme.background());
            g2.fill(new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half));
            g2.setColor(theme.axis());
            g2.fill(MarkerShape.CROSS.shapeAt(x, y, 0.55 * half));
        } else if (tile.isFine()) {
            drawImage(g2, tile, x, y, half);
        } else {
            drawCells(g2, tile, x, y, half);
        }
        drawFrame(g2, x, y, half, state == UnitState.SATURATED ? theme.danger() : theme.axis());
    }

    /** Draws a tile with many values as a smooth image. */
    private void drawImage(Graphics2D g2, KernelTile tile, double x, double y, double half) {
        double largest = tile.largest();
        int rows = tile.values().length;
        int columns = tile.values()[0].length;
        int[] pixels = new int[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                pixels[row * columns + column] =
                        tint(tile.values()[row][column], largest).getRGB();
            }
        }
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, columns, rows, pixels, 0, columns);
        Object interpolation = g2.getRenderingHint(RenderingHints.KEY_INTERPOLATION);
        g2.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform place = AffineTransform.getTranslateInstance(x - half, y - half);
        place.scale(2 * half / columns, 2 * half / rows);
        g2.drawImage(image, place, null);
        if (interpolation != null) {
            g2.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
        }
    }

    private void drawCells(Graphics2D g2, KernelTile tile, double x, double y, double half) {
        double largest = tile.largest();
        int rows = tile.values().length;
        for (int row = 0; row < rows; row++) {
            int columns = tile.values()[row].length;
            for (int column = 0; column < columns; column++) {
                double left = x - half + 2 * half * column / columns;
                double top = y - half + 2 * half * row / rows;
                g2.setColor(tint(tile.values()[row][column], largest));
                g2.fill(new Rectangle2D.Double(left, top, 2 * half / columns + 0.5, 2 * half / rows + 0.5));
            }
        }
    }

    private void drawFrame(Graphics2D g2, double x, double y, double half, Color color) {
        g2.setColor(color);
        g2.setStroke(new BasicStroke((float) (1.5 * style().scale())));
        g2.draw(new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half));
    }

    /** Returns the color of a value: series 1 for positive and series 2 for negative values, paler for smaller ones. */
    private Color tint(double value, double largest) {
        ChartTheme theme = style().theme();
        double share = largest > 0 && Double.isFinite(value) ? Math.abs(value) / largest : 0;
        return theme.blendWithBackground(theme.series(value < 0 ? 1 : 0), share);
    }

    private void drawInset(Graphics2D g2, Rectangle2D area, Inset inset, boolean right) {
        ChartTheme theme = style().theme();
        double side = Math.min(MAX_INSET * style().scale(), INSET * Math.min(area.getWidth(), area.getHeight()));
        double line = style().labelFont().getSize2D() * 1.5;
        double x = right ? area.getMaxX() - side - 4 : area.getMinX() + 4;
        double y = area.getMinY() + line + 2;
        double largest = 0;
        for (double value : inset.values()) {
            largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
        }
        BufferedImage image = new BufferedImage(inset.columns(), inset.rows(), BufferedImage.TYPE_INT_RGB);
        for (int k = 0; k < inset.values().length; k++) {
            double value = inset.values()[k];
            int row = inset.rows() - 1 - k / inset.columns();
            image.setRGB(k % inset.columns(), row, tint(value, largest).getRGB());
        }
        double width = TextPainter.width(inset.title(), style().labelFont());
        double left = right ? Math.max(area.getMinX(), area.getMaxX() - Math.max(side, width) - 4) : x;
        TextPainter.drawWithHalo(g2, inset.title(), style().labelFont(), theme.text(), left, y - line / 2, style());
        g2.drawImage(image, (int) x, (int) y, (int) side, (int) side, null);
        g2.setColor(theme.axis());
        g2.setStroke(new BasicStroke(1));
        g2.draw(new Rectangle2D.Double((int) x, (int) y, (int) side, (int) side));
    }

    private static double x(Rectangle2D area, NetworkDiagram diagram, int column) {
        return area.getMinX() + columnPosition(column, diagram.columns().size()) * area.getWidth();
    }

    private static double y(Rectangle2D area, NetworkDiagram diagram, int column, int unit) {
        return area.getMinY()
                + unitPosition(unit, diagram.columns().get(column).states().size()) * area.getHeight();
    }
}

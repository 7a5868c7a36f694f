package hyperlab.chart.style;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jspecify.annotations.Nullable;

/**
 * Names at the ends of lines, in the lines' colors, instead of a legend. Names of lines that reach the right edge are
 * in the padding next to the plot, at least 16 pixels apart, with a leader line if they had to move. Other names are
 * next to the end of their line, with a halo. If not all names fit, the last ones are omitted. The plot reserves
 * padding for the longest name next to it, at most a third of the chart; if one is longer, all there are replaced by
 * their short forms, or shortened in their middle. On axes that the user zoomed, only names of visible ends are drawn.
 */
public final class EndLabels extends StyledAnnotation {
    private static final double GAP = 16;
    private static final double LEADER = 12;
    private static final double INSIDE = 12;
    private static final double MARGIN = 6;
    private static final double MOVED = 3;
    /** The largest part of the chart's width for names next to the plot. */
    private static final double MAX_SHARE = 1.0 / 3;
    /** A name of this width is not shortened, however narrow the chart is. */
    private static final double MIN_TEXT = 92;
    /** A line whose end is in this last fraction of the axis counts as ending at the edge. */
    private static final double EDGE = 0.01;

    private List<Label> labels = List.of();
    private @Nullable PlayHead playHead;
    private @Nullable PlayHead passingHead;
    /** Where the line of the passing play head is, in pixels. */
    private double passingX = Double.NaN;

    private double minPadding;
    private double chartWidth = Double.POSITIVE_INFINITY;

    /**
     * A name and the end of its line.
     *
     * @param text a few words
     * @param shortText replaces {@code text} where there is no room for it
     * @param x of the end of the line
     * @param y of the end of the line
     * @param themeColor the line's color
     */
    public record Label(String text, String shortText, double x, double y, ThemeColor themeColor) {
        /** A name without a short form. */
        public Label(String text, double x, double y, ThemeColor themeColor) {
            this(text, text, x, y, themeColor);
        }

        private Label withText(String newText) {
            return new Label(newText, shortText, x, y, themeColor);
        }
    }

    /** Keeps names inside the plot below the label of a play head if they would overlap it. */
    public void keepBelow(PlayHead newHead) {
        playHead = newHead;
    }

    /** Moves a name inside the plot to one side of a play head whose line would pass through it. */
    public void keepOffLine(PlayHead newHead) {
        passingHead = newHead;
    }

    /** The name of the line that ends at a point; empty if none of the labels is there. */
    public String nameAt(double x, double y) {
        return labels.stream()
                .filter(label -> label.x() == x && label.y() == y)
                .map(Label::text)
                .findFirst()
                .orElse("");
    }

    /** Replaces all labels, the most important first; a label whose position no axis can show is omitted. */
    public void show(List<Label> newLabels) {
        labels = List.copyOf(newLabels);
        fireAnnotationChanged();
    }

    /** Fixes the minimum padding at its current size. */
    public void fixPadding(ValueAxis xAxis) {
        minPadding = padding(xAxis, Double.POSITIVE_INFINITY);
    }

    public List<Label> labels() {
        return labels;
    }

    /** Shortens names that are too long for a chart of this width. */
    void fitTo(double newChartWidth) {
        chartWidth = newChartWidth;
    }

    /** Returns the padding on the right that the names next to the plot need. */
    double requiredPadding(ValueAxis xAxis) {
        return Math.max(boundedMinPadding(), padding(xAxis, maxTextWidth()));
    }

    private double boundedMinPadding() {
        return Math.min(minPadding, padding(maxTextWidth()));
    }

    private double padding(ValueAxis xAxis, double maxTextWidth) {
        double widest = 0;
        for (Label label : labels) {
            if (isAtEdge(label, xAxis)) {
                widest = Math.max(
                        widest, TextPainter.width(fittingAtEdge(label, xAxis, maxTextWidth), style().labelFont()));
            }
        }
        return widest == 0 ? 0 : padding(Math.min(widest, maxTextWidth));
    }

    private double padding(double textWidth) {
        return Math.ceil(textWidth + (LEADER + MARGIN) * style().scale());
    }

    private double maxTextWidth() {
        double scale = style().scale();
        return Math.max(MIN_TEXT * scale, MAX_SHARE * chartWidth - (LEADER + MARGIN) * scale);
    }

    private Label shortenedAtEdge(Label label, ValueAxis xAxis) {
        double maxWidth = maxTextWidth();
        Font font = style().labelFont();
        String name = fittingAtEdge(label, xAxis, maxWidth);
        String shortened = TextPainter.ellipsizeMiddle(name, font, maxWidth);
        boolean ambiguous = !shortened.equals(name)
                && labels.stream()
                        .filter(each -> isAtEdge(each, xAxis))
                        .map(each -> fittingAtEdge(each, xAxis, maxWidth))
                        .anyMatch(other -> !other.equals(name)
                                && TextPainter.ellipsizeMiddle(other, font, maxWidth)
                                        .equals(shortened));
        return label.withText(ambiguous ? TextPainter.ellipsizeStart(name, font, maxWidth) : shortened);
    }

    /** The name next to the plot, or its short form if one of the names there is too wide, so that all say the same. */
    private String fittingAtEdge(Label label, ValueAxis xAxis, double maxWidth) {
        boolean allFit = labels.stream()
                .filter(each -> isAtEdge(each, xAxis))
                .allMatch(each -> fitting(each, maxWidth).equals(each.text()));
        return allFit ? label.text() : label.shortText();
    }

    /** The name, or its short form if the name is wider than this, or than its part of the chart. */
    private String fitting(Label label, double maxWidth) {
        double part = Math.min(maxWidth, MAX_SHARE * chartWidth - (LEADER + MARGIN) * style().scale());
        return TextPainter.width(label.text(), style().labelFont()) <= part ? label.text() : label.shortText();
    }

    /**
     * The label with its short form if its name fits on neither side of the end of its line, and shortened if it is
     * wider than the plot.
     */
    private Label shortenedInside(Label label, double x, Rectangle2D area) {
        double gap = INSIDE * style().scale();
        double free = Math.max(x - area.getMinX(), area.getMaxX() - x) - gap;
        double room = Math.max(maxTextWidth(), area.getWidth() - gap);
        return label.withText(TextPainter.ellipsizeMiddle(fitting(label, free), style().labelFont(), room));
    }

    private static boolean isAtEdge(Label label, ValueAxis xAxis) {
        double edge = EDGE * xAxis.getRange().getLength();
        return xAxis.isInverted()
                ? label.x() <= xAxis.getLowerBound() * (1 + EDGE)
                : label.x() >= xAxis.getUpperBound() - edge;
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels) {
        List<LabelAnchor> outside = new ArrayList<>();
        List<LabelAnchor> inside = new ArrayList<>();
        passingX = passingHead == null ? Double.NaN : pixels.x(passingHead.position());
        boolean zoomed = isZoomed(pixels.xAxis()) || isZoomed(pixels.yAxis());
        for (int order = 0; order < labels.size(); order++) {
            Label label = labels.get(order);
            double x = pixels.x(label.x());
            double y = pixels.y(label.y());
            if (Double.isFinite(x) && Double.isFinite(y) && (!zoomed || isVisible(x, y, area))) {
                boolean isOutside = isAtEdge(label, pixels.xAxis());
                Label fitted = isOutside ? shortenedAtEdge(label, pixels.xAxis()) : shortenedInside(label, x, area);
                LabelAnchor placed = new LabelAnchor(fitted, order, Math.min(x, area.getMaxX()), clamp(y, area));
                (isOutside ? outside : inside).add(placed);
            }
        }
        List<PositionedLabel> names = new ArrayList<>();
        for (List<LabelAnchor> neighbors : groupOverlapping(inside, area)) {
            addInside(
                    mostImportant(neighbors, area),
                    area,
                    playHead == null ? null : playHead.labelBounds(area, pixels),
                    names);
        }
        addOutside(mostImportant(outside, area), area, names);
        drawWithWiderClip(g2, area, Math.max(INSIDE * style().scale(), requiredPadding(pixels.xAxis())), () -> {
            // Names are drawn last, because a leader may cross another name.
            names.forEach(name -> drawLeader(g2, name));
            names.forEach(name -> write(g2, name));
        });
    }

    private static boolean isZoomed(ValueAxis axis) {
        return axis instanceof ZoomableAxis zoomable && zoomable.isZoomed();
    }

    /** Whether a point is in the plot, give or take a pixel. */
    private static boolean isVisible(double x, double y, Rectangle2D area) {
        return x >= area.getMinX() - 1 && x <= area.getMaxX() + 1 && y >= area.getMinY() - 1 && y <= area.getMaxY() + 1;
    }

    private void addOutside(List<LabelAnchor> ends, Rectangle2D area, List<PositionedLabel> names) {
        double[] positions = spread(ends, area);
        double x = area.getMaxX() + LEADER * style().scale();
        double elbow = area.getMaxX() + LEADER * style().scale() / 4;
        for (int i = 0; i < positions.length; i++) {
            LabelAnchor end = ends.get(i);
            Path2D leader = new Path2D.Double();
            if (Math.abs(positions[i] - end.y()) > MOVED || end.x() < area.getMaxX() - MOVED) {
                leader.moveTo(end.x(), end.y());
                leader.lineTo(elbow, end.y());
                leader.lineTo(x - 3, positions[i]);
            }
            names.add(new PositionedLabel(end.label(), x, positions[i], false, leader));
        }
    }

    private void addInside(
            List<LabelAnchor> ends, Rectangle2D area, @Nullable Rectangle2D labelBounds, List<PositionedLabel> names) {
        double[] positions = spread(ends, areaBelow(labelBounds, ends, area));
        for (int i = 0; i < positions.length; i++) {
            LabelAnchor end = ends.get(i);
            double x = textX(end, area);
            Path2D leader = new Path2D.Double();
            boolean beyondPlayHead = x > end.x() + INSIDE * style().scale() + MOVED;
            if (Math.abs(positions[i] - end.y()) > MOVED * 2 || beyondPlayHead) {
                leader.moveTo(end.x(), end.y());
                // The line of the play head is between the leader and the name.
                double tip = beyondPlayHead ? passingX - MARGIN * style().scale() : x - 2;
                leader.lineTo(Math.max(end.x(), tip), positions[i]);
            }
            names.add(new PositionedLabel(end.label(), x, positions[i], true, leader));
        }
    }

    private void drawLeader(Graphics2D g2, PositionedLabel name) {
        g2.setColor(name.label().themeColor().resolve(style().theme()));
        g2.setStroke(new BasicStroke((float) style().scale()));
        g2.draw(name.leader());
    }

    private void write(Graphics2D g2, PositionedLabel name) {
        String text = name.label().text();
        Color color = name.label().themeColor().resolve(style().theme());
        if (name.isInside()) {
            TextPainter.drawWithHalo(g2, text, style().labelFont(), color, name.x(), name.y(), style());
        } else {
            TextPainter.draw(g2, text, style().labelFont(), color, name.x(), name.y());
        }
    }

    /**
     * Returns the part of the plot below the play head's label if any name would overlap it, otherwise the whole plot.
     */
    private Rectangle2D areaBelow(@Nullable Rectangle2D labelBounds, List<LabelAnchor> names, Rectangle2D area) {
        if (labelBounds == null || names.stream().noneMatch(name -> overlaps(labelBounds, name, area))) {
            return area;
        }
        return new Rectangle2D.Double(
                area.getMinX(), labelBounds.getMaxY(), area.getWidth(), area.getMaxY() - labelBounds.getMaxY());
    }

    private boolean overlaps(Rectangle2D labelBounds, LabelAnchor name, Rectangle2D area) {
        double x = textX(name, area);
        double width = TextPainter.width(name.label().text(), style().labelFont());
        return x < labelBounds.getMaxX() + MARGIN && x + width > labelBounds.getMinX() - MARGIN;
    }

    /**
     * Returns the left edge of the text: to the right of its line's end, or to the left if it does not fit; beyond the
     * play head if its line would pass through the text and there is room.
     */
    private double textX(LabelAnchor end, Rectangle2D area) {
        double gap = INSIDE * style().scale();
        double width = TextPainter.width(end.label().text(), style().labelFont());
        double last = area.getMaxX() + boundedMinPadding() - width;
        double x = end.x() + gap <= last ? end.x() + gap : Math.max(area.getMinX() + 2, end.x() - gap - width);
        double margin = MARGIN * style().scale();
        boolean passed = passingX > x - margin && passingX < x + width + margin;
        return passed && passingX > end.x() && passingX + margin <= last ? passingX + margin : x;
    }

    private List<LabelAnchor> mostImportant(List<LabelAnchor> placed, Rectangle2D area) {
        int maxCount = Math.max(1, (int) (area.getHeight() / (GAP * style().scale())));
        if (placed.size() <= maxCount) {
            return placed;
        }
        List<LabelAnchor> sorted = new ArrayList<>(placed);
        sorted.sort(Comparator.comparingInt(LabelAnchor::order));
        return sorted.subList(0, maxCount);
    }

    private double[] spread(List<LabelAnchor> placed, Rectangle2D area) {
        double half = GAP * style().scale() / 2;
        double[] preferred = placed.stream().mapToDouble(LabelAnchor::y).toArray();
        return LabelSpacing.spread(preferred, 2 * half, area.getMinY() + half, area.getMaxY() - half);
    }

    /** Groups names that overlap horizontally. */
    private List<List<LabelAnchor>> groupOverlapping(List<LabelAnchor> placed, Rectangle2D area) {
        List<LabelAnchor> sorted = new ArrayList<>(placed);
        sorted.sort(Comparator.comparingDouble(next -> textX(next, area)));
        List<List<LabelAnchor>> groups = new ArrayList<>();
        double end = Double.NEGATIVE_INFINITY;
        for (LabelAnchor next : sorted) {
            double start = textX(next, area);
            if (start > end) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(next);
            end = Math.max(end, start + TextPainter.width(next.label().text(), style().labelFont()));
        }
        return groups;
    }

    private static double clamp(double y, Rectangle2D area) {
        return Math.max(area.getMinY(), Math.min(area.getMaxY(), y));
    }

    /** A name as it is drawn, its rank in importance, and the end of its line in pixels. */
    private record LabelAnchor(Label label, int order, double x, double y) {}

    /**
     * The left edge of a name, its vertical center, and the leader back to its line; the leader is empty if the name
     * did not move.
     */
    private record PositionedLabel(Label label, double x, double y, boolean isInside, Path2D leader) {}
}

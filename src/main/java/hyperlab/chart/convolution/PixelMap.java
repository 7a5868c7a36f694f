package hyperlab.chart.convolution;

import hyperlab.chart.ColorScale;
import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.PixelImage;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.TextPainter;
import hyperlab.text.NumberFormats;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws the cells of {@link PixelMapChart}. */
final class PixelMap extends ModelAnnotation<PixelMapChart.Model> {
    private static final double MIN_DILATED_CELL = 4;
    private static final double MIN_NUMBERED_CELL = 15;

    private @Nullable CachedCells cachedCells;

    /** The last image of the cells, and what it depends on. */
    private record CachedCells(
            PixelMapChart.Model shown, Rectangle2D cells, ChartStyle style, double deviceScale, BufferedImage image) {
        boolean matches(
                PixelMapChart.Model other, Rectangle2D otherCells, ChartStyle otherStyle, double otherSharpness) {
            return cells.equals(otherCells)
                    && style.equals(otherStyle)
                    && deviceScale == otherSharpness
                    && shown.hasSameColors(other);
        }
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, PixelMapChart.Model model) {
        new Drawing(g2, area, model).draw();
    }

    /** The row, the column and the value of the cell at a pixel. */
    @Override
    public Optional<String> textAt(double x, double y, Rectangle2D area) {
        PixelMapChart.Model model = model();
        return model == null
                ? Optional.empty()
                : cellAt(x, y, area)
                        .filter(cell -> cell[0] * model.width() + cell[1] < model.computedCount())
                        .map(cell -> "(" + (cell[0] + 1) + ", " + (cell[1] + 1) + "): "
                                + NumberFormats.format(model.values()[cell[0] * model.width() + cell[1]]));
    }

    Optional<int[]> cellAt(double x, double y, Rectangle2D area) {
        PixelMapChart.Model model = model();
        if (model == null) {
            return Optional.empty();
        }
        Rectangle2D cells = PixelMapLayout.of(area, model, style()).cells();
        double cell = cells.getWidth() / (model.width() + 2 * model.margin());
        int row = (int) Math.floor((y - cells.getY()) / cell) - model.margin();
        int column = (int) Math.floor((x - cells.getX()) / cell) - model.margin();
        boolean within = row >= 0 && row < model.height() && column >= 0 && column < model.width();
        return within ? Optional.of(new int[] {row, column}) : Optional.empty();
    }

    private static Color unreadColor(ChartTheme theme) {
        return theme.series(3);
    }

    /** One drawing into a rectangle. */
    private final class Drawing {
        private final Graphics2D g2;
        private final Rectangle2D area;
        private final PixelMapChart.Model shown;
        private final PixelMapLayout layout;
        private final Rectangle2D cells;
        private final double cell;
        private final double scale = style().scale();
        private final ChartTheme theme = style().theme();

        Drawing(Graphics2D g2, Rectangle2D area, PixelMapChart.Model model) {
            this.g2 = g2;
            this.area = area;
            this.shown = model;
            layout = PixelMapLayout.of(area, model, style());
            cells = layout.cells();
            cell = cells.getWidth() / (model.width() + 2 * model.margin());
        }

        void draw() {
            PixelImage.draw(g2, image(), cells);
            NumberGrid.drawLines(
                    g2, cells, shown.height() + 2 * shown.margin(), shown.width() + 2 * shown.margin(), style());
            if (shown.margin() > 0) {
                g2.setColor(theme.axis());
                g2.setStroke(new BasicStroke(1));
                g2.draw(rectangle(0, 0, shown.height(), shown.width()));
            }
            if (cell >= MIN_NUMBERED_CELL * scale && shown.tones() == ColorScale.DIVERGING) {
                drawNumbers();
            }
            shown.frames().forEach(this::drawFrame);
            drawLegend();
        }

        /** Returns the image of the cells, which is cached while only frames and text change. */
        private BufferedImage image() {
            double deviceScale = PixelImage.deviceScale(g2);
            CachedCells last = cachedCells;
            if (last == null || !last.matches(shown, cells, style(), deviceScale)) {
                CellBackground ground = new CellBackground(shown, cells, unreadColor(theme), theme);
                last = new CachedCells(shown, cells, style(), deviceScale, ground.image(deviceScale));
                cachedCells = last;
            }
            return last.image();
        }

        private void drawNumbers() {
            int computedCount = Math.min(shown.computedCount(), shown.values().length);
            NumberGrid.drawNumbers(g2, rectangle(0, 0, shown.height(), shown.width()), shown, computedCount, style());
        }

        private Rectangle2D rectangle(long row, long column, int rows, int columns) {
            return new Rectangle2D.Double(
                    cells.getX() + (column + shown.margin()) * cell,
                    cells.getY() + (row + shown.margin()) * cell,
                    columns * cell,
                    rows * cell);
        }

        private void drawFrame(PixelMapChart.CellFrame frame) {
            Rectangle2D outline = rectangle(frame.row(), frame.column(), frame.span(), frame.span());
            boolean now = frame.mark() == PixelMapChart.CellMark.CURRENT;
            if (frame.dilation() > 1 && now && cell >= MIN_DILATED_CELL) {
                g2.setColor(theme.series(0));
                g2.setStroke(new BasicStroke((float) scale));
                for (int k = 0; k < frame.kernelSize() * frame.kernelSize(); k++) {
                    g2.draw(rectangle(
                            frame.row() + (long) k / frame.kernelSize() * frame.dilation(),
                            frame.column() + (long) (k % frame.kernelSize()) * frame.dilation(),
                            1,
                            1));
                }
            }
            // A frame that reaches beyond the cells is open there, so that it does not cross the legend.
            Shape clip = g2.getClip();
            double line = 2 * scale;
            g2.clip(new Rectangle2D.Double(
                    cells.getX() - line,
                    cells.getY() - line,
                    cells.getWidth() + 2 * line,
                    cells.getHeight() + 2 * line));
            g2.setColor(theme.background());
            g2.setStroke(new BasicStroke((float) (4 * scale)));
            g2.draw(outline);
            setStroke(frame.mark());
            g2.draw(outline);
            g2.setClip(clip);
        }

        private void setStroke(PixelMapChart.CellMark sign) {
            switch (sign) {
                case CURRENT -> {
                    g2.setColor(theme.series(0));
                    g2.setStroke(new BasicStroke((float) (2.5 * scale)));
                }
                case RECEPTIVE_FIELD -> {
                    g2.setColor(theme.series(1));
                    g2.setStroke(new BasicStroke((float) (2 * scale)));
                }
                case NEXT, UNREAD, PADDING, PENDING -> {
                    g2.setColor(theme.series(0));
                    g2.setStroke(Dash.REFERENCE.stroke(1.25 * scale, scale));
                }
            }
        }

        private void drawLegend() {
            Iterator<Point2D> places = layout.items().iterator();
            if (!shown.scaleLow().isEmpty()) {
                drawColorScale(places.next());
            }
            double swatch = PixelMapLayout.SWATCH * scale;
            for (PixelMapLayout.LegendLine line : layout.lines()) {
                Point2D place = places.next();
                PixelMapChart.CellMark mark = line.mark();
                if (mark != null) {
                    drawMark(mark, new Rectangle2D.Double(place.getX(), place.getY() - swatch / 2, swatch, swatch));
                }
                TextPainter.draw(
                        g2,
                        line.text(),
                        style().axisFont(),
                        theme.muted(),
                        place.getX() + swatch + PixelMapLayout.TEXT_GAP * scale,
                        place.getY());
            }
        }

        private void drawMark(PixelMapChart.CellMark sign, Rectangle2D box) {
            switch (sign) {
                case UNREAD -> {
                    BufferedImage hatch = PixelImage.of(
                            box,
                            PixelImage.deviceScale(g2),
                            (across, up) -> Math.floorMod(
                                                    (int) (across * box.getWidth())
                                                            + (int) ((1 - up) * box.getHeight()),
                                                    CellBackground.HATCH)
                                            == 0
                                    ? unreadColor(theme).getRGB()
                                    : theme.background().getRGB());
                    PixelImage.draw(g2, hatch, box);
                }
                case PADDING, PENDING -> {
                    g2.setColor(theme.grid());
                    g2.fill(box);
                    g2.setColor(theme.axis());
                    g2.setStroke(new BasicStroke(1));
                    g2.draw(box);
                }
                case CURRENT, NEXT, RECEPTIVE_FIELD -> {
                    setStroke(sign);
                    g2.draw(box);
                }
            }
        }

        private void drawColorScale(Point2D place) {
            double x = place.getX();
            double y = place.getY();
            double left = x + TextPainter.width(shown.scaleLow(), style().axisFont()) + PixelMapLayout.TEXT_GAP;
            double width = PixelMapLayout.scaleWidth(area, style());
            Rectangle2D bar = new Rectangle2D.Double(left, y - 4 * scale, width, 8 * scale);
            double low = shown.tones() == ColorScale.DIVERGING ? -1 : 0;
            double deviceScale = PixelImage.deviceScale(g2);
            int[] ramp = Arrays.stream(PixelImage.pixelPositions(bar, deviceScale))
                    .mapToInt(across -> shown.tones()
                            .color(low + (1 - low) * across, 1, theme)
                            .getRGB())
                    .toArray();
            PixelImage.draw(
                    g2,
                    PixelImage.ofRows(
                            bar, deviceScale, (up, colors) -> System.arraycopy(ramp, 0, colors, 0, ramp.length)),
                    bar);
            g2.setColor(theme.axis());
            g2.setStroke(new BasicStroke(1));
            g2.draw(bar);
            TextPainter.draw(g2, shown.scaleLow(), style().axisFont(), theme.muted(), x, y);
            TextPainter.draw(
                    g2,
                    shown.scaleHigh(),
                    style().axisFont(),
                    theme.muted(),
                    bar.getMaxX() + PixelMapLayout.TEXT_GAP,
                    y);
        }
    }
}

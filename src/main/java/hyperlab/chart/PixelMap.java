package hyperlab.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws the cells of {@link PixelMapChart}. */
final class PixelMap extends PictureAnnotation<PixelMapChart.Picture> {
    private static final double KEY_ROOM = 24;
    private static final double SWATCH = 12;
    private static final double GAP = 16;
    private static final double SCALE_WIDTH = 110;
    private static final double CRISP = 3;
    private static final double TAPS = 4;
    private static final double NUMBERS = 15;

    private @Nullable Kept kept;

    /** The last image of the cells, and what it depends on. */
    private record Kept(
            PixelMapChart.Picture shown, Rectangle2D cells, ChartStyle style, double sharpness, BufferedImage image) {
        boolean isFor(
                PixelMapChart.Picture other, Rectangle2D otherCells, ChartStyle otherStyle, double otherSharpness) {
            return cells.equals(otherCells)
                    && style.equals(otherStyle)
                    && sharpness == otherSharpness
                    && shown.isColouredAs(other);
        }
    }

    @Override
    void draw(Graphics2D g2, Rectangle2D area, Pixels pixels, PixelMapChart.Picture shown) {
        new Drawing(g2, area, shown).draw();
    }

    Optional<int[]> cellAt(double x, double y, Rectangle2D area) {
        PixelMapChart.Picture shown = picture();
        if (shown == null) {
            return Optional.empty();
        }
        Rectangle2D cells = cells(area, shown);
        double cell = cells.getWidth() / (shown.width() + 2 * shown.margin());
        int row = (int) Math.floor((y - cells.getY()) / cell) - shown.margin();
        int column = (int) Math.floor((x - cells.getX()) / cell) - shown.margin();
        boolean within = row >= 0 && row < shown.height() && column >= 0 && column < shown.width();
        return within ? Optional.of(new int[] {row, column}) : Optional.empty();
    }

    /**
     * Returns the bounds of the cells, including the margin: as large as possible, and a whole number of pixels per
     * cell if cells are large.
     */
    private Rectangle2D cells(Rectangle2D area, PixelMapChart.Picture shown) {
        boolean below = !shown.keys().isEmpty() || !shown.scaleLow().isEmpty();
        double room = area.getHeight() - (below ? (KEY_ROOM + 1) * style().scale() : 3);
        int columns = shown.width() + 2 * shown.margin();
        int rows = shown.height() + 2 * shown.margin();
        double cell = Math.max(0.1, Math.min((area.getWidth() - 2) / columns, room / rows));
        cell = cell >= CRISP ? Math.floor(cell) : cell;
        double left = Math.floor(area.getX() + (area.getWidth() - cell * columns) / 2);
        return new Rectangle2D.Double(left, Math.ceil(area.getY()) + 1, cell * columns, cell * rows);
    }

    private static Color leftOut(ChartTheme theme) {
        return theme.series(3);
    }

    /** One drawing into a rectangle. */
    private final class Drawing {
        private final Graphics2D g2;
        private final Rectangle2D area;
        private final PixelMapChart.Picture shown;
        private final Rectangle2D cells;
        private final double cell;
        private final double scale = style().scale();
        private final ChartTheme theme = style().theme();

        Drawing(Graphics2D g2, Rectangle2D area, PixelMapChart.Picture shown) {
            this.g2 = g2;
            this.area = area;
            this.shown = shown;
            cells = cells(area, shown);
            cell = cells.getWidth() / (shown.width() + 2 * shown.margin());
        }

        void draw() {
            PixelImage.draw(g2, image(), cells);
            NumberGrid.lines(
                    g2, cells, shown.height() + 2 * shown.margin(), shown.width() + 2 * shown.margin(), style());
            if (shown.margin() > 0) {
                g2.setColor(theme.axis());
                g2.setStroke(new BasicStroke(1));
                g2.draw(rectangle(0, 0, shown.height(), shown.width()));
            }
            if (cell >= NUMBERS * scale && shown.tones() == Tones.SIGNED) {
                write();
            }
            shown.frames().forEach(this::frame);
            keys();
        }

        /** Returns the image of the cells, which is cached while only frames and text change. */
        private BufferedImage image() {
            double sharpness = PixelImage.sharpness(g2);
            Kept last = kept;
            if (last == null || !last.isFor(shown, cells, style(), sharpness)) {
                CellGround ground = new CellGround(shown, cells, leftOut(theme), theme);
                last = new Kept(shown, cells, style(), sharpness, ground.image(sharpness));
                kept = last;
            }
            return last.image();
        }

        private void write() {
            int reached = Math.min(shown.reached(), shown.values().length);
            NumberGrid.write(g2, rectangle(0, 0, shown.height(), shown.width()), shown, reached, style());
        }

        private Rectangle2D rectangle(long row, long column, int rows, int columns) {
            return new Rectangle2D.Double(
                    cells.getX() + (column + shown.margin()) * cell,
                    cells.getY() + (row + shown.margin()) * cell,
                    columns * cell,
                    rows * cell);
        }

        private void frame(PixelMapChart.Frame frame) {
            Rectangle2D outline = rectangle(frame.row(), frame.column(), frame.span(), frame.span());
            boolean now = frame.sign() == PixelMapChart.Sign.NOW;
            if (frame.dilation() > 1 && now && cell >= TAPS) {
                g2.setColor(theme.series(0));
                g2.setStroke(new BasicStroke((float) scale));
                for (int k = 0; k < frame.taps() * frame.taps(); k++) {
                    g2.draw(rectangle(
                            frame.row() + (long) k / frame.taps() * frame.dilation(),
                            frame.column() + (long) (k % frame.taps()) * frame.dilation(),
                            1,
                            1));
                }
            }
            g2.setColor(theme.background());
            g2.setStroke(new BasicStroke((float) (4 * scale)));
            g2.draw(outline);
            stroke(frame.sign());
            g2.draw(outline);
        }

        private void stroke(PixelMapChart.Sign sign) {
            switch (sign) {
                case NOW -> {
                    g2.setColor(theme.series(0));
                    g2.setStroke(new BasicStroke((float) (2.5 * scale)));
                }
                case FIELD -> {
                    g2.setColor(theme.series(1));
                    g2.setStroke(new BasicStroke((float) (2 * scale)));
                }
                default -> {
                    g2.setColor(theme.series(0));
                    g2.setStroke(Dash.REFERENCE.stroke(1.25 * scale, scale));
                }
            }
        }

        private void keys() {
            double y = cells.getMaxY() + KEY_ROOM * scale / 2 + 2;
            double x = area.getX() + 2;
            if (!shown.scaleLow().isEmpty()) {
                x = colours(x, y) + GAP * scale;
            }
            for (PixelMapChart.Key key : shown.keys()) {
                double width = (SWATCH + 6) * scale + Lettering.width(key.text(), style().axisFont());
                if (x + width > area.getMaxX()) {
                    break;
                }
                sign(key.sign(), new Rectangle2D.Double(x, y - SWATCH * scale / 2, SWATCH * scale, SWATCH * scale));
                Lettering.write(g2, key.text(), style().axisFont(), theme.muted(), x + (SWATCH + 6) * scale, y);
                x += width + GAP * scale;
            }
        }

        private void sign(PixelMapChart.Sign sign, Rectangle2D box) {
            switch (sign) {
                case LEFT_OUT -> {
                    BufferedImage hatch = PixelImage.of(
                            box,
                            PixelImage.sharpness(g2),
                            (across, up) -> Math.floorMod(
                                                    (int) (across * box.getWidth())
                                                            + (int) ((1 - up) * box.getHeight()),
                                                    CellGround.HATCH)
                                            == 0
                                    ? leftOut(theme).getRGB()
                                    : theme.background().getRGB());
                    PixelImage.draw(g2, hatch, box);
                }
                case PADDING, TO_COME -> {
                    g2.setColor(theme.grid());
                    g2.fill(box);
                    g2.setColor(theme.axis());
                    g2.setStroke(new BasicStroke(1));
                    g2.draw(box);
                }
                default -> {
                    stroke(sign);
                    g2.draw(box);
                }
            }
        }

        /** Draws the color scale; returns its right edge. */
        private double colours(double x, double y) {
            double left = x + Lettering.width(shown.scaleLow(), style().axisFont()) + 6;
            double width = Math.min(SCALE_WIDTH * scale, area.getWidth() / 4);
            Rectangle2D bar = new Rectangle2D.Double(left, y - 4 * scale, width, 8 * scale);
            double low = shown.tones() == Tones.SIGNED ? -1 : 0;
            double sharpness = PixelImage.sharpness(g2);
            int[] ramp = Arrays.stream(PixelImage.across(bar, sharpness))
                    .mapToInt(across -> shown.tones()
                            .color(low + (1 - low) * across, 1, theme)
                            .getRGB())
                    .toArray();
            PixelImage.draw(
                    g2,
                    PixelImage.lines(
                            bar, sharpness, (up, colours) -> System.arraycopy(ramp, 0, colours, 0, ramp.length)),
                    bar);
            g2.setColor(theme.axis());
            g2.setStroke(new BasicStroke(1));
            g2.draw(bar);
            Lettering.write(g2, shown.scaleLow(), style().axisFont(), theme.muted(), x, y);
            Lettering.write(g2, shown.scaleHigh(), style().axisFont(), theme.muted(), bar.getMaxX() + 6, y);
            return bar.getMaxX() + 6 + Lettering.width(shown.scaleHigh(), style().axisFont());
        }
    }
}

package hyperlab.chart.convolution;

import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.PixelImage;
import hyperlab.chart.style.TextPainter;
import hyperlab.text.NumberFormats;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws the tiles of {@link MapTilesChart}. */
final class MapTiles extends ModelAnnotation<MapTilesChart.Model> {
    private static final double TITLE = 20;
    private static final double GAP = 5;
    /** Two columns of rows are apart, so that their tiles do not look like one row. */
    private static final double COLUMN_GAP = 20;

    private static final double MAX_SIDE = 84;
    /** In a large area, such as that of an enlarged card, tiles grow with its height. */
    private static final double SHARE_OF_HEIGHT = 0.28;
    /** Rows with at most this many tiles are drawn larger if another row has more. */
    private static final int MAX_ENLARGED_TILES = 16;

    private static final double ENLARGEMENT = 1.6;

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, MapTilesChart.Model model) {
        Layout layout = layOut(model, area);
        for (int row = 0; row < model.rows().size(); row++) {
            TextPainter.draw(
                    g2,
                    model.rows().get(row).title(),
                    style().axisFont(),
                    style().theme().muted(),
                    layout.titles().get(row).getX(),
                    layout.titles().get(row).getY());
        }
        for (PlacedTile each : layout.tiles()) {
            draw(g2, model.rows().get(each.row()), each);
        }
    }

    private void draw(Graphics2D g2, MapTilesChart.Row row, PlacedTile placed) {
        MapTilesChart.MapTile tile = row.tiles().get(placed.place());
        int rows = tile.values().length / tile.columns();
        Rectangle2D box = placed.box();
        BufferedImage image = PixelImage.of(box, PixelImage.deviceScale(g2), (across, up) -> {
            int column = Math.max(0, Math.min(tile.columns() - 1, (int) (across * tile.columns())));
            int line = Math.max(0, Math.min(rows - 1, (int) ((1 - up) * rows)));
            return row.tones()
                    .color(tile.values()[line * tile.columns() + column], row.bound(), style().theme())
                    .getRGB();
        });
        PixelImage.draw(g2, image, box);
        g2.setStroke(new BasicStroke((float) ((tile.chosen() ? 2.5 : 1) * style().scale())));
        g2.setColor(tile.chosen() ? style().theme().series(0) : style().theme().axis());
        g2.draw(box);
    }

    /** The tile at a pixel with the row, the column and the value of its cell. */
    @Override
    public Optional<String> textAt(double x, double y, Rectangle2D area) {
        MapTilesChart.Model model = model();
        if (model == null) {
            return Optional.empty();
        }
        return cellAt(x, y, area).map(cell -> {
            MapTilesChart.Row row = model.rows().get(cell[0]);
            MapTilesChart.MapTile tile = row.tiles().get(cell[1]);
            double value = tile.values()[cell[2] * tile.columns() + cell[3]];
            return row.title() + "\n" + (cell[1] + 1) + "; (" + (cell[2] + 1) + ", " + (cell[3] + 1) + "): "
                    + NumberFormats.format(value);
        });
    }

    Optional<int[]> tileAt(double x, double y, Rectangle2D area) {
        return placedTileAt(model(), x, y, area).map(each -> new int[] {each.row(), each.place()});
    }

    private Optional<PlacedTile> placedTileAt(
            MapTilesChart.@Nullable Model model, double x, double y, Rectangle2D area) {
        return model == null
                ? Optional.empty()
                : layOut(model, area).tiles().stream()
                        .filter(each -> each.box().contains(x, y))
                        .findFirst();
    }

    /** Returns the row of maps, the index in it, and the row and column of the map's value at a pixel. */
    Optional<int[]> cellAt(double x, double y, Rectangle2D area) {
        MapTilesChart.Model model = model();
        if (model == null) {
            return Optional.empty();
        }
        return placedTileAt(model, x, y, area).map(each -> {
            MapTilesChart.MapTile tile = model.rows().get(each.row()).tiles().get(each.place());
            int rows = tile.values().length / tile.columns();
            int row = (int) ((y - each.box().getY()) / each.box().getHeight() * rows);
            int column = (int) ((x - each.box().getX()) / each.box().getWidth() * tile.columns());
            return new int[] {each.row(), each.place(), Math.min(rows - 1, row), Math.min(tile.columns() - 1, column)};
        });
    }

    private record PlacedTile(int row, int place, Rectangle2D box) {}

    /** @param titles the left ends of the titles of the rows, vertically centered */
    private record Layout(List<PlacedTile> tiles, List<Point2D> titles, double bottom) {}

    /**
     * Lays out the tiles as large as they all fit, in one or two columns of rows; rows that are too long are wrapped.
     */
    private Layout layOut(MapTilesChart.Model model, Rectangle2D area) {
        double largest = Math.max(MAX_SIDE * style().scale(), SHARE_OF_HEIGHT * area.getHeight());
        for (double side = largest; side > 4; side--) {
            for (int columns = 1; columns <= Math.min(2, model.rows().size()); columns++) {
                Layout layout = layOut(model, area, side, columns);
                if (layout.bottom() <= area.getMaxY() - 1) {
                    return layout;
                }
            }
        }
        return layOut(model, area, 4, 1);
    }

    private Layout layOut(MapTilesChart.Model model, Rectangle2D area, double common, int columns) {
        List<PlacedTile> placed = new ArrayList<>();
        List<Point2D> titles = new ArrayList<>();
        double gap = GAP * style().scale();
        double title = TITLE * style().scale();
        int maxTiles =
                model.rows().stream().mapToInt(row -> row.tiles().size()).max().orElse(0);
        int perColumn = (model.rows().size() + columns - 1) / columns;
        double columnGap = COLUMN_GAP * style().scale();
        double width = (area.getWidth() - columnGap * (columns - 1)) / columns;
        double bottom = area.getY();
        double y = area.getY();
        for (int row = 0; row < model.rows().size(); row++) {
            if (row % perColumn == 0) {
                y = area.getY();
            }
            int column = row / perColumn;
            double left = area.getX() + 2 + column * (width + columnGap);
            titles.add(new Point2D.Double(left, y + title / 2));
            y += title;
            double x = left;
            int count = model.rows().get(row).tiles().size();
            double side = count <= MAX_ENLARGED_TILES && maxTiles > MAX_ENLARGED_TILES ? common * ENLARGEMENT : common;
            // Lines of about the same length: eight tiles of which seven fit make two lines of four.
            int fitting = Math.max(1, 1 + (int) Math.floor((width - 3 - side) / (side + gap)));
            int lines = Math.max(1, (count + fitting - 1) / fitting);
            int perLine = (count + lines - 1) / lines;
            for (int place = 0; place < count; place++) {
                if (place > 0 && place % perLine == 0) {
                    x = left;
                    y += side + gap;
                }
                placed.add(new PlacedTile(row, place, new Rectangle2D.Double(x, y, side, side)));
                x += side + gap;
            }
            y += side + gap;
            bottom = Math.max(bottom, y - gap);
        }
        return new Layout(placed, titles, bottom);
    }
}

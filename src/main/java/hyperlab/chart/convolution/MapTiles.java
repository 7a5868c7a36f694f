package hyperlab.chart.convolution;

import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.PixelImage;
import hyperlab.chart.style.TextPainter;
import hyperlab.text.NumberFormats;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws the tiles of {@link MapTilesChart}. */
final class MapTiles extends ModelAnnotation<MapTilesChart.Model> {
    private static final double TITLE = 20;
    private static final double GAP = 5;
    private static final double MAX_SIDE = 84;
    /** In a large area, such as that of an enlarged card, tiles grow with its height. */
    private static final double SHARE_OF_HEIGHT = 0.28;
    /** Rows with at most this many tiles are drawn larger if another row has more. */
    private static final int MAX_ENLARGED_TILES = 16;

    private static final double ENLARGEMENT = 1.6;

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, MapTilesChart.Model model) {
        List<PlacedTile> placed = layOutTiles(model, area);
        double y = area.getY();
        for (int row = 0; row < model.rows().size(); row++) {
            MapTilesChart.Row tileRow = model.rows().get(row);
            TextPainter.draw(
                    g2,
                    tileRow.title(),
                    style().axisFont(),
                    style().theme().muted(),
                    area.getX() + 2,
                    y + TITLE * style().scale() / 2);
            for (PlacedTile each : placed) {
                if (each.row() == row) {
                    draw(g2, tileRow, each);
                    y = Math.max(y, each.box().getMaxY() + GAP);
                }
            }
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
        return layOutTiles(model, area).stream()
                .filter(each -> each.box().contains(x, y))
                .findFirst()
                .map(each -> text(model.rows().get(each.row()), each, x, y));
    }

    private static String text(MapTilesChart.Row row, PlacedTile placed, double x, double y) {
        MapTilesChart.MapTile tile = row.tiles().get(placed.place());
        int rows = tile.values().length / tile.columns();
        int column = (int) ((x - placed.box().getX()) / placed.box().getWidth() * tile.columns());
        int line = (int) ((y - placed.box().getY()) / placed.box().getHeight() * rows);
        return row.title() + "\n" + (placed.place() + 1) + "; (" + (line + 1) + ", " + (column + 1) + "): "
                + NumberFormats.format(tile.values()[line * tile.columns() + column]);
    }

    Optional<int[]> tileAt(double x, double y, Rectangle2D area) {
        MapTilesChart.Model model = model();
        if (model == null) {
            return Optional.empty();
        }
        return layOutTiles(model, area).stream()
                .filter(each -> each.box().contains(x, y))
                .findFirst()
                .map(each -> new int[] {each.row(), each.place()});
    }

    private record PlacedTile(int row, int place, Rectangle2D box) {}

    /** Lays out the tiles as large as they all fit, wrapping rows that are too long. */
    private List<PlacedTile> layOutTiles(MapTilesChart.Model model, Rectangle2D area) {
        double largest = Math.max(MAX_SIDE * style().scale(), SHARE_OF_HEIGHT * area.getHeight());
        for (double side = largest; side > 4; side--) {
            List<PlacedTile> placed = layOutTiles(model, area, side);
            double bottom = placed.stream()
                    .mapToDouble(each -> each.box().getMaxY())
                    .max()
                    .orElse(0);
            if (bottom <= area.getMaxY() - 1) {
                return placed;
            }
        }
        return layOutTiles(model, area, 4);
    }

    private List<PlacedTile> layOutTiles(MapTilesChart.Model model, Rectangle2D area, double common) {
        List<PlacedTile> placed = new ArrayList<>();
        double gap = GAP * style().scale();
        double y = area.getY();
        int maxTiles =
                model.rows().stream().mapToInt(row -> row.tiles().size()).max().orElse(0);
        for (int row = 0; row < model.rows().size(); row++) {
            y += TITLE * style().scale();
            double x = area.getX() + 2;
            int count = model.rows().get(row).tiles().size();
            double side = count <= MAX_ENLARGED_TILES && maxTiles > MAX_ENLARGED_TILES ? common * ENLARGEMENT : common;
            for (int place = 0; place < count; place++) {
                if (x + side > area.getMaxX() - 1) {
                    x = area.getX() + 2;
                    y += side + gap;
                }
                placed.add(new PlacedTile(row, place, new Rectangle2D.Double(x, y, side, side)));
                x += side + gap;
            }
            y += side + gap;
        }
        return placed;
    }
}

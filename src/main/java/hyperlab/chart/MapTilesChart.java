package hyperlab.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;

/**
 * Many small maps in rows that have a name: learned kernels, or what each layer makes of an image. The maps of a row have
 * one scale of colours. A shown one belongs to the FX thread.
 */
public final class MapTilesChart {
    private final MapTiles tiles = new MapTiles();
    private final JFreeChart chart;

    /** Rows from the top. */
    public record Picture(List<Row> rows) {
        public Picture {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One row.
     *
     * @param title above its maps
     * @param tones of its maps
     * @param bound the number of the strongest colour; 0 where all is 0
     */
    public record Row(String title, Tones tones, double bound, List<Tile> tiles) {
        public Row {
            tiles = List.copyOf(tiles);
        }
    }

    /**
     * One map.
     *
     * @param columns of it
     * @param values row by row
     * @param chosen whether it is framed
     */
    public record Tile(int columns, double[] values, boolean chosen) {}

    public MapTilesChart(ChartTheme theme) {
        chart = BlankPlot.with(tiles, theme);
    }

    public JFreeChart chart() {
        return chart;
    }

    public void style(ChartStyle style) {
        style.apply(chart);
    }

    public void show(Picture picture) {
        tiles.show(picture);
    }

    /**
     * The row and the place in it of the map at a pixel of the plot.
     *
     * @param plotArea where the plot was drawn last
     */
    public Optional<int[]> tileAt(double x, double y, Rectangle2D plotArea) {
        return tiles.tileAt(x, y, plotArea);
    }
}

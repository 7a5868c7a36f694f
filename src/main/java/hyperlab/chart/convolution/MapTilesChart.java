package hyperlab.chart.convolution;

import hyperlab.chart.AnnotationChart;
import hyperlab.chart.ColorScale;
import hyperlab.chart.style.ChartTheme;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * Many small maps in named rows: learned kernels, or the feature maps of each layer for an image. The maps of a row
 * share one color scale.
 */
public final class MapTilesChart extends AnnotationChart<MapTilesChart.Model, MapTiles> {
    /** The rows, from the top. */
    public record Model(List<Row> rows) {
        public Model {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One row.
     *
     * @param title above its maps
     * @param tones how its values become colors
     * @param bound the absolute value with the strongest color; 0 if all values are 0
     */
    public record Row(String title, ColorScale tones, double bound, List<MapTile> tiles) {
        public Row {
            tiles = List.copyOf(tiles);
        }
    }

    /**
     * One map.
     *
     * @param columns number of columns
     * @param values row by row
     * @param chosen whether it is framed
     */
    public record MapTile(int columns, double[] values, boolean chosen) {}

    public MapTilesChart(ChartTheme theme) {
        super(new MapTiles(), theme);
    }

    /**
     * Returns the row and the index in the row of the map at a pixel of the plot.
     *
     * @param plotArea bounds of the plot in the last drawing
     */
    public Optional<int[]> tileAt(double x, double y, Rectangle2D plotArea) {
        return drawing().tileAt(x, y, plotArea);
    }

    /**
     * Returns the row of maps, the index in it, and the row and column of the map's value at a pixel of the plot.
     *
     * @param plotArea bounds of the plot in the last drawing
     */
    public Optional<int[]> cellAt(double x, double y, Rectangle2D plotArea) {
        return drawing().cellAt(x, y, plotArea);
    }
}

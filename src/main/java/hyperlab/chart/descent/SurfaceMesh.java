package hyperlab.chart.descent;

import hyperlab.chart.style.ChartTheme;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Draws a shaded surface with its contour lines into an image, cell by cell from the back to the front, so that near
 * cells cover far ones. The tint is that of the contour plot; the shade follows the angle to a light at the upper left
 * of the viewer. The underside is translucent, so that a wall in front does not hide the descent behind it.
 *
 * <p>Each cell is two triangles. Filling them with Java2D, one call each, takes five times as long.
 */
final class SurfaceMesh {
    /** The light in (right, up, near), of length 1. */
    private static final double[] LIGHT = {-0.48, 0.64, 0.6};

    private static final double AMBIENT = 0.5;
    private static final double PALEST = 0.12;
    private static final double STRONGEST = 0.6;
    private static final int TINTS = 256;
    private static final double UNDERSIDE = 0.27;
    private static final double LINE = 0.6;

    private final HeightField field;
    private final SurfaceProjection projection;
    private final int stride;
    private final int columns;
    private final int rows;
    private final int bands;
    private final double lineWidth;
    private final int lineColor;
    private final int[] tints = new int[TINTS];
    /** For each vertex: its pixel, the rank of its value, and its brightness. */
    private final double[] pixelX;

    private final double[] pixelY;
    private final double[] rank;
    private final double[] brightness;
    private final BufferedImage image;
    private final int[] pixels;

    /**
     * Prepares an image of an area.
     *
     * @param contours the number of contour lines, at evenly spaced ranks
     * @param stride use every so many samples along each side
     * @param deviceScale pixels of the image per pixel of the area
     */
    SurfaceMesh(
            HeightField field,
            SurfaceProjection projection,
            ChartTheme theme,
            int contours,
            int stride,
            Rectangle2D area,
            double deviceScale) {
        this.field = field;
        this.projection = projection;
        this.stride = stride;
        columns = (field.columns() - 1) / stride + 1;
        rows = (field.rows() - 1) / stride + 1;
        bands = contours + 1;
        lineWidth = deviceScale;
        lineColor = theme.blendWithBackground(theme.axis(), LINE).getRGB();
        for (int k = 0; k < TINTS; k++) {
            double share = PALEST + (STRONGEST - PALEST) * k / (TINTS - 1);
            tints[k] = theme.blendWithBackground(theme.series(0), share).getRGB();
        }
        image = new BufferedImage(
                (int) Math.ceil((Math.ceil(area.getWidth()) + 1) * deviceScale),
                (int) Math.ceil((Math.ceil(area.getHeight()) + 1) * deviceScale),
                BufferedImage.TYPE_INT_ARGB_PRE);
        pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int vertices = columns * rows;
        pixelX = new double[vertices];
        pixelY = new double[vertices];
        rank = new double[vertices];
        brightness = new double[vertices];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                placeVertex(column, row, Math.floor(area.getX()), Math.floor(area.getY()), deviceScale);
            }
        }
    }

    private void placeVertex(int column, int row, double left, double top, double deviceScale) {
        int vertex = row * columns + column;
        int sampleColumn = column * stride;
        int sampleRow = row * stride;
        double height = field.height(sampleColumn, sampleRow);
        double across = 2.0 * sampleColumn / (field.columns() - 1) - 1;
        double along = 2.0 * sampleRow / (field.rows() - 1) - 1;
        pixelX[vertex] = (projection.pixelX(across, along) - left) * deviceScale;
        pixelY[vertex] = (projection.pixelY(across, along, height) - top) * deviceScale;
        rank[vertex] = field.surface().normalizedRankAt(sampleColumn, sampleRow);
        double slopeAcross = SurfaceProjection.HEIGHT * slope(sampleColumn, sampleRow, true);
        double slopeAlong = SurfaceProjection.HEIGHT * slope(sampleColumn, sampleRow, false);
        double length = Math.sqrt(slopeAcross * slopeAcross + slopeAlong * slopeAlong + 1);
        double[] normal = projection.toView(-slopeAcross / length, -slopeAlong / length, 1 / length);
        double light = normal[0] * LIGHT[0] + normal[1] * LIGHT[1] + normal[2] * LIGHT[2];
        brightness[vertex] = AMBIENT + (1 - AMBIENT) * Math.max(0, Double.isNaN(light) ? 0 : light);
    }

    /** The slope at a sample, from its neighbors on both sides, or on one side at an edge. */
    private double slope(int column, int row, boolean across) {
        int count = across ? field.columns() : field.rows();
        int position = across ? column : row;
        int before = Math.max(0, position - 1);
        int after = Math.min(count - 1, position + 1);
        double rise = across
                ? field.height(after, row) - field.height(before, row)
                : field.height(column, after) - field.height(column, before);
        return rise * (count - 1) / (2.0 * (after - before));
    }

    BufferedImage draw() {
        double[] toViewer = projection.towardViewer();
        // The far end of each side comes first.
        boolean fromRight = toViewer[0] < 0;
        boolean fromTop = toViewer[1] < 0;
        for (int i = 0; i < rows - 1; i++) {
            int row = fromTop ? rows - 2 - i : i;
            for (int j = 0; j < columns - 1; j++) {
                int corner = row * columns + (fromRight ? columns - 2 - j : j);
                fill(corner, corner + 1, corner + columns + 1);
                fill(corner, corner + columns + 1, corner + columns);
            }
        }
        return image;
    }

    /** Fills a triangle; seen from above the surface, its corners run counterclockwise. */
    private void fill(int a, int b, int c) {
        double area =
                (pixelX[b] - pixelX[a]) * (pixelY[c] - pixelY[a]) - (pixelX[c] - pixelX[a]) * (pixelY[b] - pixelY[a]);
        if (!(Math.abs(area) > 1e-9)) {
            return;
        }
        double rankX = gradient(rank, a, b, c, pixelY, area);
        double rankY = -gradient(rank, a, b, c, pixelX, area);
        double lightX = gradient(brightness, a, b, c, pixelY, area);
        double lightY = -gradient(brightness, a, b, c, pixelX, area);
        double linesPerPixel = bands * Math.hypot(rankX, rankY);
        // Pixel rows count downward, so the front of a triangle has a negative area.
        boolean front = area < 0;
        int top = firstPixel(Math.min(pixelY[a], Math.min(pixelY[b], pixelY[c])), image.getHeight());
        int bottom = firstPixel(Math.max(pixelY[a], Math.max(pixelY[b], pixelY[c])), image.getHeight());
        for (int y = top; y < bottom; y++) {
            double middle = y + 0.5;
            double left =
                    Math.min(edge(a, b, middle, true), Math.min(edge(b, c, middle, true), edge(c, a, middle, true)));
            double right =
                    Math.max(edge(a, b, middle, false), Math.max(edge(b, c, middle, false), edge(c, a, middle, false)));
            int end = firstPixel(right, image.getWidth());
            for (int x = firstPixel(left, image.getWidth()); x < end; x++) {
                double dx = x + 0.5 - pixelX[a];
                double dy = middle - pixelY[a];
                int color = color(
                        rank[a] + rankX * dx + rankY * dy, brightness[a] + lightX * dx + lightY * dy, linesPerPixel);
                int index = y * image.getWidth() + x;
                pixels[index] = front ? color : translucent(color, pixels[index]);
            }
        }
    }

    /** The change of a quantity per pixel, perpendicular to the given coordinate. */
    private static double gradient(double[] quantity, int a, int b, int c, double[] other, double area) {
        return ((quantity[b] - quantity[a]) * (other[c] - other[a])
                        - (quantity[c] - quantity[a]) * (other[b] - other[a]))
                / area;
    }

    /** The first pixel whose center is at or after a coordinate, from 0 to {@code count}. */
    private static int firstPixel(double coordinate, int count) {
        return (int) Math.max(0, Math.min(count, Math.ceil(coordinate - 0.5)));
    }

    /** Where the row crosses an edge; an infinity that does not matter if it does not. */
    private double edge(int from, int to, double y, boolean smallest) {
        double y0 = pixelY[from];
        double y1 = pixelY[to];
        boolean crosses = y0 <= y != y1 <= y;
        if (!crosses) {
            return smallest ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return pixelX[from] + (pixelX[to] - pixelX[from]) * (y - y0) / (y1 - y0);
    }

    /** The shaded tint, with the nearest contour line if it covers a part of the pixel. */
    private int color(double pixelRank, double light, double linesPerPixel) {
        int tint = tints[(int) Math.max(0, Math.min(TINTS - 1, Math.round(pixelRank * (TINTS - 1))))];
        int shaded = ChartTheme.mix(Color.BLACK.getRGB(), tint, Math.max(0, Math.min(1, light))) | 0xff000000;
        double position = pixelRank * bands;
        double line = Math.rint(position);
        if (line < 1 || line > bands - 1 || linesPerPixel < 1e-9) {
            return shaded;
        }
        double distance = Math.abs(position - line) / linesPerPixel;
        double cover = Math.max(0, Math.min(1, (lineWidth + 1) / 2 - distance));
        return cover == 0 ? shaded : ChartTheme.mix(shaded, lineColor, cover) | 0xff000000;
    }

    /** A color at the opacity of the underside over what has been drawn, with premultiplied alpha. */
    private static int translucent(int color, int under) {
        int mixed = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            double over = (color >>> shift & 0xff) * UNDERSIDE;
            double below = (under >>> shift & 0xff) * (1 - UNDERSIDE);
            mixed |= (int) Math.round(over + below) << shift;
        }
        return mixed;
    }
}

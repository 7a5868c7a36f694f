package hyperlab.chart;

import hyperlab.chart.series.Curve;
import hyperlab.chart.style.StyledAnnotation;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Contour lines by marching squares. A line crosses an edge of a grid cell if the values at its two corners are on
 * different sides of the level; crossings are placed by linear interpolation and joined from cell to cell. In a saddle
 * cell, whose corners alternate, the mean of the four values decides which crossings are joined. A cell with a value
 * that is not finite has no line.
 */
public final class Contours {
    private static final int NONE = -1;

    private final GridSamples heights;
    private final double level;
    /** For each grid edge, the two edges to which a line continues. */
    private final int[] first;

    private final int[] second;

    private Contours(GridSamples heights, double level) {
        this.heights = heights;
        this.level = level;
        int edges = 2 * heights.columns() * heights.rows();
        first = new int[edges];
        second = new int[edges];
        Arrays.fill(first, NONE);
        Arrays.fill(second, NONE);
    }

    /** Returns the contour lines of several levels as one path. */
    public static Path2D path(GridSamples heights, double[] levels, StyledAnnotation.PixelTransform pixels) {
        Path2D path = new Path2D.Double();
        for (double level : levels) {
            of(heights, level).forEach(line -> add(line, path, pixels));
        }
        return path;
    }

    /** Adds a line to a path. */
    public static void add(Curve line, Path2D path, StyledAnnotation.PixelTransform pixels) {
        for (int k = 0; k < line.size(); k++) {
            double x = pixels.x(line.x(k));
            double y = pixels.y(line.y(k));
            if (k == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
    }

    /** Returns the lines at {@code level}; a closed line ends where it starts. */
    public static List<Curve> of(GridSamples heights, double level) {
        Contours contours = new Contours(heights, level);
        contours.traceContours();
        return contours.lines();
    }

    private void traceContours() {
        for (int row = 0; row + 1 < heights.rows(); row++) {
            for (int column = 0; column + 1 < heights.columns(); column++) {
                traceCell(column, row);
            }
        }
    }

    private void traceCell(int column, int row) {
        double a = heights.value(column, row);
        double b = heights.value(column + 1, row);
        double c = heights.value(column + 1, row + 1);
        double d = heights.value(column, row + 1);
        double mean = (a + b + c + d) / 4;
        if (!Double.isFinite(mean)) {
            return;
        }
        int bottom = horizontalEdge(column, row);
        int right = verticalEdge(column + 1, row);
        int top = horizontalEdge(column, row + 1);
        int left = verticalEdge(column, row);
        int corners = (a > level ? 1 : 0) + (b > level ? 2 : 0) + (c > level ? 4 : 0) + (d > level ? 8 : 0);
        switch (corners) {
            case 1, 14 -> join(left, bottom);
            case 2, 13 -> join(bottom, right);
            case 3, 12 -> join(left, right);
            case 4, 11 -> join(right, top);
            case 6, 9 -> join(bottom, top);
            case 7, 8 -> join(left, top);
            case 5, 10 -> {
                boolean ridge = mean > level;
                if (ridge == (corners == 5)) {
                    join(left, top);
                    join(bottom, right);
                } else {
                    join(left, bottom);
                    join(right, top);
                }
            }
            default -> {}
        }
    }

    private int horizontalEdge(int column, int row) {
        return 2 * (row * heights.columns() + column);
    }

    private int verticalEdge(int column, int row) {
        return horizontalEdge(column, row) + 1;
    }

    private void join(int edge, int other) {
        link(edge, other);
        link(other, edge);
    }

    private void link(int edge, int other) {
        if (first[edge] == NONE) {
            first[edge] = other;
        } else {
            second[edge] = other;
        }
    }

    /** Collects first the lines that end at the window's edge or at a hole, then the closed ones. */
    private List<Curve> lines() {
        List<Curve> lines = new ArrayList<>();
        for (int edge = 0; edge < first.length; edge++) {
            if (first[edge] != NONE && second[edge] == NONE) {
                lines.add(traceLine(edge, false));
            }
        }
        for (int edge = 0; edge < first.length; edge++) {
            if (first[edge] != NONE) {
                lines.add(traceLine(edge, true));
            }
        }
        return lines;
    }

    /** Follows a line and removes it from the grid. */
    private Curve traceLine(int start, boolean closed) {
        double[] x = new double[64];
        double[] y = new double[64];
        int size = 0;
        int edge = start;
        while (edge != NONE) {
            if (size + 1 >= x.length) {
                x = Arrays.copyOf(x, 2 * size);
                y = Arrays.copyOf(y, 2 * size);
            }
            addPoint(edge, x, y, size++);
            int next = first[edge];
            first[edge] = NONE;
            second[edge] = NONE;
            if (next != NONE) {
                unlink(next, edge);
            }
            edge = next;
        }
        if (closed) {
            addPoint(start, x, y, size++);
        }
        return Curve.of(x, y, size);
    }

    private void unlink(int edge, int from) {
        if (first[edge] == from) {
            first[edge] = second[edge];
        }
        second[edge] = NONE;
    }

    private void addPoint(int edge, double[] x, double[] y, int index) {
        int column = edge / 2 % heights.columns();
        int row = edge / 2 / heights.columns();
        boolean up = edge % 2 == 1;
        double from = heights.value(column, row);
        double to = up ? heights.value(column, row + 1) : heights.value(column + 1, row);
        double share = (level - from) / (to - from);
        x[index] = heights.x(up ? column : column + share);
        y[index] = heights.y(up ? row + share : row);
    }
}

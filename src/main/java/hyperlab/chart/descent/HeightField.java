package hyperlab.chart.descent;

import hyperlab.chart.Surface;

/**
 * The heights of a surface over a square: across and along from −1 to 1, heights from 0 to 1. Between samples, heights
 * are interpolated bilinearly.
 */
final class HeightField {
    /** A surface hides a point only if it rises this far above the line of sight. */
    private static final double CLEARANCE = 0.004;

    private final Surface surface;
    private final HeightScale scale;
    private final double[] heights;

    HeightField(Surface surface) {
        this.surface = surface;
        scale = HeightScale.of(surface);
        heights = new double[surface.columns() * surface.rows()];
        for (int row = 0; row < surface.rows(); row++) {
            for (int column = 0; column < surface.columns(); column++) {
                heights[row * surface.columns() + column] =
                        scale.height(surface.samples().value(column, row));
            }
        }
    }

    Surface surface() {
        return surface;
    }

    HeightScale scale() {
        return scale;
    }

    int columns() {
        return surface.columns();
    }

    int rows() {
        return surface.rows();
    }

    double height(int column, int row) {
        return heights[row * surface.columns() + column];
    }

    /** The position of x, from −1 to 1 within the window. */
    double across(double x) {
        return 2
                        * (x - surface.window().xLow())
                        / (surface.window().xHigh() - surface.window().xLow())
                - 1;
    }

    /** The position of y, from −1 to 1 within the window. */
    double along(double y) {
        return 2
                        * (y - surface.window().yLow())
                        / (surface.window().yHigh() - surface.window().yLow())
                - 1;
    }

    /** The height at a point of the square; NaN outside and next to a hole. */
    double at(double across, double along) {
        if (!(Math.abs(across) <= 1 && Math.abs(along) <= 1)) {
            return Double.NaN;
        }
        double column = (across + 1) / 2 * (columns() - 1);
        double row = (along + 1) / 2 * (rows() - 1);
        int left = (int) Math.min(columns() - 2, Math.floor(column));
        int low = (int) Math.min(rows() - 2, Math.floor(row));
        double right = column - left;
        double up = row - low;
        double bottom = height(left, low) * (1 - right) + height(left + 1, low) * right;
        double top = height(left, low + 1) * (1 - right) + height(left + 1, low + 1) * right;
        return bottom * (1 - up) + top * up;
    }

    /** Whether no part of the surface lies between a point and the viewer. */
    boolean isVisible(double across, double along, double height, SurfaceProjection projection) {
        double step = 2.0 / (Math.max(columns(), rows()) - 1);
        double[] toViewer = projection.towardViewer();
        double ground = Math.hypot(toViewer[0], toViewer[1]);
        if (ground < 1e-9) {
            return true;
        }
        double climb = toViewer[2] / ground * step / SurfaceProjection.HEIGHT;
        double dx = toViewer[0] / ground * step;
        double dy = toViewer[1] / ground * step;
        // The first steps stay clear of the surface on which the point itself lies.
        for (int k = 2; height + k * climb < 1; k++) {
            double x = across + k * dx;
            double y = along + k * dy;
            if (Math.abs(x) > 1 || Math.abs(y) > 1) {
                return true;
            }
            if (at(x, y) > height + k * climb + CLEARANCE) {
                return false;
            }
        }
        return true;
    }
}

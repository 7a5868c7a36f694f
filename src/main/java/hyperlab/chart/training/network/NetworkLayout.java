package hyperlab.chart.training.network;

import hyperlab.chart.training.network.NetworkDiagram.UnitPosition;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/** Where the columns and units of a {@link NetworkDiagram} are, for the drawing and for the pointer. */
final class NetworkLayout {
    private static final double SIDE = 0.17;
    private static final double FOOT = 0.17;
    private static final double HEAD = 0.03;
    private static final double NEAR = 0.6;

    private NetworkLayout() {}

    static double columnPosition(int column, int columns) {
        return columns == 1 ? 0.5 : SIDE + (1 - 2 * SIDE) * column / (columns - 1);
    }

    private static double unitPosition(int unit, int units) {
        return HEAD + (1 - HEAD - FOOT) * (unit + 0.5) / units;
    }

    static @Nullable UnitPosition unitAt(NetworkDiagram diagram, double across, double down) {
        int columns = diagram.columns().size();
        for (int column = 0; column < columns; column++) {
            double gap = columns == 1 ? 1 : (1 - 2 * SIDE) / (columns - 1);
            int units = diagram.columns().get(column).states().size();
            int unit = (int) Math.floor((down - HEAD) / (1 - HEAD - FOOT) * units);
            if (Math.abs(across - columnPosition(column, columns)) < Math.min(0.06, NEAR / 2 * gap)
                    && unit >= 0
                    && unit < units) {
                return new UnitPosition(column, unit);
            }
        }
        return null;
    }

    static double x(Rectangle2D area, NetworkDiagram diagram, int column) {
        return area.getMinX() + columnPosition(column, diagram.columns().size()) * area.getWidth();
    }

    static double y(Rectangle2D area, NetworkDiagram diagram, int column, int unit) {
        return area.getMinY()
                + unitPosition(unit, diagram.columns().get(column).states().size()) * area.getHeight();
    }

    /** The height in pixels for one of the units of a column. */
    static double room(Rectangle2D area, int units) {
        return (1 - HEAD - FOOT) * area.getHeight() / Math.max(1, units);
    }

    /** The distance in pixels between two columns. */
    static double gap(Rectangle2D area, int columns) {
        return area.getWidth() * (1 - 2 * SIDE) / Math.max(1, columns - 1);
    }
}

package hyperlab.lab.training.stage;

import hyperlab.chart.training.network.NetworkDiagram;
import hyperlab.chart.training.network.NetworkDiagram.UnitPosition;
import org.jspecify.annotations.Nullable;

/** Moves the selection from unit to unit in the network diagram. */
final class UnitNavigation {
    private UnitNavigation() {}

    /** The directions of movement. */
    enum Direction {
        LEFT,
        RIGHT,
        UP,
        DOWN
    }

    /** The next unit. Without a selection, the first unit of the first hidden layer. At an edge, the same unit. */
    static UnitPosition next(NetworkDiagram sketch, @Nullable UnitPosition from, Direction direction) {
        if (from == null) {
            return new UnitPosition(Math.min(1, sketch.columns().size() - 1), 0);
        }
        int columns = sketch.columns().size();
        int column = from.column() + (direction == Direction.RIGHT ? 1 : direction == Direction.LEFT ? -1 : 0);
        column = Math.max(0, Math.min(columns - 1, column));
        int units = sketch.columns().get(column).states().size();
        int unit = from.unit() + (direction == Direction.DOWN ? 1 : direction == Direction.UP ? -1 : 0);
        return new UnitPosition(column, Math.max(0, Math.min(units - 1, unit)));
    }
}

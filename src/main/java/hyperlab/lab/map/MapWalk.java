package hyperlab.lab.map;

import hyperlab.map.WalkDirection;
import java.util.ArrayList;
import java.util.List;

/**
 * The pixels of a walk across the map.
 *
 * @param direction where it leads
 * @param cells at least one
 */
record MapWalk(WalkDirection direction, List<MapCell> cells) {
    MapWalk {
        cells = List.copyOf(cells);
    }

    /**
     * The walk through a pixel. A walk at a constant ratio has one pixel for each value of y whose x value, the ratio
     * times y, is on the map; where the values of an axis are not positive numbers, it follows the x axis.
     */
    static MapWalk through(MapCell cell, WalkDirection direction, AxisValues x, AxisValues y) {
        List<MapCell> cells = new ArrayList<>();
        double ratio = x.number(cell.column()) / y.number(cell.row());
        boolean hasRatio = !x.isChoice() && !y.isChoice() && ratio > 0 && Double.isFinite(ratio);
        if (direction == WalkDirection.Y) {
            for (int row = 0; row < y.count(); row++) {
                cells.add(new MapCell(cell.column(), row));
            }
        } else if (direction == WalkDirection.RATIO && hasRatio) {
            for (int row = 0; row < y.count(); row++) {
                double wanted = ratio * y.number(row);
                if (row == cell.row()) {
                    cells.add(cell);
                } else if (x.contains(wanted)) {
                    cells.add(new MapCell(x.nearest(wanted), row));
                }
            }
        } else {
            for (int column = 0; column < x.count(); column++) {
                cells.add(new MapCell(column, cell.row()));
            }
            return new MapWalk(WalkDirection.X, cells);
        }
        return new MapWalk(direction, cells);
    }
}

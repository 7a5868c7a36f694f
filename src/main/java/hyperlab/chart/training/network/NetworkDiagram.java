package hyperlab.chart.training.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network as {@link NetworkChart} draws it: columns of units from the inputs to the outputs, and the weights between
 * adjacent columns. For a large layer, only the first units are drawn, and the text of its column says so.
 *
 * @param columns inputs first, outputs last
 * @param links between column k and column k + 1; one fewer than columns
 * @param chosen the selected unit; null for none
 * @param inset the picture for the selected unit; null for none
 */
public record NetworkDiagram(
        List<Column> columns,
        List<WeightLinks> links,
        @Nullable UnitPosition chosen,
        @Nullable Inset inset) {
    /** The maximum number of units drawn for a layer. */
    public static final int MAX_UNITS = 12;

    public NetworkDiagram {
        columns = List.copyOf(columns);
        links = List.copyOf(links);
    }

    /**
     * Inputs, the units of a layer, or outputs.
     *
     * @param name text below the column
     * @param countText text below the name with the number of units and how many are drawn; empty if all are drawn
     * @param unitCount the number of units, drawn or not
     * @param states of the units that are drawn, at most {@link #MAX_UNITS}
     * @param names next to the units that are drawn; empty for none
     * @param highlighted whether a finding refers to it
     * @param tiles drawn instead of the circles of the units; empty for none
     */
    public record Column(
            String name,
            String countText,
            int unitCount,
            List<UnitState> states,
            List<String> names,
            boolean highlighted,
            List<KernelTile> tiles) {
        public Column {
            states = List.copyOf(states);
            names = List.copyOf(names);
            tiles = List.copyOf(tiles);
        }

        public Column(String name, String leftOut, int units, List<UnitState> states, List<String> names, boolean lit) {
            this(name, leftOut, units, states, names, lit, List.of());
        }
    }

    /** A kernel, or a unit's output over a plane, as a picture: {@code values[row][column]}, the first row on top. */
    public record KernelTile(double[][] values) {
        private static final int FINE_ROWS = 16;

        /** Returns whether there are so many values that single ones cannot be told apart. */
        boolean isFine() {
            return values.length >= FINE_ROWS;
        }

        /** Returns the largest absolute value of the finite values; 0 if there are none. */
        double largest() {
            double largest = 0;
            for (double[] row : values) {
                for (double value : row) {
                    largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
                }
            }
            return largest;
        }
    }

    /** The state of a unit. */
    public enum UnitState {
        HEALTHY,
        /** Passes no gradient. */
        DEAD,
        /** Flat for almost all samples. */
        SATURATED,
        /** Dropped out in this step. */
        DROPPED
    }

    /**
     * The weights {@code weights[to][from]} of the units that are drawn. If two units share many weights, as in a
     * kernel, one number represents them.
     */
    public record WeightLinks(double[][] weights) {}

    /** The position of a unit that is drawn. */
    public record UnitPosition(int column, int unit) {}

    /**
     * The output of a unit over a plane of two features, or its weights for an image.
     *
     * @param title above the picture
     * @param columns of the picture
     * @param rows of the picture
     * @param values row by row from the lower left
     */
    public record Inset(String title, int columns, int rows, double[] values) {}

    /** Returns a copy with another unit selected. */
    public NetworkDiagram withChosen(@Nullable UnitPosition newChosen, @Nullable Inset newInset) {
        return new NetworkDiagram(columns, links, newChosen, newInset);
    }

    /** Returns whether any unit is dropped out in this step. */
    boolean hasDropped() {
        return columns.stream().anyMatch(column -> column.states().contains(UnitState.DROPPED));
    }

    /** Returns the largest absolute value of the finite weights; 0 if there are none. */
    double largest() {
        double largest = 0;
        for (WeightLinks each : links) {
            for (double[] row : each.weights()) {
                for (double weight : row) {
                    largest = Double.isFinite(weight) ? Math.max(largest, Math.abs(weight)) : largest;
                }
            }
        }
        return largest;
    }
}

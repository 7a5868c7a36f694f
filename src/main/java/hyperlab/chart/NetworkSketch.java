package hyperlab.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network as {@link NetworkChart} draws it: columns of units from the inputs to the outputs, and the weights between
 * neighbours. Of a large layer the first few units stand for the whole, and its column says so.
 *
 * @param columns inputs first, outputs last
 * @param links between column k and k + 1; as many as columns but one
 * @param chosen the unit that is looked at; null for none
 * @param inset what the chosen unit does; null for nothing
 */
public record NetworkSketch(
        List<Column> columns,
        List<Links> links,
        @Nullable Place chosen,
        @Nullable Inset inset) {
    /** So many units of a layer are drawn at most. */
    public static final int MOST_UNITS = 12;

    public NetworkSketch {
        columns = List.copyOf(columns);
        links = List.copyOf(links);
    }

    /**
     * Inputs, a layer's units, or outputs.
     *
     * @param name what stands below
     * @param leftOut says below it how many units there are and how many are drawn; empty where all are
     * @param units how many there are
     * @param states of those that are drawn, at most {@link #MOST_UNITS}
     * @param names beside each that is drawn; empty for none
     * @param lit whether a finding rests on it
     * @param tiles drawn in place of the units' circles; empty for none
     */
    public record Column(
            String name,
            String leftOut,
            int units,
            List<State> states,
            List<String> names,
            boolean lit,
            List<Tile> tiles) {
        public Column {
            states = List.copyOf(states);
            names = List.copyOf(names);
            tiles = List.copyOf(tiles);
        }

        public Column(String name, String leftOut, int units, List<State> states, List<String> names, boolean lit) {
            this(name, leftOut, units, states, names, lit, List.of());
        }
    }

    /** A kernel as a picture: {@code values[row][column]}, the first row on top. */
    public record Tile(double[][] values) {}

    /** How a unit is. */
    public enum State {
        FINE,
        /** Passes no gradient. */
        DEAD,
        /** Flat for almost all samples. */
        SATURATED,
        /** Left out of this step. */
        DROPPED
    }

    /**
     * Weights, {@code weights[to][from]} of the units that are drawn. Where many weights lie between two of them, as a kernel
     * does, one number stands for all.
     */
    public record Links(double[][] weights) {}

    /** A unit that is drawn. */
    public record Place(int column, int unit) {}

    /**
     * What a unit gives on over a plane of two features, or what it weighs in an image.
     *
     * @param title above it
     * @param columns of the picture
     * @param rows of the picture
     * @param values row by row from the lower left
     */
    public record Inset(String title, int columns, int rows, double[] values) {}

    /** The same with another unit chosen. */
    public NetworkSketch choosing(@Nullable Place newChosen, @Nullable Inset newInset) {
        return new NetworkSketch(columns, links, newChosen, newInset);
    }

    /** Whether any unit is left out of this step. */
    boolean hasDropped() {
        return columns.stream().anyMatch(column -> column.states().contains(State.DROPPED));
    }

    /** The size of the largest weight; 0 without weights. */
    double largest() {
        double largest = 0;
        for (Links each : links) {
            for (double[] row : each.weights()) {
                for (double weight : row) {
                    largest = Double.isFinite(weight) ? Math.max(largest, Math.abs(weight)) : largest;
                }
            }
        }
        return largest;
    }
}

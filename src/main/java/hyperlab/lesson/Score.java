package hyperlab.lesson;

import hyperlab.lesson.Question.Item;
import hyperlab.lesson.Question.Order;
import hyperlab.lesson.Question.Sketch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The score of a prediction, from 0 to 1. */
public sealed interface Score {
    /** 0 for wrong, 1 for right. */
    double value();

    /** The score of a choice. */
    record OfChoice(boolean right) implements Score {
        @Override
        public double value() {
            return right ? 1 : 0;
        }
    }

    /**
     * The score of a number: 1 within the tolerance, and then falling by half with each further tolerance.
     *
     * @param distance the distance from the computed value in units of the tolerance
     */
    record OfNumber(double distance) implements Score {
        @Override
        public double value() {
            return distance <= 1 ? 1 : Math.pow(2, 1 - distance);
        }
    }

    /**
     * The score of an order.
     *
     * @param rightPairs how many pairs of items are in the right order
     * @param pairs how many pairs there are
     */
    record OfOrder(int rightPairs, int pairs) implements Score {
        @Override
        public double value() {
            return (double) rightPairs / pairs;
        }
    }

    /**
     * The score of a sketch. The shape counts twice as much as the distance.
     *
     * @param shape how much of the shape is right, 0 to 1
     * @param distance the mean distance between the curves as a part of the axis' height
     * @param closeness the score for the distance: 1 at distance 0, one half at the sketch's tolerance
     * @param differences what differs in the shape, the most important one first; empty if nothing differs
     */
    record OfSketch(double shape, double distance, double closeness, List<Difference> differences) implements Score {
        public OfSketch {
            differences = List.copyOf(differences);
        }

        @Override
        public double value() {
            return (2 * shape + closeness) / 3;
        }
    }

    /** What differs between the shapes of two curves. */
    enum Difference {
        /** One rises where the other falls or stays level. */
        DIRECTION,
        /** The computed one changes later. */
        LATER,
        /** The computed one changes earlier. */
        EARLIER,
        /** Only one of them oscillates. */
        OSCILLATION,
        /** They have a different number of turns. */
        TURN_COUNT,
        /** They turn at different places. */
        TURN_PLACE,
        /** Only one of them ends level. */
        PLATEAU,
        /** Only one of them blows up. */
        BLOW_UP
    }

    /** The score of a number that the user entered. */
    static OfNumber ofNumber(double given, double computed, double tolerance) {
        return new OfNumber(Math.abs(given - computed) / tolerance);
    }

    /**
     * The score of an order.
     *
     * @param given the names of the items as the user ordered them; all items, each once
     * @param computed the items in the computed order
     */
    static OfOrder ofOrder(List<String> given, List<Item> computed) {
        List<String> right = computed.stream().map(Item::id).toList();
        Set<String> all = new HashSet<>(right);
        if (given.size() != right.size() || !all.equals(new HashSet<>(given)) || right.size() > Order.MAX_ITEMS) {
            throw new IllegalArgumentException("not an order of " + right + ": " + given);
        }
        int rightPairs = 0;
        int pairs = 0;
        for (int i = 0; i < right.size(); i++) {
            for (int j = i + 1; j < right.size(); j++) {
                pairs++;
                rightPairs += given.indexOf(right.get(i)) < given.indexOf(right.get(j)) ? 1 : 0;
            }
        }
        return new OfOrder(rightPairs, pairs);
    }

    /** The score of a sketched curve. Parts of the axis without a sketch count as a distance of the whole height. */
    static OfSketch ofSketch(Curve sketched, Curve computed, Sketch question) {
        Shape drawn = Shape.of(sketched, question.x(), question.y());
        Shape actual = Shape.of(computed, question.x(), question.y());
        List<Difference> differences = new ArrayList<>();
        double shape = SketchComparison.shape(drawn, actual, differences);
        double distance = SketchComparison.distance(sketched, computed, question);
        return new OfSketch(shape, distance, question.tolerance() / (question.tolerance() + distance), differences);
    }
}

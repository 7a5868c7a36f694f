package hyperlab.lesson;

import hyperlab.lesson.Question.Axis;
import hyperlab.lesson.Question.Sketch;
import hyperlab.lesson.Score.Difference;
import hyperlab.lesson.Shape.Direction;
import java.util.List;

/** Compares two curves: first their shapes, then their distance. */
final class SketchComparison {
    /** How far apart two turns may be, as a part of the horizontal axis, and still be in the same place. */
    private static final double TURN_TOLERANCE = 0.15;

    private static final double SAMPLES = 200;

    private SketchComparison() {}

    /**
     * How much of the shape is right: one half for the directions (or the oscillation), one quarter for the turns, one
     * quarter for the end. The right directions count half if the change comes at another place.
     *
     * @param differences receives what differs
     */
    static double shape(Shape drawn, Shape actual, List<Difference> differences) {
        double score = 0;
        if (drawn.oscillates() != actual.oscillates()) {
            differences.add(Difference.OSCILLATION);
        } else if (drawn.oscillates()) {
            score += 0.5;
        } else if (sameDirections(drawn, actual)) {
            score += drawn.blowsUp() != actual.blowsUp() || samePaces(drawn, actual, differences) ? 0.5 : 0.25;
        } else {
            differences.add(Difference.DIRECTION);
            score += 0.5 * commonDirections(drawn.parts(), actual.parts());
        }
        score += 0.25 * turns(drawn, actual, differences);
        if (drawn.blowsUp() != actual.blowsUp()) {
            differences.add(Difference.BLOW_UP);
        } else if (drawn.plateau() != actual.plateau()) {
            differences.add(Difference.PLATEAU);
            score += 0.125;
        } else {
            score += 0.25;
        }
        return score;
    }

    private static boolean sameDirections(Shape drawn, Shape actual) {
        return drawn.parts().equals(actual.parts());
    }

    /** Whether each part changes at its start, steadily, or at its end in both curves. */
    private static boolean samePaces(Shape drawn, Shape actual, List<Difference> differences) {
        for (int i = 0; i < actual.timings().size(); i++) {
            if (actual.timings().get(i).isLaterThan(drawn.timings().get(i))) {
                differences.add(Difference.LATER);
                return false;
            }
            if (drawn.timings().get(i).isLaterThan(actual.timings().get(i))) {
                differences.add(Difference.EARLIER);
                return false;
            }
        }
        return true;
    }

    /** The longest common subsequence of directions as a part of the longer list. */
    private static double commonDirections(List<Direction> a, List<Direction> b) {
        int[][] length = new int[a.size() + 1][b.size() + 1];
        for (int i = 1; i <= a.size(); i++) {
            for (int j = 1; j <= b.size(); j++) {
                length[i][j] = a.get(i - 1) == b.get(j - 1)
                        ? length[i - 1][j - 1] + 1
                        : Math.max(length[i - 1][j], length[i][j - 1]);
            }
        }
        return (double) length[a.size()][b.size()] / Math.max(a.size(), b.size());
    }

    private static double turns(Shape drawn, Shape actual, List<Difference> differences) {
        if (drawn.oscillates() && actual.oscillates()) {
            return 1;
        }
        if (drawn.turns().size() != actual.turns().size()) {
            differences.add(Difference.TURN_COUNT);
            return 0;
        }
        int inPlace = 0;
        for (int i = 0; i < actual.turns().size(); i++) {
            inPlace += Math.abs(drawn.turns().get(i) - actual.turns().get(i)) <= TURN_TOLERANCE ? 1 : 0;
        }
        if (inPlace < actual.turns().size()) {
            differences.add(Difference.TURN_PLACE);
        }
        return actual.turns().isEmpty() ? 1 : (double) inPlace / actual.turns().size();
    }

    /** The mean distance over the horizontal axis where the computed curve exists, as a part of the height. */
    static double distance(Curve sketched, Curve computed, Sketch question) {
        double sum = 0;
        int count = 0;
        for (int k = 0; k <= SAMPLES; k++) {
            double x = question.x().value(k / SAMPLES);
            double actual = height(computed.at(x), question.y());
            if (!Double.isNaN(actual)) {
                double drawn = height(sketched.at(x), question.y());
                sum += Double.isNaN(drawn) ? 1 : Math.abs(drawn - actual);
                count++;
            }
        }
        return count == 0 ? 1 : sum / count;
    }

    private static double height(double value, Axis axis) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        double position = axis.logarithmic() && value <= 0 ? 0 : axis.position(value);
        return Math.max(0, Math.min(1, position));
    }
}

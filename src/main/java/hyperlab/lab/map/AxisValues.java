package hyperlab.lab.map;

import hyperlab.map.MapAxis;
import hyperlab.tune.SearchDimension;
import java.util.List;

/** The values of an axis as numbers. The values of a choice are at 0, 1, 2, … */
final class AxisValues {
    private final MapAxis axis;
    private final List<String> texts;
    private final double[] numbers;

    AxisValues(MapAxis axis) {
        this.axis = axis;
        texts = axis.values();
        numbers = new double[texts.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = isChoice() ? i : Double.parseDouble(texts.get(i));
        }
    }

    MapAxis axis() {
        return axis;
    }

    int count() {
        return numbers.length;
    }

    boolean isChoice() {
        return axis.dimension() instanceof SearchDimension.CategoricalDimension;
    }

    /** The value as in a file. */
    String text(int index) {
        return texts.get(index);
    }

    double number(int index) {
        return numbers[index];
    }

    double[] numbers() {
        return numbers.clone();
    }

    /** Where the chart shows a value: the values of a choice are evenly spaced in [0, 1]. */
    double chartPlace(int index) {
        return isChoice() ? (index + 0.5) / numbers.length : numbers[index];
    }

    /** Where the chart shows a number, which need not be one of the values. */
    double ofNumber(double number) {
        return isChoice() ? (number + 0.5) / numbers.length : number;
    }

    /** The number at a place of the chart. */
    double ofChartPlace(double place) {
        return isChoice() ? place * numbers.length - 0.5 : place;
    }

    /** The index of the value that is nearest to a number, on the axis's scale. */
    int nearest(double number) {
        int nearest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < numbers.length; i++) {
            double distance =
                    axis.isLogarithmic() ? Math.abs(Math.log(numbers[i] / number)) : Math.abs(numbers[i] - number);
            if (distance < smallest) {
                smallest = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    /** Whether a number is between the first and the last value. */
    boolean contains(double number) {
        return number >= numbers[0] && number <= numbers[numbers.length - 1];
    }
}

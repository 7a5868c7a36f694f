package hyperlab.lesson;

import hyperlab.lesson.expression.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a prediction asks for. */
public sealed interface Question {
    <R> R accept(Visitor<R> visitor);

    /**
     * One result for each kind of question.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {
        R visit(Choice choice);

        R visit(Numeric number);

        R visit(Order order);

        R visit(Sketch sketch);
    }

    /**
     * Choose one.
     *
     * @param options 2 … {@value #MAX_OPTIONS}, in the order of the keys 1 to 6
     */
    record Choice(List<Option> options) implements Question {
        public static final int MAX_OPTIONS = 6;

        public Choice {
            options = List.copyOf(options);
        }

        /** The index of the option that the author marked. */
        public int answer() {
            for (int i = 0; i < options.size(); i++) {
                if (options.get(i).correct()) {
                    return i;
                }
            }
            throw new IllegalStateException("no option is marked");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * An option of a choice.
     *
     * @param id its name in {@code truth}
     * @param text what the user reads
     * @param correct whether the author marked it as the answer
     * @param misconception what someone who chooses it believes; null for none
     * @param truth the condition under which it is right; null for {@code else}: right if no other option is
     */
    record Option(
            String id,
            String text,
            boolean correct,
            @Nullable String misconception,
            @Nullable Expression truth) {}

    /**
     * Enter a number.
     *
     * @param answer what the author states
     * @param tolerance the distance that still counts as right, &gt; 0
     * @param unit what follows the number, such as {@code %}; may be empty
     * @param truth the computed answer
     */
    record Numeric(double answer, double tolerance, String unit, Expression truth) implements Question {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * Put items in order.
     *
     * @param items 2 … {@value #MAX_ITEMS}, in the order that the author states; they are shown in another order
     * @param descending whether the largest value is first
     */
    record Order(List<Item> items, boolean descending) implements Question {
        public static final int MAX_ITEMS = 6;

        public Order {
            items = List.copyOf(items);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * An item to put in order.
     *
     * @param id its name in {@code truth}
     * @param text what the user reads
     * @param truth the value by which it is ordered
     */
    record Item(String id, String text, Expression truth) {}

    /**
     * Sketch a curve on the axes of a chart.
     *
     * @param truth the value of the curve at {@code axis.variable}
     * @param x the horizontal axis; its name is the variable in {@code truth}
     * @param y the vertical axis; its name is what is plotted
     * @param tolerance the mean distance, as a part of the axis' height, at which the score for the distance is one
     *     half
     */
    record Sketch(Expression truth, Axis x, Axis y, double tolerance) implements Question {
        /** The number of points at which the truth is evaluated, at most. */
        public static final int MAX_POINTS = 201;

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * An axis to sketch on.
     *
     * @param name the variable, or what is plotted
     * @param title the text next to the axis
     * @param low the lower end
     * @param high the upper end, above {@code low}
     * @param logarithmic whether the axis is logarithmic; then {@code low} &gt; 0
     */
    record Axis(String name, String title, double low, double high, boolean logarithmic) {
        /** An axis whose title is its name. */
        public Axis(String name, double low, double high, boolean logarithmic) {
            this(name, name, low, high, logarithmic);
        }

        /** Whether the values on a horizontal axis are whole numbers, such as steps, epochs or layers. */
        public boolean hasWholeNumbers() {
            return !logarithmic && Math.floor(high) - Math.ceil(low) >= 2;
        }

        /** The position of {@code value} on the axis: 0 at the lower end and 1 at the upper end, not clipped. */
        public double position(double value) {
            return logarithmic
                    ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                    : (value - low) / (high - low);
        }

        /** The value at a position; the inverse of {@link #position}. */
        public double value(double position) {
            return logarithmic
                    ? Math.exp(Math.log(low) + position * (Math.log(high) - Math.log(low)))
                    : low + position * (high - low);
        }
    }
}

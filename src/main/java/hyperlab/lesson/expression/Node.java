package hyperlab.lesson.expression;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The syntax tree of an expression. It has at most as many nodes as a formula, so recursion is limited. */
sealed interface Node {
    /** The value; 1 or 0 for a condition; NaN where a readout has no value. */
    double value(Scope scope);

    /** The direct parts. */
    List<Node> parts();

    default boolean isCondition() {
        return false;
    }

    /** Calls {@code visitor} with this node and all nodes below it. */
    default void visit(Consumer<Node> visitor) {
        visitor.accept(this);
        parts().forEach(part -> part.visit(visitor));
    }

    record Literal(double number) implements Node {
        @Override
        public double value(Scope scope) {
            return number;
        }

        @Override
        public List<Node> parts() {
            return List.of();
        }
    }

    /** The bound variable. */
    record Variable(String name) implements Node {
        @Override
        public double value(Scope scope) {
            return name.equals(scope.variable()) ? scope.bound() : Double.NaN;
        }

        @Override
        public List<Node> parts() {
            return List.of();
        }
    }

    /** A function or operator of one number. {@code name} identifies it; {@code function} computes it. */
    record Unary(String name, DoubleUnaryOperator function, Node a) implements Node {
        @Override
        public double value(Scope scope) {
            return function.applyAsDouble(a.value(scope));
        }

        @Override
        public List<Node> parts() {
            return List.of(a);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Unary unary && name.equals(unary.name) && a.equals(unary.a);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + a.hashCode();
        }
    }

    /** A function or operator of two numbers. */
    record Binary(String name, DoubleBinaryOperator function, Node a, Node b) implements Node {
        @Override
        public double value(Scope scope) {
            return function.applyAsDouble(a.value(scope), b.value(scope));
        }

        @Override
        public List<Node> parts() {
            return List.of(a, b);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Binary binary
                    && name.equals(binary.name)
                    && a.equals(binary.a)
                    && b.equals(binary.b);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * name.hashCode() + a.hashCode()) + b.hashCode();
        }
    }

    /** A comparison of two numbers; false if one of them is NaN. */
    record Comparison(Relation relation, Node a, Node b) implements Node {
        @Override
        public double value(Scope scope) {
            return relation.holds(a.value(scope), b.value(scope)) ? 1 : 0;
        }

        @Override
        public List<Node> parts() {
            return List.of(a, b);
        }

        @Override
        public boolean isCondition() {
            return true;
        }
    }

    record And(Node a, Node b) implements Node {
        @Override
        public double value(Scope scope) {
            return a.value(scope) == 1 && b.value(scope) == 1 ? 1 : 0;
        }

        @Override
        public List<Node> parts() {
            return List.of(a, b);
        }

        @Override
        public boolean isCondition() {
            return true;
        }
    }

    record Or(Node a, Node b) implements Node {
        @Override
        public double value(Scope scope) {
            return a.value(scope) == 1 || b.value(scope) == 1 ? 1 : 0;
        }

        @Override
        public List<Node> parts() {
            return List.of(a, b);
        }

        @Override
        public boolean isCondition() {
            return true;
        }
    }

    record Not(Node a) implements Node {
        @Override
        public double value(Scope scope) {
            return a.value(scope) == 1 ? 0 : 1;
        }

        @Override
        public List<Node> parts() {
            return List.of(a);
        }

        @Override
        public boolean isCondition() {
            return true;
        }
    }

    /**
     * A readout.
     *
     * @param argument the index of a series or the argument of a function; null for none
     */
    record Readout(
            String name,
            ReadoutNames.Kind kind,
            boolean ofStart,
            @Nullable Node argument) implements Node {
        @Override
        public double value(Scope scope) {
            Readouts readouts = scope.readouts();
            return switch (kind) {
                case NUMBER, FLAG -> readouts.value(name, scope.run());
                case FUNCTION ->
                    argument == null ? Double.NaN : readouts.function(name, argument.value(scope), scope.run());
                case SERIES ->
                    element(
                            readouts.series(name, scope.run()),
                            argument == null ? readouts.currentIndex(scope.run()) : argument.value(scope));
            };
        }

        /** NaN between the elements and outside of the series. */
        private static double element(double[] series, double index) {
            return index == Math.rint(index) && index >= 0 && index < series.length ? series[(int) index] : Double.NaN;
        }

        @Override
        public List<Node> parts() {
            return argument == null ? List.of() : List.of(argument);
        }

        @Override
        public boolean isCondition() {
            return kind == ReadoutNames.Kind.FLAG;
        }
    }

    /** {@code of}. */
    record Of(Node a, RunSelector run) implements Node {
        @Override
        public double value(Scope scope) {
            return a.value(scope.withRun(run));
        }

        @Override
        public List<Node> parts() {
            return List.of(a);
        }

        @Override
        public boolean isCondition() {
            return a.isCondition();
        }
    }

    /** {@code with (key = value, …)}. */
    record With(Node a, Map<String, String> changes) implements Node {
        @Override
        public double value(Scope scope) {
            return a.value(scope.withReadouts(scope.readouts().with(changes)));
        }

        @Override
        public List<Node> parts() {
            return List.of(a);
        }

        @Override
        public boolean isCondition() {
            return a.isCondition();
        }
    }

    /** What is made of several values. */
    enum Aggregate {
        MEDIAN,
        MEAN,
        LOWEST,
        HIGHEST,
        LAST,
        ARGMIN,
        ARGMAX
    }

    /** An aggregate of a whole series up to now. */
    record OverSeries(Aggregate aggregate, Readout series) implements Node {
        @Override
        public double value(Scope scope) {
            return Expression.aggregate(aggregate, scope.readouts().series(series.name(), scope.run()));
        }

        @Override
        public List<Node> parts() {
            return List.of(series);
        }
    }

    /** An aggregate over several random seeds. */
    record OverSeeds(Aggregate aggregate, Node a, int seeds) implements Node {
        @Override
        public double value(Scope scope) {
            return Expression.aggregate(
                    aggregate,
                    scope.readouts().seeds(seeds).stream()
                            .mapToDouble(readouts -> a.value(scope.withReadouts(readouts)))
                            .toArray());
        }

        @Override
        public List<Node> parts() {
            return List.of(a);
        }
    }
}

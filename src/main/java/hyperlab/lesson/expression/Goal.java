package hyperlab.lesson.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a state is from meeting a goal.
 *
 * @param met whether the goal is met
 * @param terms the comparisons of the goal, in the order in which they are written
 */
public record Goal(boolean met, List<Term> terms) {
    public Goal {
        terms = List.copyOf(terms);
    }

    /**
     * A comparison of a goal. It is shown as {@code validationLoss = 0.915, goal < 0.6}.
     *
     * @param left the value of the left side; NaN if it does not exist
     * @param relation the symbol: {@code <}, {@code <=}, {@code >}, {@code >=}, {@code =} or {@code !=}
     * @param right the value of the right side; NaN if it does not exist
     * @param met whether it holds
     */
    public record Term(double left, String relation, double right, boolean met) {}

    /** Evaluates {@code goal}, which is a condition. */
    public static Goal of(Expression goal, Readouts readouts) {
        Scope scope = new Scope(readouts, RunSelector.FIRST, null, Double.NaN);
        List<Term> terms = new ArrayList<>();
        goal.tree().visit(node -> {
            if (node instanceof Node.Comparison comparison) {
                terms.add(new Term(
                        comparison.a().value(scope),
                        comparison.relation().symbol(),
                        comparison.b().value(scope),
                        comparison.value(scope) == 1));
            }
        });
        return new Goal(goal.holds(readouts), terms);
    }
}

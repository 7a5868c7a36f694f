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
     * A comparison of a goal, such as {@code validationLoss < 0.6}, or a flag such as {@code finished}.
     *
     * @param left the left side, or the flag
     * @param relation the symbol: {@code <}, {@code <=}, {@code >}, {@code >=}, {@code =} or {@code !=}; empty for a
     *     flag
     * @param right the right side; that of a flag is 1
     * @param met whether it holds
     */
    public record Term(Side left, String relation, Side right, boolean met) {
        public boolean isFlag() {
            return relation.isEmpty();
        }
    }

    /**
     * A side of a comparison.
     *
     * @param value NaN if it does not exist
     */
    public record Side(Expression expression, double value) {}

    /** Evaluates {@code goal}, which is a condition. */
    public static Goal of(Expression goal, Readouts readouts) {
        Scope scope = new Scope(readouts, RunSelector.FIRST, null, Double.NaN);
        List<Term> terms = new ArrayList<>();
        collect(goal.tree(), scope, terms);
        return new Goal(goal.holds(readouts), terms);
    }

    private static void collect(Node node, Scope scope, List<Term> terms) {
        if (node instanceof Node.Comparison comparison) {
            terms.add(new Term(
                    side(comparison.a(), scope),
                    comparison.relation().symbol(),
                    side(comparison.b(), scope),
                    comparison.value(scope) == 1));
        } else if (node instanceof Node.Readout readout && readout.isCondition()) {
            terms.add(new Term(side(readout, scope), "", side(new Node.Literal(1), scope), readout.value(scope) == 1));
        } else {
            node.parts().forEach(part -> collect(part, scope, terms));
        }
    }

    private static Side side(Node node, Scope scope) {
        return new Side(new Expression("", node), node.value(scope));
    }
}

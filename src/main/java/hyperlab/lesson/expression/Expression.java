package hyperlab.lesson.expression;

import hyperlab.lesson.expression.Node.Aggregate;
import hyperlab.text.Texts;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A number or a condition over the {@link Readouts} of a lab. The grammar extends that of {@link
 * hyperlab.descent.formula.Formula}; in EBNF,
 *
 * <pre>{@code
 * expression = conjunction, { "or", conjunction } ;
 * conjunction = negation, { "and", negation } ;
 * negation   = "not", negation | comparison ;
 * comparison = sum, [ ( "<" | "<=" | ">" | ">=" | "=" | "!=" ), sum ] ;
 * primary    = … | readout, [ "[", sum, "]" | "(", sum, ")" ], { of | with | over } | aggregate, { of | with | over } ;
 * aggregate  = ( "argmin" | "argmax" | "lowest" | "highest" | "last" ), "(", readout, ")"
 *            | ( "median" | "mean" | "lowest" | "highest" ), "(", expression, ")", "over", [ number ], "seeds" ;
 * of         = "of", ( number | name ) ;
 * with       = "with", "(", key, "=", setting, { ",", key, "=", setting }, ")" ;
 * }</pre>
 *
 * {@code ≤}, {@code ≥} and {@code ≠} are {@code <=}, {@code >=} and {@code !=}. {@code x[8]} is the value at step 8; a
 * series without an index is its value at the current step or epoch. {@code of} and {@code with} apply to what is
 * directly before them, {@code of} also to a whole call such as {@code argmin(f) of 0.1}. Without a number,
 * {@code over seeds} takes {@value #DEFAULT_SEEDS}. Equality of numbers allows a relative error of 10⁻⁹.
 */
public final class Expression {
    public static final int DEFAULT_SEEDS = 9;
    public static final int MAX_SEEDS = 25;

    private final String text;
    private final Node tree;

    Expression(String text, Node tree) {
        this.text = text;
        this.tree = tree;
    }

    /**
     * Parses a number or a condition.
     *
     * @param variables names that are not readouts but are bound by {@link #at}, such as the variable of a sketch
     * @throws hyperlab.rule.InvalidInputException for {@code name}, with the first error and its column
     */
    public static Expression of(String text, String name, ReadoutNames readouts, List<String> variables) {
        return ExpressionParser.parse(text, name, readouts, variables);
    }

    /** The text as it was written. */
    public String text() {
        return text;
    }

    /** The expression in words, with the names that its readouts have in {@code texts}. */
    public String words(Texts texts) {
        return new ExpressionWords(texts).of(tree);
    }

    /** Whether this is a condition, not a number. */
    public boolean isCondition() {
        return tree.isCondition();
    }

    /** The value; 1 or 0 for a condition. NaN if a readout has no value. */
    public double value(Readouts readouts) {
        return tree.value(new Scope(readouts, RunSelector.FIRST, null, Double.NaN));
    }

    /** The value where the variable {@code variable} is {@code value}. */
    public double at(Readouts readouts, String variable, double value) {
        return tree.value(new Scope(readouts, RunSelector.FIRST, variable, value));
    }

    /** Whether the condition holds. */
    public boolean holds(Readouts readouts) {
        return value(readouts) == 1;
    }

    /** The names of the readouts that it uses. */
    public Set<String> readouts() {
        Set<String> names = new LinkedHashSet<>();
        tree.visit(node -> {
            if (node instanceof Node.Readout readout) {
                names.add(readout.name());
            }
        });
        return names;
    }

    /** Whether it uses a readout that is the value at the start of the run throughout. */
    public boolean isOfStart() {
        boolean[] found = {false};
        tree.visit(node -> found[0] |= node instanceof Node.Readout readout && readout.ofStart());
        return found[0];
    }

    /** The number of seeds over which it aggregates; empty if it does not. */
    public OptionalInt seeds() {
        int[] most = {0};
        tree.visit(node -> {
            if (node instanceof Node.OverSeeds over) {
                most[0] = Math.max(most[0], over.seeds());
            }
        });
        return most[0] == 0 ? OptionalInt.empty() : OptionalInt.of(most[0]);
    }

    Node tree() {
        return tree;
    }

    /** The aggregate of some values; NaN if one of them is NaN or there is none. */
    static double aggregate(Aggregate kind, double... values) {
        if (values.length == 0 || Arrays.stream(values).anyMatch(Double::isNaN)) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return switch (kind) {
            case MEDIAN -> sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
            case MEAN -> Arrays.stream(values).sum() / values.length;
            case LOWEST -> sorted[0];
            case HIGHEST -> sorted[sorted.length - 1];
            case LAST -> values[values.length - 1];
            case ARGMIN -> indexOf(values, sorted[0]);
            case ARGMAX -> indexOf(values, sorted[sorted.length - 1]);
        };
    }

    private static int indexOf(double[] values, double searched) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == searched) {
                return i;
            }
        }
        throw new IllegalArgumentException("not in the series");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression expression && tree.equals(expression.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}

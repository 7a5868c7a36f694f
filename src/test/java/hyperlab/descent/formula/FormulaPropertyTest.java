package hyperlab.descent.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.descent.formula.Expression.Binary;
import hyperlab.descent.formula.Expression.Call;
import hyperlab.descent.formula.Expression.Constant;
import hyperlab.descent.formula.Expression.Literal;
import hyperlab.descent.formula.Expression.MinMaxCall;
import hyperlab.descent.formula.Expression.Negation;
import hyperlab.descent.formula.Expression.Variable;
import hyperlab.rule.InvalidInputException;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.DoubleArbitrary;
import net.jqwik.api.statistics.Statistics;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

class FormulaPropertyTest {
    private static final Set<UnaryFunction> SMOOTH = EnumSet.complementOf(EnumSet.of(UnaryFunction.ABS));
    private static final double STEP = 1e-3;

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyTreeRoundTripsThroughText(@ForAll("trees") Expression tree) {
        Expression again = Parser.parse(Printer.print(tree)).tree();

        assertEquals(tree, again, () -> Printer.print(tree));
        assertEquals(tree.evaluate(Jet.ofX(0.7), Jet.ofY(-1.3)), again.evaluate(Jet.ofX(0.7), Jet.ofY(-1.3)));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void valueIsIdenticalWithAndWithoutDerivatives(@ForAll("trees") Expression tree) {
        for (double[] at : new double[][] {{0.7, -1.3}, {-2.5, 3}, {0, 0}, {1e-200, 1e200}, {Double.NaN, 1}}) {
            assertEquals(
                    tree.evaluate(Jet.ofX(at[0]), Jet.ofY(at[1])).value(),
                    tree.value(at[0], at[1]),
                    () -> Printer.print(tree));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyTextIsParsedOrRejectedInOneLine(@ForAll("rubbish") String text) {
        try {
            Jet jet = Formula.of(text).jetAt(0.3, -0.6);
            assertTrue(jet.variables() >= 0);
        } catch (InvalidInputException error) {
            assertEquals("function", error.name());
            assertTrue(error.line().lines().count() == 1 && error.line().length() < 150, error.line());
        }
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void anyTreeIsTypeset(@ForAll("trees") Expression tree) {
        assertTrue(new TeXFormula(LatexPrinter.toLatex(tree))
                        .createTeXIcon(TeXConstants.STYLE_DISPLAY, 12)
                        .getIconWidth()
                > 0);
    }

    /**
     * Compares with fourth-order differences. If halving the step changes a difference a lot, the case is skipped. A
     * NaN derivative, such as that of 0ʸ, does not count as wrong, but more than 90% of the derivatives must be
     * numbers.
     */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void derivativesMatchFiniteDifferences(
            @ForAll("smooth") Expression tree, @ForAll("places") double x, @ForAll("places") double y) {
        Jet jet = at(tree, x, y);
        Assume.that(Double.isFinite(jet.value()));
        double[] found = {jet.dx(), jet.dy(), jet.dxx(), jet.dxy(), jet.dyy()};
        double[] coarse = differences(tree, x, y, STEP);
        double[] fine = differences(tree, x, y, STEP / 2);
        for (int i = 0; i < found.length; i++) {
            double doubt = 4 * Math.abs(coarse[i] - fine[i]);
            Assume.that(Double.isFinite(doubt) && doubt < 1e-5 * (1 + Math.abs(fine[i])));
            double tolerance = doubt + 1e-7 * (1 + Math.abs(fine[i]) + Math.abs(jet.value()));
            Statistics.label("is a number").collect(!Double.isNaN(found[i]));
            if (!Double.isNaN(found[i])) {
                assertEquals(fine[i], found[i], tolerance, i + ": " + Printer.print(tree));
            }
        }
        Statistics.label("is a number")
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 90));
    }

    private static Jet at(Expression tree, double x, double y) {
        return tree.evaluate(Jet.ofX(x), Jet.ofY(y));
    }

    private static double[] differences(Expression tree, double x, double y, double h) {
        return new double[] {
            slope(
                    at(tree, x - 2 * h, y).value(),
                    at(tree, x - h, y).value(),
                    at(tree, x + h, y).value(),
                    at(tree, x + 2 * h, y).value(),
                    h),
            slope(
                    at(tree, x, y - 2 * h).value(),
                    at(tree, x, y - h).value(),
                    at(tree, x, y + h).value(),
                    at(tree, x, y + 2 * h).value(),
                    h),
            slope(
                    at(tree, x - 2 * h, y).dx(),
                    at(tree, x - h, y).dx(),
                    at(tree, x + h, y).dx(),
                    at(tree, x + 2 * h, y).dx(),
                    h),
            slope(
                    at(tree, x, y - 2 * h).dx(),
                    at(tree, x, y - h).dx(),
                    at(tree, x, y + h).dx(),
                    at(tree, x, y + 2 * h).dx(),
                    h),
            slope(
                    at(tree, x, y - 2 * h).dy(),
                    at(tree, x, y - h).dy(),
                    at(tree, x, y + h).dy(),
                    at(tree, x, y + 2 * h).dy(),
                    h)
        };
    }

    private static double slope(double farBelow, double below, double above, double farAbove, double h) {
        return (8 * (above - below) - (farAbove - farBelow)) / (12 * h);
    }

    @Provide
    Arbitrary<Expression> trees() {
        return tree(
                4,
                EnumSet.allOf(UnaryFunction.class),
                Arbitraries.doubles().between(0, Double.MAX_VALUE).ofScale(20),
                true);
    }

    @Provide
    Arbitrary<Expression> smooth() {
        return tree(3, SMOOTH, Arbitraries.doubles().between(0.1, 10).ofScale(3), false);
    }

    @Provide
    Arbitrary<Double> places() {
        return Arbitraries.doubles().between(0.1, 2).ofScale(7).map(far -> far > 1 ? 0.9 - far : far);
    }

    @Provide
    Arbitrary<String> rubbish() {
        Arbitrary<String> words = Arbitraries.of(
                "x", "y", "e", "pi", "π", "sin", "log", "min", "max", "(", ")", ",", "+", "-", "−", "*", "/", "^", "²",
                "1", "2.5", "1e3", "1e", ".", " ", "\n", "\0", "½", "가", "😀", "\uD800", "NaN", "x^", "sin(", "-(");
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30),
                words.list().ofMaxSize(40).map(list -> String.join("", list)),
                words.list().ofMinSize(200).ofMaxSize(400).map(list -> String.join("", list)));
    }

    private static Arbitrary<Expression> tree(
            int depth, Set<UnaryFunction> functions, DoubleArbitrary numbers, boolean kinks) {
        Arbitrary<Expression> leaves = Arbitraries.oneOf(
                Arbitraries.of(Variable.X, Variable.Y, Constant.PI, Constant.E),
                Arbitraries.integers().between(0, 9).map(whole -> new Literal(whole)),
                numbers.map(Literal::new));
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<Expression> inner = tree(depth - 1, functions, numbers, kinks);
        Arbitrary<Expression> binary = Combinators.combine(Arbitraries.of(Operator.class), inner, inner)
                .as(Binary::new);
        Arbitrary<Expression> pair = kinks
                ? Combinators.combine(Arbitraries.of(MinMaxFunction.class), inner, inner)
                        .as(MinMaxCall::new)
                : binary;
        return Arbitraries.frequencyOf(
                Tuple.of(2, leaves),
                Tuple.of(4, binary),
                Tuple.of(1, pair),
                Tuple.of(1, inner.map(Negation::new)),
                Tuple.of(
                        2, Combinators.combine(Arbitraries.of(functions), inner).as(Call::new)));
    }
}

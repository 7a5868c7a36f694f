package hyperlab.descent.formula;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.List;
import java.util.Optional;

/**
 * A formula in x, or in x and y, as the user types it. Its grammar, in EBNF, is
 *
 * <pre>{@code
 * formula  = sum ;
 * sum      = product, { ( "+" | "-" ), product } ;
 * product  = factors, { ( "*" | "/" ), factors } ;
 * factors  = signed, { power } ;
 * signed   = "-", signed | power ;
 * power    = primary, { "²" | "³" }, [ "^", signed ] ;
 * primary  = number | "x" | "y" | "pi" | "e" | call | "(", sum, ")" ;
 * call     = function, "(", sum, ")" | ( "min" | "max" ), "(", sum, ",", sum, ")" ;
 * function = "sin" | "cos" | "tan" | "exp" | "log" | "ln" | "sqrt" | "abs" | "tanh" ;
 * number   = ( digits, [ ".", [ digits ] ] | ".", digits ), [ ( "e" | "E" ), [ "+" | "-" ], digits ] ;
 * }</pre>
 *
 * Sums and products are left-associative. Powers are right-associative and bind more tightly than a minus sign:
 * {@code -x^2} is −(x²), {@code 2^3^2} is 2⁹, {@code 2^-3} is ⅛. {@code log} and {@code ln} are the natural logarithm,
 * and angles are in radians. {@code −} (U+2212) is a minus sign, {@code ×}, {@code ·} and {@code ⋅} are {@code *},
 * {@code ÷} is {@code /}, and {@code π} is {@code pi}. Spaces separate tokens. Names are case-sensitive.
 *
 * <p>Adjacent factors are multiplied: {@code 2x}, {@code 3(x + 1)}, {@code (x + 1)(x - 1)}, {@code 2 sin(x)},
 * {@code x y}. Anything ambiguous is rejected, so an operator is required after a division ({@code 1/2x}), after an
 * exponent ({@code x^2y}; x² is not ambiguous), and between a name and a parenthesis, which would look like a call
 * ({@code x(x + 1)}). A number cannot follow a factor, and {@code xy} is not a known name. An {@code e} right after a
 * number and before digits starts an exponent: {@code 2e3} is 2000, {@code 2e} is 2·e.
 *
 * <p>A formula that contains y is a function of two variables; a formula with neither x nor y is rejected.
 *
 * <p>An undefined value is NaN or infinite and never causes an exception; see {@link Jet#power} for powers. A kink has
 * the slope of one side or 0: |a| has slope 0 at 0, and {@code min} and {@code max} of equal numbers are the first of
 * them.
 */
public final class Formula {
    /** The maximum number of characters. */
    public static final int MAX_LENGTH = 500;

    /** The maximum nesting depth of parentheses, minus signs and exponents. */
    public static final int MAX_DEPTH = 64;

    /** The maximum number of numbers, names, operators and calls, including implicit multiplications. */
    public static final int MAX_NODES = 300;

    private final String text;
    private final Expression tree;
    private final int dimensions;

    private Formula(String text, Expression tree, int dimensions) {
        this.text = text;
        this.tree = tree;
        this.dimensions = dimensions;
    }

    /**
     * Parses a formula.
     *
     * @throws InvalidInputException for {@code function}, with the first error in the formula and its column
     */
    public static Formula of(String text) {
        try {
            return parse(text, 2);
        } catch (FormulaSyntaxException syntaxException) {
            throw syntaxException.error().toException("function");
        }
    }

    /**
     * Returns the first error in {@code text}; empty if {@link #of} accepts it.
     *
     * @param dimensions 2, or 1 if y is an error
     */
    public static Optional<FormulaError> findError(String text, int dimensions) {
        try {
            parse(text, dimensions);
            return Optional.empty();
        } catch (FormulaSyntaxException syntaxException) {
            return Optional.of(syntaxException.error());
        }
    }

    private static Formula parse(String text, int maxDimensions) {
        if (text.length() > MAX_LENGTH) {
            throw new FormulaSyntaxException(0, text.length(), Rule.FORMULA_TOO_LONG, MAX_LENGTH, text.length());
        }
        if (text.isBlank()) {
            throw new FormulaSyntaxException(0, text.length(), Rule.FORMULA_EMPTY);
        }
        Parser.ParsedFormula parsedFormula = Parser.parse(text);
        Optional<Token> y = parsedFormula.y();
        if (y.isPresent() && maxDimensions == 1) {
            throw new FormulaSyntaxException(y.get(), Rule.FORMULA_ONLY_X);
        }
        if (parsedFormula.x().isEmpty() && y.isEmpty()) {
            throw new FormulaSyntaxException(0, text.length(), Rule.FORMULA_CONSTANT);
        }
        return new Formula(text.strip(), parsedFormula.tree(), y.isPresent() ? 2 : 1);
    }

    /** Every name that a formula may contain. */
    public static List<String> names() {
        return Parser.names();
    }

    /** The formula as it was typed, without surrounding spaces. */
    public String text() {
        return text;
    }

    /** 2 if the formula contains y, otherwise 1. */
    public int dimensions() {
        return dimensions;
    }

    /** Returns f(x), with f′(x) as {@link Jet#dx} and f″(x) as {@link Jet#dxx}; for a formula without y. */
    public Jet jetAt(double x) {
        return jetAt(x, 0);
    }

    /** Returns f(x, y) with its gradient and its Hessian. */
    public Jet jetAt(double x, double y) {
        return tree.evaluate(Jet.ofX(x), Jet.ofY(y));
    }

    /** Returns only f(x, y), which is bit-identical to the value of {@link #jetAt(double, double)}. */
    public double value(double x, double y) {
        return tree.value(x, y);
    }

    /** The formula in LaTeX. */
    public String latex() {
        return LatexPrinter.toLatex(tree);
    }

    /** The formula in human-readable form, such as {@code x^2/4 + sin(3·x)}; it parses back to the same formula. */
    @Override
    public String toString() {
        return Printer.print(tree);
    }
}

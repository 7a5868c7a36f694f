package hyperlab.descent.formula;

import hyperlab.rule.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * A formula in x, or in x and y, as a person types it. Its grammar, in EBNF, is
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
 * Sums and products are taken from left to right, powers from right to left and before a minus sign: {@code -x^2} is
 * −(x²), {@code 2^3^2} is 2⁹, {@code 2^-3} is ⅛. {@code log} and {@code ln} are the natural logarithm, angles are in
 * radians. {@code −} (U+2212) is a minus sign, {@code ×}, {@code ·} and {@code ⋅} are {@code *}, {@code ÷} is {@code /},
 * {@code π} is {@code pi}; blanks separate. Capital letters are other letters.
 *
 * <p>Factors in a row are a product: {@code 2x}, {@code 3(x + 1)}, {@code (x + 1)(x - 1)}, {@code 2 sin(x)},
 * {@code x y}. Whatever could be read in two ways is refused, so that a sign must be written: after a division
 * ({@code 1/2x}), after an exponent ({@code x^2y}; after x² nothing is in doubt), between a name and a bracket, which
 * would look like a call ({@code x(x + 1)}). No number follows a factor, and {@code xy} is no known name. An {@code e}
 * right after a number and before digits is an exponent: {@code 2e3} is 2000, {@code 2e} is 2·e.
 *
 * <p>A formula with a y in it is one of two variables; one with neither x nor y is refused.
 *
 * <p>What is not defined is NaN or infinite, never an exception: see {@link Jet#power} for powers, and of a kink a side
 * is taken: |a| has slope 0 at 0, {@code min} and {@code max} of equal numbers are the first of them.
 */
public final class Formula {
    /** Characters at most. */
    public static final int LONGEST = 500;

    /** Brackets, minus signs and exponents within one another at most. */
    public static final int DEEPEST = 64;

    /** Numbers, names, signs and calls at most, those of factors in a row included. */
    public static final int MOST_PARTS = 300;

    private final String text;
    private final Expression tree;
    private final int dimensions;

    private Formula(String text, Expression tree, int dimensions) {
        this.text = text;
        this.tree = tree;
        this.dimensions = dimensions;
    }

    /**
     * Reads a formula.
     *
     * @throws Refusal of {@code function}, for the first fault in it, with its column
     */
    public static Formula of(String text) {
        try {
            return read(text, 2);
        } catch (Malformed malformed) {
            throw malformed.fault().refusal("function");
        }
    }

    /**
     * The first thing that is wrong with {@code text}; empty where {@link #of} takes it.
     *
     * @param dimensions 2, or 1 where a y is a fault
     */
    public static Optional<Fault> faultIn(String text, int dimensions) {
        try {
            read(text, dimensions);
            return Optional.empty();
        } catch (Malformed malformed) {
            return Optional.of(malformed.fault());
        }
    }

    private static Formula read(String text, int mostDimensions) {
        if (text.length() > LONGEST) {
            throw new Malformed(
                    0, text.length(), "must be at most " + LONGEST + " characters long, got " + text.length());
        }
        if (text.isBlank()) {
            throw new Malformed(0, text.length(), "must not be empty");
        }
        Parser.Reading reading = Parser.read(text);
        Optional<Token> y = reading.y();
        if (y.isPresent() && mostDimensions == 1) {
            throw new Malformed(y.get(), "must be x, the only variable here, got \"y\"");
        }
        if (reading.x().isEmpty() && y.isEmpty()) {
            throw new Malformed(0, text.length(), "must have an x in it: a constant has no way down");
        }
        return new Formula(text.strip(), reading.tree(), y.isPresent() ? 2 : 1);
    }

    /** Every name that a formula may hold. */
    public static List<String> names() {
        return Parser.names();
    }

    /** As it was typed, without blanks around it. */
    public String text() {
        return text;
    }

    /** 2 if it has a y in it, else 1. */
    public int dimensions() {
        return dimensions;
    }

    /** f(x), with f′(x) as {@link Jet#dx} and f″(x) as {@link Jet#dxx}; of a formula without y. */
    public Jet at(double x) {
        return at(x, 0);
    }

    /** f(x, y) with its gradient and its Hessian. */
    public Jet at(double x, double y) {
        return tree.at(Jet.ofX(x), Jet.ofY(y));
    }

    /** f(x, y) alone, the same to the last bit as the value of {@link #at(double, double)}. */
    public double value(double x, double y) {
        return tree.value(x, y);
    }

    /** In LaTeX. */
    public String latex() {
        return Latex.print(tree);
    }

    /** As people read it, {@code x^2/4 + sin(3·x)}: reads back as the same formula. */
    @Override
    public String toString() {
        return Printer.print(tree);
    }
}

package hyperlab.descent.formula;

import hyperlab.descent.formula.Expression.Binary;
import hyperlab.descent.formula.Expression.Call;
import hyperlab.descent.formula.Expression.Literal;
import hyperlab.descent.formula.Expression.Negation;
import hyperlab.descent.formula.Expression.PairCall;
import java.util.Locale;

/**
 * Formats a syntax tree in human-readable form, {@code x^2/4 + sin(3·x)}, with few parentheses. The result parses back
 * to the same tree.
 */
final class Printer {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGNED = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;

    private Printer() {}

    static String print(Expression expression) {
        if (expression instanceof Literal number) {
            return number(number.value());
        }
        if (expression instanceof Expression.Constant constant) {
            return constant == Expression.Constant.PI ? "π" : "e";
        }
        if (expression instanceof Expression.Variable variable) {
            return variable.name().toLowerCase(Locale.ROOT);
        }
        if (expression instanceof Negation negation) {
            return "−" + within(POWER, negation.a());
        }
        if (expression instanceof Call call) {
            return call.function().word() + "(" + print(call.a()) + ")";
        }
        if (expression instanceof PairCall call) {
            return call.function().word() + "(" + print(call.a()) + ", " + print(call.b()) + ")";
        }
        return binary((Binary) expression);
    }

    private static String binary(Binary binary) {
        return switch (binary.sign()) {
            case PLUS -> within(SUM, binary.a()) + " + " + second(binary.b());
            case MINUS -> within(SUM, binary.a()) + " − " + second(binary.b());
            case TIMES -> within(PRODUCT, binary.a()) + "·" + within(POWER, binary.b());
            case OVER -> within(PRODUCT, binary.a()) + "/" + within(POWER, binary.b());
            case POWER -> within(ATOM, binary.a()) + "^" + within(SIGNED, binary.b());
        };
    }

    /** Formats the second operand so that no minus sign directly follows an operator. */
    private static String second(Expression expression) {
        return expression instanceof Negation ? "(" + print(expression) + ")" : within(PRODUCT, expression);
    }

    private static String within(int least, Expression expression) {
        String text = print(expression);
        return level(expression) < least ? "(" + text + ")" : text;
    }

    private static int level(Expression expression) {
        if (expression instanceof Negation) {
            return SIGNED;
        }
        if (!(expression instanceof Binary binary)) {
            return ATOM;
        }
        return switch (binary.sign()) {
            case PLUS, MINUS -> SUM;
            case TIMES, OVER -> PRODUCT;
            case POWER -> POWER;
        };
    }

    /** Formats a number with all of its digits but without a trailing {@code .0}. */
    static String number(double value) {
        String digits = Double.toString(value).replace("E", "e").replaceFirst("\\.0(?=e|$)", "");
        return value < 1e15 && value == Math.rint(value) ? Long.toString((long) value) : digits;
    }
}

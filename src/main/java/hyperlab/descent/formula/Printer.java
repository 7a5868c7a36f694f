package hyperlab.descent.formula;

import hyperlab.descent.formula.Expression.Binary;
import hyperlab.descent.formula.Expression.Call;
import hyperlab.descent.formula.Expression.Literal;
import hyperlab.descent.formula.Expression.MinMaxCall;
import hyperlab.descent.formula.Expression.Negation;
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
            return "−" + parenthesizedBelow(POWER, negation.a());
        }
        if (expression instanceof Call call) {
            return call.function().functionName() + "(" + print(call.a()) + ")";
        }
        if (expression instanceof MinMaxCall call) {
            return call.function().functionName() + "(" + print(call.a()) + ", " + print(call.b()) + ")";
        }
        return binary((Binary) expression);
    }

    private static String binary(Binary binary) {
        return switch (binary.operator()) {
            case PLUS -> parenthesizedBelow(SUM, binary.a()) + " + " + rightOperand(binary.b());
            case MINUS -> parenthesizedBelow(SUM, binary.a()) + " − " + rightOperand(binary.b());
            case TIMES -> parenthesizedBelow(PRODUCT, binary.a()) + "·" + parenthesizedBelow(POWER, binary.b());
            case DIVIDE -> parenthesizedBelow(PRODUCT, binary.a()) + "/" + parenthesizedBelow(POWER, binary.b());
            case POWER -> parenthesizedBelow(ATOM, binary.a()) + "^" + parenthesizedBelow(SIGNED, binary.b());
        };
    }

    /** Formats the second operand so that no minus sign directly follows an operator. */
    private static String rightOperand(Expression expression) {
        return expression instanceof Negation ? "(" + print(expression) + ")" : parenthesizedBelow(PRODUCT, expression);
    }

    private static String parenthesizedBelow(int minPrecedence, Expression expression) {
        String text = print(expression);
        return precedence(expression) < minPrecedence ? "(" + text + ")" : text;
    }

    private static int precedence(Expression expression) {
        if (expression instanceof Negation) {
            return SIGNED;
        }
        if (!(expression instanceof Binary binary)) {
            return ATOM;
        }
        return switch (binary.operator()) {
            case PLUS, MINUS -> SUM;
            case TIMES, DIVIDE -> PRODUCT;
            case POWER -> POWER;
        };
    }

    /** Formats a number with all of its digits but without a trailing {@code .0}. */
    static String number(double value) {
        String digits = Double.toString(value).replace("E", "e").replaceFirst("\\.0(?=e|$)", "");
        return value < 1e15 && value == Math.rint(value) ? Long.toString((long) value) : digits;
    }
}

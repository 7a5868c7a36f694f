package hyperlab.descent.formula;

import hyperlab.descent.formula.Expression.Binary;
import hyperlab.descent.formula.Expression.Call;
import hyperlab.descent.formula.Expression.Literal;
import hyperlab.descent.formula.Expression.Negation;
import hyperlab.descent.formula.Expression.PairCall;
import hyperlab.descent.formula.Expression.Sign;
import java.util.Locale;

/** Formats a syntax tree as LaTeX. */
final class Latex {
    private Latex() {}

    static String print(Expression expression) {
        if (expression instanceof Literal number) {
            return number(Printer.number(number.value()));
        }
        if (expression instanceof Expression.Constant constant) {
            return constant == Expression.Constant.PI ? "\\pi " : "e";
        }
        if (expression instanceof Expression.Variable variable) {
            return variable.name().toLowerCase(Locale.ROOT);
        }
        if (expression instanceof Negation negation) {
            return "-" + factor(negation.a());
        }
        if (expression instanceof Call call) {
            return switch (call.function()) {
                case SQRT -> "\\sqrt{" + print(call.a()) + "}";
                case ABS -> "\\left|" + print(call.a()) + "\\right|";
                default -> "\\" + call.function().word() + bracketed(print(call.a()));
            };
        }
        if (expression instanceof PairCall call) {
            return "\\" + call.function().word() + bracketed(print(call.a()) + ",\\," + print(call.b()));
        }
        return binary((Binary) expression);
    }

    private static String binary(Binary binary) {
        return switch (binary.sign()) {
            case PLUS -> print(binary.a()) + "+" + term(binary.b());
            case MINUS -> print(binary.a()) + "-" + term(binary.b());
            case TIMES -> factor(binary.a()) + "\\cdot " + factor(binary.b());
            case OVER -> "\\frac{" + print(binary.a()) + "}{" + print(binary.b()) + "}";
            case POWER -> base(binary.a()) + "^{" + print(binary.b()) + "}";
        };
    }

    private static String term(Expression expression) {
        return isSum(expression) || expression instanceof Negation ? bracketed(print(expression)) : print(expression);
    }

    private static String factor(Expression expression) {
        return term(expression);
    }

    private static String base(Expression expression) {
        boolean simple = expression instanceof Expression.Variable
                || expression instanceof Expression.Constant
                || (expression instanceof Literal number
                        && !Printer.number(number.value()).contains("e"));
        return simple ? print(expression) : bracketed(print(expression));
    }

    private static boolean isSum(Expression expression) {
        return expression instanceof Binary binary && (binary.sign() == Sign.PLUS || binary.sign() == Sign.MINUS);
    }

    private static String bracketed(String text) {
        return "\\left(" + text + "\\right)";
    }

    /** Formats a number such as 1e-5 with a power of ten, as 1·10⁻⁵. */
    private static String number(String digits) {
        int e = digits.indexOf('e');
        return e < 0 ? digits : digits.substring(0, e) + "\\cdot 10^{" + digits.substring(e + 1) + "}";
    }
}

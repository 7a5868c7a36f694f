package hyperlab.descent.formula;

import hyperlab.descent.formula.Expression.Binary;
import hyperlab.descent.formula.Expression.Call;
import hyperlab.descent.formula.Expression.Literal;
import hyperlab.descent.formula.Expression.MinMaxCall;
import hyperlab.descent.formula.Expression.Negation;
import java.util.Locale;

/** Formats a syntax tree as LaTeX. */
final class LatexPrinter {
    private LatexPrinter() {}

    static String toLatex(Expression expression) {
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
                case SQRT -> "\\sqrt{" + toLatex(call.a()) + "}";
                case ABS -> "\\left|" + toLatex(call.a()) + "\\right|";
                default -> "\\" + call.function().functionName() + parenthesized(toLatex(call.a()));
            };
        }
        if (expression instanceof MinMaxCall call) {
            return "\\" + call.function().functionName()
                    + parenthesized(toLatex(call.a()) + ",\\," + toLatex(call.b()));
        }
        return binary((Binary) expression);
    }

    private static String binary(Binary binary) {
        return switch (binary.operator()) {
            case PLUS -> toLatex(binary.a()) + "+" + term(binary.b());
            case MINUS -> toLatex(binary.a()) + "-" + term(binary.b());
            case TIMES -> factor(binary.a()) + "\\cdot " + factor(binary.b());
            case DIVIDE -> "\\frac{" + toLatex(binary.a()) + "}{" + toLatex(binary.b()) + "}";
            case POWER -> base(binary.a()) + "^{" + toLatex(binary.b()) + "}";
        };
    }

    private static String term(Expression expression) {
        return isSum(expression) || expression instanceof Negation
                ? parenthesized(toLatex(expression))
                : toLatex(expression);
    }

    private static String factor(Expression expression) {
        return term(expression);
    }

    private static String base(Expression expression) {
        boolean needsNoParentheses = expression instanceof Expression.Variable
                || expression instanceof Expression.Constant
                || (expression instanceof Literal number
                        && !Printer.number(number.value()).contains("e"));
        return needsNoParentheses ? toLatex(expression) : parenthesized(toLatex(expression));
    }

    private static boolean isSum(Expression expression) {
        return expression instanceof Binary binary
                && (binary.operator() == Operator.PLUS || binary.operator() == Operator.MINUS);
    }

    private static String parenthesized(String text) {
        return "\\left(" + text + "\\right)";
    }

    /** Formats a number such as 1e-5 with a power of ten, as 1·10⁻⁵. */
    private static String number(String digits) {
        int exponentIndex = digits.indexOf('e');
        return exponentIndex < 0
                ? digits
                : digits.substring(0, exponentIndex) + "\\cdot 10^{" + digits.substring(exponentIndex + 1) + "}";
    }
}

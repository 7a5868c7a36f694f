package hyperlab.descent.formula;

import hyperlab.descent.formula.Expression.Binary;
import hyperlab.descent.formula.Expression.Call;
import hyperlab.descent.formula.Expression.Constant;
import hyperlab.descent.formula.Expression.Literal;
import hyperlab.descent.formula.Expression.MinMaxCall;
import hyperlab.descent.formula.Expression.Negation;
import hyperlab.descent.formula.Expression.Variable;
import java.util.Locale;

/** Formats a syntax tree as LaTeX. */
final class LatexPrinter implements Expression.Visitor<String> {
    private static final LatexPrinter INSTANCE = new LatexPrinter();

    private LatexPrinter() {}

    static String toLatex(Expression expression) {
        return expression.accept(INSTANCE);
    }

    @Override
    public String visit(Literal literal) {
        return number(Printer.number(literal.value()));
    }

    @Override
    public String visit(Constant constant) {
        return switch (constant) {
            case PI -> "\\pi ";
            case E -> "e";
        };
    }

    @Override
    public String visit(Variable variable) {
        return variable.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String visit(Negation negation) {
        return "-" + factor(negation.a());
    }

    @Override
    public String visit(Binary binary) {
        return switch (binary.operator()) {
            case PLUS -> toLatex(binary.a()) + "+" + term(binary.b());
            case MINUS -> toLatex(binary.a()) + "-" + term(binary.b());
            case TIMES -> factor(binary.a()) + "\\cdot " + factor(binary.b());
            case DIVIDE -> "\\frac{" + toLatex(binary.a()) + "}{" + toLatex(binary.b()) + "}";
            case POWER -> base(binary.a()) + "^{" + toLatex(binary.b()) + "}";
        };
    }

    @Override
    public String visit(Call call) {
        String argument = toLatex(call.a());
        return switch (call.function()) {
            case SQRT -> "\\sqrt{" + argument + "}";
            case ABS -> "\\left|" + argument + "\\right|";
            case SIN, COS, TAN, EXP, LOG, LN, TANH -> "\\" + call.function().functionName() + parenthesized(argument);
        };
    }

    @Override
    public String visit(MinMaxCall call) {
        return "\\" + call.function().functionName() + parenthesized(toLatex(call.a()) + ",\\," + toLatex(call.b()));
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
        boolean needsNoParentheses = expression instanceof Variable
                || expression instanceof Constant
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

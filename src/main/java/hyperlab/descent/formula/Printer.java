package hyperlab.descent.formula;

import hyperlab.descent.formula.Expression.Binary;
import hyperlab.descent.formula.Expression.Call;
import hyperlab.descent.formula.Expression.Constant;
import hyperlab.descent.formula.Expression.Literal;
import hyperlab.descent.formula.Expression.MinMaxCall;
import hyperlab.descent.formula.Expression.Negation;
import hyperlab.descent.formula.Expression.Variable;
import java.util.Locale;

/**
 * Formats a syntax tree in human-readable form, {@code x^2/4 + sin(3·x)}, with few parentheses. The result parses back
 * to the same tree.
 */
final class Printer implements Expression.Visitor<String> {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGNED = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;

    private static final Printer INSTANCE = new Printer();

    private Printer() {}

    static String print(Expression expression) {
        return expression.accept(INSTANCE);
    }

    @Override
    public String visit(Literal literal) {
        return number(literal.value());
    }

    @Override
    public String visit(Constant constant) {
        return switch (constant) {
            case PI -> "π";
            case E -> "e";
        };
    }

    @Override
    public String visit(Variable variable) {
        return variable.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String visit(Negation negation) {
        return "−" + parenthesizedBelow(POWER, negation.a());
    }

    @Override
    public String visit(Binary binary) {
        return switch (binary.operator()) {
            case PLUS -> parenthesizedBelow(SUM, binary.a()) + " + " + rightOperand(binary.b());
            case MINUS -> parenthesizedBelow(SUM, binary.a()) + " − " + rightOperand(binary.b());
            case TIMES -> parenthesizedBelow(PRODUCT, binary.a()) + "·" + parenthesizedBelow(POWER, binary.b());
            case DIVIDE -> parenthesizedBelow(PRODUCT, binary.a()) + "/" + parenthesizedBelow(POWER, binary.b());
            case POWER -> parenthesizedBelow(ATOM, binary.a()) + "^" + parenthesizedBelow(SIGNED, binary.b());
        };
    }

    @Override
    public String visit(Call call) {
        return call.function().functionName() + "(" + print(call.a()) + ")";
    }

    @Override
    public String visit(MinMaxCall call) {
        return call.function().functionName() + "(" + print(call.a()) + ", " + print(call.b()) + ")";
    }

    /** Formats the second operand so that no minus sign directly follows an operator. */
    private static String rightOperand(Expression expression) {
        return expression instanceof Negation ? "(" + print(expression) + ")" : parenthesizedBelow(PRODUCT, expression);
    }

    private static String parenthesizedBelow(int minPrecedence, Expression expression) {
        String text = print(expression);
        return expression.accept(Precedence.INSTANCE) < minPrecedence ? "(" + text + ")" : text;
    }

    /** How strongly an expression holds together. */
    private static final class Precedence implements Expression.Visitor<Integer> {
        static final Precedence INSTANCE = new Precedence();

        @Override
        public Integer visit(Literal literal) {
            return ATOM;
        }

        @Override
        public Integer visit(Constant constant) {
            return ATOM;
        }

        @Override
        public Integer visit(Variable variable) {
            return ATOM;
        }

        @Override
        public Integer visit(Negation negation) {
            return SIGNED;
        }

        @Override
        public Integer visit(Binary binary) {
            return switch (binary.operator()) {
                case PLUS, MINUS -> SUM;
                case TIMES, DIVIDE -> PRODUCT;
                case POWER -> POWER;
            };
        }

        @Override
        public Integer visit(Call call) {
            return ATOM;
        }

        @Override
        public Integer visit(MinMaxCall call) {
            return ATOM;
        }
    }

    /** Formats a number with all of its digits but without a trailing {@code .0}. */
    static String number(double value) {
        String digits = Double.toString(value).replace("E", "e").replaceFirst("\\.0(?=e|$)", "");
        return value < 1e15 && value == Math.rint(value) ? Long.toString((long) value) : digits;
    }
}

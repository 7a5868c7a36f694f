package hyperlab.descent.formula;

import hyperlab.rule.ClosestMatch;
import hyperlab.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A parser for the grammar in {@link Formula}. */
final class Parser extends ArithmeticParser<Expression> {
    private static final Map<String, Expression> NAMED_ATOMS = Map.of(
            "x",
            Expression.Variable.X,
            "y",
            Expression.Variable.Y,
            "pi",
            Expression.Constant.PI,
            "e",
            Expression.Constant.E);
    private static final List<String> NAMES = Stream.of(
                    List.of("x", "y", "pi", "e"), UnaryFunction.functionNames(), MinMaxFunction.functionNames())
            .flatMap(List::stream)
            .toList();

    private Parser(String text) {
        super(text);
    }

    /** Parses {@code text}, which has at most {@link Formula#MAX_LENGTH} characters. */
    static ParsedFormula parse(String text) {
        Parser parser = new Parser(text);
        Expression tree = parser.sum();
        parser.expectEnd();
        return new ParsedFormula(tree, parser.findName("x"), parser.findName("y"));
    }

    /**
     * A parsed formula.
     *
     * @param x the first x in the formula
     * @param y the first y in the formula
     */
    record ParsedFormula(Expression tree, Optional<Token> x, Optional<Token> y) {}

    private Optional<Token> findName(String name) {
        return tokens().stream()
                .filter(token -> token.kind() == Token.Kind.NAME && token.text().equals(name))
                .findFirst();
    }

    /** Every name that a formula may contain. */
    static List<String> names() {
        return NAMES;
    }

    @Override
    protected Expression literal(double value) {
        return new Expression.Literal(value);
    }

    @Override
    protected Expression negation(Expression a) {
        return new Expression.Negation(a);
    }

    @Override
    protected Expression binary(Operator operator, Expression a, Expression b) {
        return new Expression.Binary(operator, a, b);
    }

    @Override
    protected Expression call(UnaryFunction function, Expression a) {
        return new Expression.Call(function, a);
    }

    @Override
    protected Expression call(MinMaxFunction function, Expression a, Expression b) {
        return new Expression.MinMaxCall(function, a, b);
    }

    @Override
    protected Expression name(Token name) {
        Expression atom = NAMED_ATOMS.get(name.text());
        if (atom != null) {
            return countNode(atom);
        }
        return function(name)
                .orElseThrow(() -> new FormulaSyntaxException(
                        name, Rule.FORMULA_NAME, quoted(name), ClosestMatch.of(name.text(), NAMES)));
    }

    @Override
    protected boolean allowsImplicitProducts() {
        return true;
    }
}

package hyperlab.descent.formula;

import hyperlab.descent.formula.Expression.Binary;
import hyperlab.descent.formula.Expression.Operator;
import hyperlab.rule.ClosestMatch;
import hyperlab.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A recursive-descent parser for the grammar in {@link Formula}, with one method for each rule. */
final class Parser {
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
    private static final int MAX_QUOTED_LENGTH = 30;

    private final List<Token> tokens;
    private int position;
    private int depth;
    private int nodeCount;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Parses {@code text}, which has at most {@link Formula#MAX_LENGTH} characters. */
    static ParsedFormula parse(String text) {
        Parser parser = new Parser(Lexer.tokens(text));
        Expression tree = parser.sum();
        if (parser.currentToken().kind() != Token.Kind.END) {
            throw new FormulaSyntaxException(
                    parser.currentToken(), Rule.FORMULA_OPERATOR, quoted(parser.currentToken()));
        }
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
        return tokens.stream()
                .filter(token -> token.kind() == Token.Kind.NAME && token.text().equals(name))
                .findFirst();
    }

    /** Every name that a formula may contain. */
    static List<String> names() {
        return NAMES;
    }

    private Expression sum() {
        Expression left = product();
        for (Optional<Operator> operator = acceptOperator("+", Operator.PLUS, "-", Operator.MINUS);
                operator.isPresent();
                operator = acceptOperator("+", Operator.PLUS, "-", Operator.MINUS)) {
            left = countNode(new Binary(operator.get(), left, product()));
        }
        return left;
    }

    private Expression product() {
        Expression left = factors(true);
        for (Optional<Operator> operator = acceptOperator("*", Operator.TIMES, "/", Operator.DIVIDE);
                operator.isPresent();
                operator = acceptOperator("*", Operator.TIMES, "/", Operator.DIVIDE)) {
            left = countNode(new Binary(operator.get(), left, factors(operator.get() == Operator.TIMES)));
        }
        return left;
    }

    /**
     * Parses one or more adjacent factors.
     *
     * @param allowImplicitProduct whether factors may be adjacent without an operator; false where that would be ambiguous
     */
    private Expression factors(boolean allowImplicitProduct) {
        int firstIndex = position;
        Expression left = signed();
        while (currentToken().kind() == Token.Kind.NAME || currentToken().is("(")) {
            if (!allowImplicitProduct || isAmbiguous(firstIndex, currentToken())) {
                throw new FormulaSyntaxException(currentToken(), Rule.FORMULA_SIGN, quoted(currentToken()));
            }
            firstIndex = position;
            left = countNode(new Binary(Operator.TIMES, left, power()));
        }
        return left;
    }

    private Expression signed() {
        if (!accept("-")) {
            return power();
        }
        increaseDepth();
        Expression negation = countNode(new Expression.Negation(signed()));
        depth--;
        return negation;
    }

    /** Whether the factor that begins at token {@code first} is ambiguous when {@code following} comes after it. */
    private boolean isAmbiguous(int firstIndex, Token nextToken) {
        boolean hasExponent = factorHasExponent(firstIndex);
        boolean looksLikeCall = nextToken.is("(") && tokens.get(position - 1).kind() == Token.Kind.NAME;
        return hasExponent || looksLikeCall;
    }

    private boolean factorHasExponent(int firstIndex) {
        int openParentheses = 0;
        for (Token word : tokens.subList(firstIndex, position)) {
            openParentheses += word.is("(") ? 1 : word.is(")") ? -1 : 0;
            if (openParentheses == 0 && word.is("^")) {
                return true;
            }
        }
        return false;
    }

    private Expression power() {
        Expression base = primary();
        while (currentToken().is("²") || currentToken().is("³")) {
            base = countNode(new Binary(
                    Operator.POWER,
                    base,
                    countNode(new Expression.Literal(currentToken().is("²") ? 2 : 3))));
            position++;
        }
        if (!accept("^")) {
            return base;
        }
        increaseDepth();
        Expression power = countNode(new Binary(Operator.POWER, base, signed()));
        depth--;
        return power;
    }

    private Expression primary() {
        Token token = currentToken();
        if (accept("(")) {
            increaseDepth();
            Expression inner = sum();
            closeParenthesis();
            return inner;
        }
        if (token.kind() == Token.Kind.NUMBER) {
            position++;
            return countNode(new Expression.Literal(number(token)));
        }
        if (token.kind() == Token.Kind.NAME) {
            position++;
            return parseName(token);
        }
        throw unexpectedToken(Rule.FORMULA_OPERAND, Rule.FORMULA_OPERAND_AT_END);
    }

    private static double number(Token token) {
        double number = Double.parseDouble(token.text());
        if (Double.isInfinite(number)) {
            throw new FormulaSyntaxException(token, Rule.FORMULA_NUMBER, quoted(token));
        }
        return number;
    }

    private Expression parseName(Token name) {
        Expression atom = NAMED_ATOMS.get(name.text());
        if (atom != null) {
            return countNode(atom);
        }
        Optional<UnaryFunction> function = UnaryFunction.named(name.text());
        if (function.isPresent()) {
            openParenthesis(name);
            Expression a = sum();
            closeParenthesis();
            return countNode(new Expression.Call(function.get(), a));
        }
        MinMaxFunction extreme = MinMaxFunction.named(name.text())
                .orElseThrow(() -> new FormulaSyntaxException(
                        name, Rule.FORMULA_NAME, quoted(name), ClosestMatch.of(name.text(), NAMES)));
        openParenthesis(name);
        Expression a = sum();
        expect(accept(","), Rule.FORMULA_COMMA, Rule.FORMULA_COMMA_AT_END, name.text());
        Expression b = sum();
        closeParenthesis();
        return countNode(new Expression.MinMaxCall(extreme, a, b));
    }

    private void openParenthesis(Token name) {
        expect(accept("("), Rule.FORMULA_CALL, Rule.FORMULA_CALL_AT_END, name.text());
        increaseDepth();
    }

    private void closeParenthesis() {
        expect(accept(")"), Rule.FORMULA_CLOSING, Rule.FORMULA_CLOSING_AT_END);
        depth--;
    }

    private Token currentToken() {
        return tokens.get(position);
    }

    private boolean accept(String symbol) {
        boolean matched = currentToken().is(symbol);
        if (matched) {
            position++;
        }
        return matched;
    }

    private Optional<Operator> acceptOperator(
            String symbol, Operator operator, String otherSymbol, Operator otherOperator) {
        return accept(symbol)
                ? Optional.of(operator)
                : accept(otherSymbol) ? Optional.of(otherOperator) : Optional.empty();
    }

    private void expect(boolean matched, Rule rule, Rule ruleAtEnd, Object... arguments) {
        if (!matched) {
            throw unexpectedToken(rule, ruleAtEnd, arguments);
        }
    }

    /**
     * The error at the current token.
     *
     * @param rule quotes the token after {@code arguments}
     * @param ruleAtEnd applies at the end of the formula, where there is nothing to quote
     */
    private FormulaSyntaxException unexpectedToken(Rule rule, Rule ruleAtEnd, Object... arguments) {
        Token token = currentToken();
        return token.kind() == Token.Kind.END
                ? new FormulaSyntaxException(token, ruleAtEnd, arguments)
                : new FormulaSyntaxException(
                        token,
                        rule,
                        Stream.concat(Arrays.stream(arguments), Stream.of(quoted(token)))
                                .toArray());
    }

    private static String quoted(Token token) {
        String quotedText = token.displayText();
        return quotedText.length() <= MAX_QUOTED_LENGTH
                ? quotedText
                : quotedText.substring(0, MAX_QUOTED_LENGTH) + "…\"";
    }

    /** Increases the nesting depth of parentheses, minus signs and exponents. */
    private void increaseDepth() {
        if (++depth > Formula.MAX_DEPTH) {
            Token last = tokens.get(position - 1);
            throw new FormulaSyntaxException(last, Rule.FORMULA_TOO_DEEP, Formula.MAX_DEPTH);
        }
    }

    private Expression countNode(Expression expression) {
        if (++nodeCount > Formula.MAX_NODES) {
            throw new FormulaSyntaxException(
                    0, tokens.get(tokens.size() - 1).end(), Rule.FORMULA_TOO_MANY_PARTS, Formula.MAX_NODES);
        }
        return expression;
    }
}

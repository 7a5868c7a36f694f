package hyperlab.descent.formula;

import hyperlab.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A recursive-descent parser for the arithmetic of {@link Formula}, with one method for each rule of its grammar. A
 * subclass adds the names that stand for values, and builds the nodes.
 *
 * @param <T> a node of the syntax tree
 */
public abstract class ArithmeticParser<T> {
    private static final int MAX_QUOTED_LENGTH = 30;

    private final List<Token> tokens;
    private int position;
    private int depth;
    private int nodeCount;

    /** @param text at most {@link Formula#MAX_LENGTH} characters */
    protected ArithmeticParser(String text) {
        tokens = Lexer.tokens(text);
    }

    /** A number ≥ 0. */
    protected abstract T literal(double value);

    /** −a. */
    protected abstract T negation(T a);

    /** Two nodes joined by a binary operator. */
    protected abstract T binary(Operator operator, T a, T b);

    /** A call of a function of one argument. */
    protected abstract T call(UnaryFunction function, T a);

    /** A call of a function of two arguments. */
    protected abstract T call(MinMaxFunction function, T a, T b);

    /**
     * Parses what begins with {@code name}, which is the token before the current one. {@link #function} parses the
     * functions.
     */
    protected abstract T name(Token name);

    /** Whether adjacent factors are multiplied. */
    protected abstract boolean allowsImplicitProducts();

    /** The tokens, ending with an {@code END} token. */
    protected final List<Token> tokens() {
        return tokens;
    }

    /** Parses a sum. */
    protected final T sum() {
        T left = product();
        for (Optional<Operator> operator = acceptOperator("+", Operator.PLUS, "-", Operator.MINUS);
                operator.isPresent();
                operator = acceptOperator("+", Operator.PLUS, "-", Operator.MINUS)) {
            left = countNode(binary(operator.get(), left, product()));
        }
        return left;
    }

    private T product() {
        T left = factors(true);
        for (Optional<Operator> operator = acceptOperator("*", Operator.TIMES, "/", Operator.DIVIDE);
                operator.isPresent();
                operator = acceptOperator("*", Operator.TIMES, "/", Operator.DIVIDE)) {
            left = countNode(binary(operator.get(), left, factors(operator.get() == Operator.TIMES)));
        }
        return left;
    }

    /**
     * Parses one or more adjacent factors.
     *
     * @param allowImplicitProduct whether factors may be adjacent without an operator; false where that would be
     *     ambiguous
     */
    private T factors(boolean allowImplicitProduct) {
        int firstIndex = position;
        T left = signed();
        while (allowsImplicitProducts()
                && (currentToken().kind() == Token.Kind.NAME || currentToken().is("("))) {
            if (!allowImplicitProduct || isAmbiguous(firstIndex, currentToken())) {
                throw new FormulaSyntaxException(currentToken(), Rule.FORMULA_SIGN, quoted(currentToken()));
            }
            firstIndex = position;
            left = countNode(binary(Operator.TIMES, left, power()));
        }
        return left;
    }

    private T signed() {
        if (!accept("-")) {
            return power();
        }
        increaseDepth();
        T negated = countNode(negation(signed()));
        depth--;
        return negated;
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

    private T power() {
        T base = primary();
        while (currentToken().is("²") || currentToken().is("³")) {
            base = countNode(binary(
                    Operator.POWER, base, countNode(literal(currentToken().is("²") ? 2 : 3))));
            position++;
        }
        if (!accept("^")) {
            return base;
        }
        increaseDepth();
        T power = countNode(binary(Operator.POWER, base, signed()));
        depth--;
        return power;
    }

    /** Parses an operand: a number, a name, or an expression in parentheses. */
    protected T primary() {
        Token token = currentToken();
        if (accept("(")) {
            increaseDepth();
            T inner = parenthesized();
            closeParenthesis();
            return inner;
        }
        if (token.kind() == Token.Kind.NUMBER) {
            position++;
            return countNode(literal(number(token)));
        }
        if (token.kind() == Token.Kind.NAME) {
            position++;
            return name(token);
        }
        throw unexpectedToken(Rule.FORMULA_OPERAND, Rule.FORMULA_OPERAND_AT_END);
    }

    /** Parses what is in parentheses: a sum. */
    protected T parenthesized() {
        return sum();
    }

    private static double number(Token token) {
        double number = Double.parseDouble(token.text());
        if (Double.isInfinite(number)) {
            throw new FormulaSyntaxException(token, Rule.FORMULA_NUMBER, quoted(token));
        }
        return number;
    }

    /** Parses the call of the function that {@code name} names; empty if it does not name a function. */
    protected final Optional<T> function(Token name) {
        Optional<UnaryFunction> function = UnaryFunction.named(name.text());
        if (function.isPresent()) {
            openParenthesis(name);
            T a = sum();
            closeParenthesis();
            return Optional.of(countNode(call(function.get(), a)));
        }
        return MinMaxFunction.named(name.text()).map(extreme -> minMaxCall(name, extreme));
    }

    private T minMaxCall(Token name, MinMaxFunction extreme) {
        openParenthesis(name);
        T a = sum();
        expect(accept(","), Rule.FORMULA_COMMA, Rule.FORMULA_COMMA_AT_END, name.text());
        T b = sum();
        closeParenthesis();
        return countNode(call(extreme, a, b));
    }

    /** Parses the opening parenthesis of a call. */
    protected final void openParenthesis(Token name) {
        expect(accept("("), Rule.FORMULA_CALL, Rule.FORMULA_CALL_AT_END, name.text());
        increaseDepth();
    }

    /** Parses a closing parenthesis. */
    protected final void closeParenthesis() {
        expect(accept(")"), Rule.FORMULA_CLOSING, Rule.FORMULA_CLOSING_AT_END);
        depth--;
    }

    /** The next token. */
    protected final Token currentToken() {
        return tokens.get(position);
    }

    /** Skips the next token if it is this symbol, and returns whether it is. */
    protected final boolean accept(String symbol) {
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

    /** Reports an error at the current token unless something was {@code matched}; see {@link #unexpectedToken}. */
    protected final void expect(boolean matched, Rule rule, Rule ruleAtEnd, Object... arguments) {
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
    protected final FormulaSyntaxException unexpectedToken(Rule rule, Rule ruleAtEnd, Object... arguments) {
        Token token = currentToken();
        return token.kind() == Token.Kind.END
                ? new FormulaSyntaxException(token, ruleAtEnd, arguments)
                : new FormulaSyntaxException(
                        token,
                        rule,
                        Stream.concat(Arrays.stream(arguments), Stream.of(quoted(token)))
                                .toArray());
    }

    /** A token as error messages quote it. */
    protected static String quoted(Token token) {
        String quotedText = token.displayText();
        return quotedText.length() <= MAX_QUOTED_LENGTH
                ? quotedText
                : quotedText.substring(0, MAX_QUOTED_LENGTH) + "…\"";
    }

    /** Increases the nesting depth of parentheses, minus signs and exponents. */
    protected final void increaseDepth() {
        if (++depth > Formula.MAX_DEPTH) {
            Token last = tokens.get(position - 1);
            throw new FormulaSyntaxException(last, Rule.FORMULA_TOO_DEEP, Formula.MAX_DEPTH);
        }
    }

    /** Counts a node against {@link Formula#MAX_NODES} and returns it. */
    protected final T countNode(T node) {
        if (++nodeCount > Formula.MAX_NODES) {
            throw new FormulaSyntaxException(
                    0, tokens.get(tokens.size() - 1).end(), Rule.FORMULA_TOO_MANY_PARTS, Formula.MAX_NODES);
        }
        return node;
    }

    /** Leaves a nesting level. */
    protected final void decreaseDepth() {
        depth--;
    }

    /** Skips the next token and returns it. */
    protected final Token advance() {
        return tokens.get(position++);
    }

    /** Requires that all tokens have been parsed. */
    protected final void expectEnd() {
        if (currentToken().kind() != Token.Kind.END) {
            throw new FormulaSyntaxException(currentToken(), Rule.FORMULA_OPERATOR, quoted(currentToken()));
        }
    }
}

package hyperlab.descent.formula;

import hyperlab.descent.formula.Expression.Binary;
import hyperlab.descent.formula.Expression.Sign;
import hyperlab.rule.ClosestMatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A recursive-descent parser for the grammar in {@link Formula}, with one method for each rule. */
final class Parser {
    private static final Map<String, Expression> ATOMS = Map.of(
            "x",
            Expression.Variable.X,
            "y",
            Expression.Variable.Y,
            "pi",
            Expression.Constant.PI,
            "e",
            Expression.Constant.E);
    private static final List<String> NAMES = Stream.of(
                    List.of("x", "y", "pi", "e"), Elementary.words(), Extreme.words())
            .flatMap(List::stream)
            .toList();
    private static final int LONGEST_SHOWN = 30;

    private final List<Token> tokens;
    private int next;
    private int depth;
    private int parts;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Parses {@code text}, which has at most {@link Formula#LONGEST} characters. */
    static Reading read(String text) {
        Parser parser = new Parser(Lexer.tokens(text));
        Expression tree = parser.sum();
        parser.require(parser.token().kind() == Token.Kind.END, "an operator or the end");
        return new Reading(tree, parser.first("x"), parser.first("y"));
    }

    /**
     * A parsed formula.
     *
     * @param x the first x in the formula
     * @param y the first y in the formula
     */
    record Reading(Expression tree, Optional<Token> x, Optional<Token> y) {}

    private Optional<Token> first(String name) {
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
        for (Optional<Sign> sign = sign("+", Sign.PLUS, "-", Sign.MINUS);
                sign.isPresent();
                sign = sign("+", Sign.PLUS, "-", Sign.MINUS)) {
            left = part(new Binary(sign.get(), left, product()));
        }
        return left;
    }

    private Expression product() {
        Expression left = factors(true);
        for (Optional<Sign> sign = sign("*", Sign.TIMES, "/", Sign.OVER);
                sign.isPresent();
                sign = sign("*", Sign.TIMES, "/", Sign.OVER)) {
            left = part(new Binary(sign.get(), left, factors(sign.get() == Sign.TIMES)));
        }
        return left;
    }

    /**
     * Parses one or more adjacent factors.
     *
     * @param mayRun whether factors may be adjacent without an operator; false where that would be ambiguous
     */
    private Expression factors(boolean mayRun) {
        int first = next;
        Expression left = signed();
        while (token().kind() == Token.Kind.NAME || token().is("(")) {
            if (!mayRun || isOpenTo(first, token())) {
                throw new Malformed(token(), "needs a sign such as * before " + shown(token()));
            }
            first = next;
            left = part(new Binary(Sign.TIMES, left, power()));
        }
        return left;
    }

    private Expression signed() {
        if (!take("-")) {
            return power();
        }
        deeper();
        Expression negation = part(new Expression.Negation(signed()));
        depth--;
        return negation;
    }

    /** Whether the factor that begins at token {@code first} is ambiguous when {@code following} comes after it. */
    private boolean isOpenTo(int first, Token following) {
        boolean hasExponent = factorHasExponent(first);
        boolean looksLikeCall = following.is("(") && tokens.get(next - 1).kind() == Token.Kind.NAME;
        return hasExponent || looksLikeCall;
    }

    private boolean factorHasExponent(int first) {
        int open = 0;
        for (Token word : tokens.subList(first, next)) {
            open += word.is("(") ? 1 : word.is(")") ? -1 : 0;
            if (open == 0 && word.is("^")) {
                return true;
            }
        }
        return false;
    }

    private Expression power() {
        Expression base = primary();
        while (token().is("²") || token().is("³")) {
            base = part(new Binary(Sign.POWER, base, part(new Expression.Literal(token().is("²") ? 2 : 3))));
            next++;
        }
        if (!take("^")) {
            return base;
        }
        deeper();
        Expression power = part(new Binary(Sign.POWER, base, signed()));
        depth--;
        return power;
    }

    private Expression primary() {
        Token token = token();
        if (take("(")) {
            deeper();
            Expression inner = sum();
            close();
            return inner;
        }
        if (token.kind() == Token.Kind.NUMBER) {
            next++;
            return part(new Expression.Literal(number(token)));
        }
        if (token.kind() == Token.Kind.NAME) {
            next++;
            return named(token);
        }
        throw unlike("a number, a name or \"(\"");
    }

    private static double number(Token token) {
        double number = Double.parseDouble(token.text());
        if (Double.isInfinite(number)) {
            throw new Malformed(token, "must be a finite number, got " + shown(token));
        }
        return number;
    }

    private Expression named(Token name) {
        Expression atom = ATOMS.get(name.text());
        if (atom != null) {
            return part(atom);
        }
        Optional<Elementary> function = Elementary.named(name.text());
        if (function.isPresent()) {
            open(name);
            Expression a = sum();
            close();
            return part(new Expression.Call(function.get(), a));
        }
        Extreme extreme = Extreme.named(name.text())
                .orElseThrow(() -> new Malformed(
                        name, shown(name) + " is no known name (nearest: " + ClosestMatch.of(name.text(), NAMES) + ")"));
        open(name);
        Expression a = sum();
        require(take(","), "an operator or the \",\" of " + name.text());
        Expression b = sum();
        close();
        return part(new Expression.PairCall(extreme, a, b));
    }

    private void open(Token name) {
        require(take("("), "the \"(\" of " + name.text());
        deeper();
    }

    private void close() {
        require(take(")"), "an operator or \")\"");
        depth--;
    }

    private Token token() {
        return tokens.get(next);
    }

    private boolean take(String symbol) {
        boolean there = token().is(symbol);
        if (there) {
            next++;
        }
        return there;
    }

    private Optional<Sign> sign(String symbol, Sign sign, String otherSymbol, Sign otherSign) {
        return take(symbol) ? Optional.of(sign) : take(otherSymbol) ? Optional.of(otherSign) : Optional.empty();
    }

    private void require(boolean there, String rule) {
        if (!there) {
            throw unlike(rule);
        }
    }

    private Malformed unlike(String rule) {
        return new Malformed(token(), "must be " + rule + ", got " + shown(token()));
    }

    private static String shown(Token token) {
        String shown = token.shown();
        return shown.length() <= LONGEST_SHOWN ? shown : shown.substring(0, LONGEST_SHOWN) + "…\"";
    }

    /** Increases the nesting depth of parentheses, minus signs and exponents. */
    private void deeper() {
        if (++depth > Formula.DEEPEST) {
            Token last = tokens.get(next - 1);
            throw new Malformed(last, "must not be nested deeper than " + Formula.DEEPEST);
        }
    }

    private Expression part(Expression expression) {
        if (++parts > Formula.MOST_PARTS) {
            throw new Malformed(
                    0,
                    tokens.get(tokens.size() - 1).end(),
                    "must have at most " + Formula.MOST_PARTS + " parts, got more");
        }
        return expression;
    }
}

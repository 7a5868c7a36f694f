package hyperlab.lesson.expression;

import hyperlab.descent.formula.ArithmeticParser;
import hyperlab.descent.formula.Formula;
import hyperlab.descent.formula.FormulaSyntaxException;
import hyperlab.descent.formula.MinMaxFunction;
import hyperlab.descent.formula.Operator;
import hyperlab.descent.formula.Token;
import hyperlab.descent.formula.UnaryFunction;
import hyperlab.lesson.expression.Node.Aggregate;
import hyperlab.rule.ClosestMatch;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A parser for the grammar in {@link Expression}: the arithmetic of formulas, with readouts as its names. */
final class ExpressionParser extends ArithmeticParser<Node> {
    private static final Map<String, Double> CONSTANTS = Map.of("pi", Math.PI, "e", Math.E);
    private static final List<Aggregate> OVER_SERIES =
            List.of(Aggregate.ARGMIN, Aggregate.ARGMAX, Aggregate.LOWEST, Aggregate.HIGHEST, Aggregate.LAST);
    private static final List<Aggregate> OVER_SEEDS =
            List.of(Aggregate.MEDIAN, Aggregate.MEAN, Aggregate.LOWEST, Aggregate.HIGHEST);

    private final ReadoutNames readouts;
    private final List<String> variables;

    private ExpressionParser(String text, ReadoutNames readouts, List<String> variables) {
        super(text);
        this.readouts = readouts;
        this.variables = variables;
    }

    static Expression parse(String text, String name, ReadoutNames readouts, List<String> variables) {
        try {
            if (text.length() > Formula.MAX_LENGTH) {
                throw new FormulaSyntaxException(
                        0, text.length(), Rule.FORMULA_TOO_LONG, Formula.MAX_LENGTH, text.length());
            }
            if (text.isBlank()) {
                throw new FormulaSyntaxException(0, text.length(), Rule.FORMULA_EMPTY);
            }
            ExpressionParser parser = new ExpressionParser(text, readouts, variables);
            Node tree = parser.parenthesized();
            parser.expectEnd();
            return new Expression(text.strip(), tree);
        } catch (FormulaSyntaxException syntaxException) {
            throw (InvalidInputException)
                    syntaxException.error().toException(name).initCause(syntaxException);
        }
    }

    /** A disjunction, which is what a whole expression is. */
    @Override
    protected Node parenthesized() {
        Node left = conjunction();
        while (isWord("or")) {
            Node condition = condition(left);
            advance();
            left = countNode(new Node.Or(condition, condition(conjunction())));
        }
        return left;
    }

    private Node conjunction() {
        Node left = not();
        while (isWord("and")) {
            Node condition = condition(left);
            advance();
            left = countNode(new Node.And(condition, condition(not())));
        }
        return left;
    }

    private Node not() {
        if (!acceptWord("not")) {
            return comparison();
        }
        increaseDepth();
        Node negated = countNode(new Node.Not(condition(not())));
        decreaseDepth();
        return negated;
    }

    private Node comparison() {
        Node left = sum();
        Optional<Relation> relation = acceptRelation();
        return relation.isEmpty() ? left : countNode(new Node.Comparison(relation.get(), number(left), number(sum())));
    }

    private Optional<Relation> acceptRelation() {
        if (accept("<")) {
            return Optional.of(accept("=") ? Relation.AT_MOST : Relation.LESS);
        }
        if (accept(">")) {
            return Optional.of(accept("=") ? Relation.AT_LEAST : Relation.GREATER);
        }
        if (accept("≤")) {
            return Optional.of(Relation.AT_MOST);
        }
        if (accept("≥")) {
            return Optional.of(Relation.AT_LEAST);
        }
        if (accept("≠")) {
            return Optional.of(Relation.UNEQUAL);
        }
        if (accept("!")) {
            expect(accept("="), Rule.FORMULA_OPERATOR, Rule.FORMULA_OPERAND_AT_END);
            return Optional.of(Relation.UNEQUAL);
        }
        return accept("=") ? Optional.of(Relation.EQUAL) : Optional.empty();
    }

    @Override
    protected Node primary() {
        Node node = super.primary();
        while (true) {
            if (acceptWord("of")) {
                node = countNode(new Node.Of(node, selector()));
            } else if (acceptWord("with")) {
                node = countNode(new Node.With(node, changes()));
            } else {
                return node;
            }
        }
    }

    @Override
    protected Node literal(double value) {
        return new Node.Literal(value);
    }

    @Override
    protected Node negation(Node a) {
        return new Node.Unary("-", value -> -value, number(a));
    }

    @Override
    protected Node binary(Operator operator, Node a, Node b) {
        return new Node.Binary(operator.name(), operator::apply, number(a), number(b));
    }

    @Override
    protected Node call(UnaryFunction function, Node a) {
        return new Node.Unary(function.functionName(), function::value, number(a));
    }

    @Override
    protected Node call(MinMaxFunction function, Node a, Node b) {
        return new Node.Binary(function.functionName(), function::value, number(a), number(b));
    }

    @Override
    protected boolean allowsImplicitProducts() {
        return false;
    }

    @Override
    protected Node name(Token name) {
        String word = name.text();
        if (variables.contains(word)) {
            return countNode(new Node.Variable(word));
        }
        Optional<ReadoutNames.Readout> readout = readouts.find(word);
        if (readout.isPresent()) {
            return countNode(readout(name, readout.get()));
        }
        Double constant = CONSTANTS.get(word);
        if (constant != null) {
            return countNode(new Node.Literal(constant));
        }
        Optional<Aggregate> aggregate = aggregate(word);
        return aggregate.isPresent()
                ? countNode(aggregate(name, aggregate.get()))
                : function(name).orElseThrow(() -> unknown(name));
    }

    private FormulaSyntaxException unknown(Token name) {
        List<String> known = Stream.of(
                        readouts.names().stream(),
                        variables.stream(),
                        CONSTANTS.keySet().stream().sorted(),
                        Stream.of(Aggregate.values()).map(ExpressionParser::word),
                        UnaryFunction.functionNames().stream(),
                        MinMaxFunction.functionNames().stream())
                .flatMap(names -> names)
                .toList();
        return new FormulaSyntaxException(name, Rule.FORMULA_NAME, quoted(name), ClosestMatch.of(name.text(), known));
    }

    private Node.Readout readout(Token name, ReadoutNames.Readout readout) {
        Node argument = null;
        switch (readout.kind()) {
            case NUMBER, FLAG -> {}
            case SERIES -> {
                if (accept("[")) {
                    increaseDepth();
                    argument = number(sum());
                    expect(accept("]"), Rule.EXPRESSION_BRACKET, Rule.EXPRESSION_BRACKET_AT_END);
                    decreaseDepth();
                }
            }
            case FUNCTION -> {
                openParenthesis(name);
                argument = number(sum());
                closeParenthesis();
            }
        }
        return new Node.Readout(readout.name(), readout.kind(), readout.ofStart(), argument);
    }

    private static String word(Aggregate aggregate) {
        return aggregate.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Aggregate> aggregate(String word) {
        return Stream.of(Aggregate.values())
                .filter(aggregate -> word(aggregate).equals(word))
                .findFirst();
    }

    /** A whole series, or any number over seeds: what follows the parenthesis decides. */
    private Node aggregate(Token name, Aggregate aggregate) {
        openParenthesis(name);
        Node inner = number(sum());
        closeParenthesis();
        if (acceptWord("over")) {
            int seeds = seeds();
            if (!OVER_SEEDS.contains(aggregate)) {
                throw new FormulaSyntaxException(name, Rule.EXPRESSION_NOT_OVER_SEEDS, name.text());
            }
            return new Node.OverSeeds(aggregate, inner, seeds);
        }
        if (!OVER_SERIES.contains(aggregate)) {
            throw unexpectedToken(Rule.EXPRESSION_OVER, Rule.EXPRESSION_OVER_AT_END);
        }
        if (inner instanceof Node.Readout readout
                && readout.kind() == ReadoutNames.Kind.SERIES
                && readout.argument() == null) {
            return new Node.OverSeries(aggregate, readout);
        }
        throw new FormulaSyntaxException(name, Rule.EXPRESSION_SERIES, name.text());
    }

    private int seeds() {
        int count = Expression.DEFAULT_SEEDS;
        Token token = currentToken();
        if (token.kind() == Token.Kind.NUMBER) {
            double number = Double.parseDouble(advance().text());
            if (number != Math.rint(number) || number < 2 || number > Expression.MAX_SEEDS) {
                throw new FormulaSyntaxException(token, Rule.EXPRESSION_SEEDS, Expression.MAX_SEEDS, quoted(token));
            }
            count = (int) number;
        }
        expect(acceptWord("seeds"), Rule.EXPRESSION_SEEDS_WORD, Rule.EXPRESSION_SEEDS_WORD_AT_END);
        return count;
    }

    private RunSelector selector() {
        Token token = currentToken();
        if (token.kind() == Token.Kind.NUMBER) {
            return new RunSelector.OfNumber(Double.parseDouble(advance().text()));
        }
        expect(token.kind() == Token.Kind.NAME, Rule.EXPRESSION_RUN, Rule.EXPRESSION_RUN_AT_END);
        return new RunSelector.OfName(advance().text());
    }

    private Map<String, String> changes() {
        expect(accept("("), Rule.EXPRESSION_CHANGES, Rule.EXPRESSION_CHANGES_AT_END);
        Map<String, String> changes = new LinkedHashMap<>();
        do {
            String key = key();
            expect(accept("="), Rule.EXPRESSION_EQUALS, Rule.EXPRESSION_EQUALS_AT_END, key);
            changes.put(key, setting());
        } while (accept(","));
        expect(accept(")"), Rule.FORMULA_CLOSING, Rule.FORMULA_CLOSING_AT_END);
        return changes;
    }

    private String key() {
        StringBuilder key = new StringBuilder(expectWord());
        while (accept(".")) {
            key.append('.').append(expectWord());
        }
        return key.toString();
    }

    private String expectWord() {
        expect(currentToken().kind() == Token.Kind.NAME, Rule.EXPRESSION_KEY, Rule.EXPRESSION_KEY_AT_END);
        return advance().text();
    }

    /** A number, a word or a list of numbers, as JSON. */
    private String setting() {
        if (!accept("[")) {
            return scalar();
        }
        List<String> elements = new ArrayList<>();
        if (!accept("]")) {
            do {
                elements.add(scalar());
            } while (accept(","));
            expect(accept("]"), Rule.EXPRESSION_BRACKET, Rule.EXPRESSION_BRACKET_AT_END);
        }
        return "[" + String.join(", ", elements) + "]";
    }

    private String scalar() {
        String sign = accept("-") ? "-" : "";
        Token token = currentToken();
        if (token.kind() == Token.Kind.NUMBER) {
            return sign + jsonNumber(advance().text());
        }
        boolean word = token.kind() == Token.Kind.NAME && sign.isEmpty();
        expect(word, Rule.EXPRESSION_SETTING, Rule.EXPRESSION_SETTING_AT_END);
        String text = advance().text();
        return text.equals("true") || text.equals("false") ? text : '"' + text + '"';
    }

    /** JSON needs digits on both sides of the decimal point. */
    private static String jsonNumber(String number) {
        String digits = number.startsWith(".") ? "0" + number : number;
        return digits.replaceFirst("\\.(?!\\d)", "");
    }

    private boolean isWord(String word) {
        Token token = currentToken();
        return token.kind() == Token.Kind.NAME && token.text().equals(word);
    }

    private boolean acceptWord(String word) {
        boolean matched = isWord(word);
        if (matched) {
            advance();
        }
        return matched;
    }

    private Node number(Node node) {
        if (node.isCondition()) {
            throw new FormulaSyntaxException(currentToken(), Rule.EXPRESSION_NUMBER);
        }
        return node;
    }

    private Node condition(Node node) {
        if (!node.isCondition()) {
            throw new FormulaSyntaxException(currentToken(), Rule.EXPRESSION_CONDITION);
        }
        return node;
    }
}

package hyperlab.descent.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a formula into tokens. It never fails: an invalid character becomes a symbol that no grammar rule accepts.
 */
final class Lexer {
    /** A U+2212 minus sign is equivalent to a hyphen. An e starts an exponent only if digits follow. */
    private static final Pattern NUMBER = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([eE][-+\u2212]?\\d+)?");

    private static final Pattern NAME = Pattern.compile("[\\p{L}_&&[^π]][\\p{L}\\p{M}\\d_&&[^π]]*|π");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Map<String, String> OPERATOR_ALIASES =
            Map.of("\u2212", "-", "×", "*", "·", "*", "⋅", "*", "÷", "/");

    private Lexer() {}

    /** Returns the tokens of {@code text} in order, ending with an {@code END} token. */
    static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            Matcher blank = matcherFrom(BLANK, text, start);
            if (blank.lookingAt()) {
                start = blank.end();
                continue;
            }
            Token token = token(text, start);
            tokens.add(token);
            start = token.end();
        }
        tokens.add(new Token(Token.Kind.END, text.length(), text.length(), ""));
        return tokens;
    }

    private static Token token(String text, int start) {
        Matcher number = matcherFrom(NUMBER, text, start);
        if (number.lookingAt()) {
            return new Token(
                    Token.Kind.NUMBER, start, number.end(), number.group().replace('\u2212', '-'));
        }
        Matcher name = matcherFrom(NAME, text, start);
        if (name.lookingAt()) {
            String word = name.group();
            return new Token(Token.Kind.NAME, start, name.end(), word.equals("π") ? "pi" : word);
        }
        String character = Character.toString(text.codePointAt(start));
        return new Token(
                Token.Kind.SYMBOL,
                start,
                start + character.length(),
                OPERATOR_ALIASES.getOrDefault(character, character));
    }

    private static Matcher matcherFrom(Pattern pattern, String text, int start) {
        return pattern.matcher(text).region(start, text.length());
    }
}

package hyperlab.descent.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a formula into its words. Never refuses: what no formula has becomes a symbol that no rule takes. */
final class Lexer {
    /** The minus sign is as good as a hyphen. An e is an exponent's only where digits follow. */
    private static final Pattern NUMBER = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([eE][-+\u2212]?\\d+)?");

    private static final Pattern NAME = Pattern.compile("[\\p{L}_&&[^π]][\\p{L}\\p{M}\\d_&&[^π]]*|π");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Map<String, String> OTHER_SIGNS =
            Map.of("\u2212", "-", "×", "*", "·", "*", "⋅", "*", "÷", "/");

    private Lexer() {}

    /** The words of {@code text} in order, the last one its end. */
    static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            Matcher blank = at(BLANK, text, start);
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
        Matcher number = at(NUMBER, text, start);
        if (number.lookingAt()) {
            return new Token(
                    Token.Kind.NUMBER, start, number.end(), number.group().replace('\u2212', '-'));
        }
        Matcher name = at(NAME, text, start);
        if (name.lookingAt()) {
            String word = name.group();
            return new Token(Token.Kind.NAME, start, name.end(), word.equals("π") ? "pi" : word);
        }
        String character = Character.toString(text.codePointAt(start));
        return new Token(
                Token.Kind.SYMBOL, start, start + character.length(), OTHER_SIGNS.getOrDefault(character, character));
    }

    private static Matcher at(Pattern pattern, String text, int start) {
        return pattern.matcher(text).region(start, text.length());
    }
}

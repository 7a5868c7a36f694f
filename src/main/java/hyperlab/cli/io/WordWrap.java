package hyperlab.cli.io;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines at spaces only. In a terminal, Korean and Chinese characters take two columns. */
public final class WordWrap {
    private WordWrap() {}

    /**
     * Breaks {@code text} into lines of at most {@code width} columns; a longer word has a line of its own.
     *
     * @param indent spaces before each line but the first
     */
    public static List<String> wrap(String text, int width, int indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        String separator = "";
        for (String word : text.split(" +", -1)) {
            if (!separator.isEmpty() && columns(line + separator + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
                separator = " ".repeat(indent);
            }
            line.append(separator).append(word);
            separator = " ";
        }
        lines.add(line.toString());
        return lines;
    }

    /** The columns that {@code text} takes in a terminal. */
    public static int columns(String text) {
        return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
    }

    public static String padRight(String text, int width) {
        return text + " ".repeat(Math.max(0, width - columns(text)));
    }

    public static String padLeft(String text, int width) {
        return " ".repeat(Math.max(0, width - columns(text))) + text;
    }

    private static boolean isWide(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case HANGUL, HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }
}

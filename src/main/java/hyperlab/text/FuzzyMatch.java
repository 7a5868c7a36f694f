package hyperlab.text;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How well a name matches a few typed letters. All letters must occur in the name in this order; letters at the start
 * of words and next to each other count most. Of a Korean name, initial consonants match as well: ㅎㅅㄹ finds 학습률.
 */
public final class FuzzyMatch {
    private static final int FIRST_HANGUL = 0xAC00;
    private static final int LAST_HANGUL = 0xD7A3;
    private static final int SYLLABLES_PER_INITIAL = 588;
    private static final int SYLLABLES_PER_VOWEL = 28;
    private static final String INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

    private static final int WORD_START = 12;
    private static final int CONSECUTIVE = 15;
    private static final int LETTER = 1;
    private static final int WHOLE_START = 30;
    private static final int EXACT = 100;
    private static final int UNREACHABLE = Integer.MIN_VALUE / 2;

    private FuzzyMatch() {}

    /** The score of a name, higher for a better match; empty if it does not match. Spaces in the query are ignored. */
    public static OptionalInt score(String query, String name) {
        String wanted = normalize(query).replace(" ", "");
        String text = normalize(name);
        if (wanted.isEmpty()) {
            return OptionalInt.of(0);
        }
        int[] before = new int[text.length()];
        for (int i = 0; i < wanted.length(); i++) {
            int[] best = new int[text.length()];
            // The best score of the letters so far that ends before each position.
            int prefix = UNREACHABLE;
            for (int at = 0; at < text.length(); at++) {
                best[at] = UNREACHABLE;
                if (matches(wanted.charAt(i), text.charAt(at))) {
                    int letter = LETTER + (isWordStart(text, at) ? WORD_START : 0);
                    if (i == 0) {
                        best[at] = letter;
                    } else if (at > 0) {
                        int follows = before[at - 1] + CONSECUTIVE;
                        best[at] = Math.max(prefix, follows) + letter;
                    }
                }
                prefix = Math.max(prefix, before[at]);
            }
            before = best;
        }
        int score = UNREACHABLE;
        for (int each : before) {
            score = Math.max(score, each);
        }
        if (score < 0) {
            return OptionalInt.empty();
        }
        String plain = text.replace(" ", "");
        int whole = plain.equals(wanted) ? EXACT : plain.startsWith(wanted) ? WHOLE_START : 0;
        // Of two names that match alike, the shorter one is meant.
        return OptionalInt.of(4 * (score + whole) - Math.min(40, text.length()));
    }

    /**
     * Whether the name contains the query in one piece, ignoring case. As in {@link #score}, the initial consonants of
     * a Korean name match as well.
     */
    public static boolean contains(String query, String name) {
        String wanted = normalize(query);
        String text = normalize(name);
        return IntStream.rangeClosed(0, text.length() - wanted.length())
                .anyMatch(start -> IntStream.range(0, wanted.length())
                        .allMatch(i -> matches(wanted.charAt(i), text.charAt(start + i))));
    }

    private static String normalize(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isWordStart(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    /** Whether a typed character stands for one of the name; an initial stands for every syllable that it begins. */
    private static boolean matches(char typed, char inName) {
        if (typed == inName) {
            return true;
        }
        if (inName < FIRST_HANGUL || inName > LAST_HANGUL) {
            return false;
        }
        if (INITIALS.indexOf(typed) >= 0) {
            return INITIALS.charAt((inName - FIRST_HANGUL) / SYLLABLES_PER_INITIAL) == typed;
        }
        // A syllable that is still being typed has no final consonant yet: 하 finds 학.
        boolean isOpen =
                typed >= FIRST_HANGUL && typed <= LAST_HANGUL && (typed - FIRST_HANGUL) % SYLLABLES_PER_VOWEL == 0;
        return isOpen && (inName - FIRST_HANGUL) / SYLLABLES_PER_VOWEL == (typed - FIRST_HANGUL) / SYLLABLES_PER_VOWEL;
    }
}

package hyperlab.app.notice;

/** How long a text must stay to be noticed and read. */
final class ReadingTime {
    private static final double SECONDS_TO_NOTICE = 3;
    private static final double SECONDS_PER_LETTER = 0.06;
    /** A Hangul syllable carries as much as two or three Latin letters. */
    private static final double SECONDS_PER_SYLLABLE = 0.14;

    private static final double MAX_SECONDS = 20;

    private ReadingTime() {}

    /** Seconds to notice and read a text, slowly; more for a longer one, up to {@value #MAX_SECONDS}. */
    static double seconds(String text) {
        long syllables = text.codePoints()
                .filter(code -> Character.UnicodeScript.of(code) == Character.UnicodeScript.HANGUL)
                .count();
        long letters = text.codePoints().count() - syllables;
        return Math.min(
                MAX_SECONDS, SECONDS_TO_NOTICE + SECONDS_PER_LETTER * letters + SECONDS_PER_SYLLABLE * syllables);
    }
}

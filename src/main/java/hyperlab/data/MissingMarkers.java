package hyperlab.data;

import java.util.Locale;
import java.util.Set;

/** Recognizes cells that mark a missing value. */
final class MissingMarkers {
    /** Apart from an empty cell and those that {@link NumberColumn#isNotFinite} recognizes. */
    private static final Set<String> MARKERS = Set.of("na", "n/a", "null", "?");

    private static final int MAX_LENGTH = 9;

    private MissingMarkers() {}

    /**
     * Whether a cell is empty or marks a missing value: {@code NaN}, {@code NA}, {@code n/a}, {@code null}, {@code ?}.
     */
    static boolean isMissing(char[] text, int from, int to) {
        if (to - from > MAX_LENGTH) {
            return false;
        }
        String word = new String(text, from, to - from);
        return word.isEmpty() || NumberColumn.isNotFinite(word) || MARKERS.contains(word.toLowerCase(Locale.ROOT));
    }
}

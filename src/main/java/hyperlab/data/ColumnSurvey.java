package hyperlab.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Collects statistics on one column of a CSV file, one cell at a time. To count distinct cells it stores a 64-bit key
 * for each of them, up to a limit, but never the cells themselves.
 */
final class ColumnSurvey {
    /**
     * Markers for a missing value, apart from an empty cell and those that {@link NumberColumn#isNotFinite} recognizes.
     */
    private static final Set<String> MISSING = Set.of("na", "n/a", "null", "?");

    private static final Set<String> IDENTIFIERS =
            Set.of("id", "index", "idx", "no", "no.", "number", "row", "key", "uuid", "번호", "순번", "일련번호", "아이디");
    private static final int LONGEST_MISSING = 9;
    /**
     * A column is still numeric if it has at most one word for every this many numbers: such a word is a typo, not a
     * category.
     */
    private static final int MOST_SLIPS = 20;

    private static final long WORD = 0x9E3779B97F4A7C15L;

    private final int index;
    private final String name;
    private final int mostDistinct;
    private long[] seen = new long[16];
    private boolean zeroSeen;
    private int distinct;
    private int numbers;
    private int missing;
    private int words;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private double mean;
    private double squares;
    private double last = Double.NaN;
    private boolean counts = true;

    /** @param mostDistinct the maximum number of different cells to count */
    ColumnSurvey(int index, String name, int mostDistinct) {
        this.index = index;
        this.name = name;
        this.mostDistinct = mostDistinct;
    }

    void add(char[] text, int from, int to) {
        if (from == to) {
            missing++;
            return;
        }
        double value = Decimal.parse(text, from, to);
        if (!Double.isNaN(value)) {
            add(value + 0.0);
        } else if (isMissing(text, from, to)) {
            missing++;
        } else {
            words++;
            if (distinct < mostDistinct) {
                see(hash(text, from, to));
            }
        }
    }

    private void add(double value) {
        numbers++;
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
        double off = value - mean;
        mean += off / numbers;
        squares += off * (value - mean);
        counts = counts && (numbers == 1 ? value == Math.rint(value) : value == last + 1);
        last = value;
        if (distinct < mostDistinct) {
            see(Double.doubleToLongBits(value));
        }
    }

    private static boolean isMissing(char[] text, int from, int to) {
        if (to - from > LONGEST_MISSING) {
            return false;
        }
        String word = new String(text, from, to - from);
        return NumberColumn.isNotFinite(word) || MISSING.contains(word.toLowerCase(Locale.ROOT));
    }

    private static long hash(char[] text, int from, int to) {
        long hash = WORD;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text[i]) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        return mixed(hash);
    }

    private static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    private void see(long key) {
        if (key == 0) {
            distinct += zeroSeen ? 0 : 1;
            zeroSeen = true;
            return;
        }
        int at = place(seen, key);
        if (seen[at] == key) {
            return;
        }
        seen[at] = key;
        distinct++;
        if (2 * distinct > seen.length) {
            long[] larger = new long[2 * seen.length];
            Arrays.stream(seen).filter(one -> one != 0).forEach(one -> larger[place(larger, one)] = one);
            seen = larger;
        }
    }

    private static int place(long[] table, long key) {
        int at = (int) mixed(key) & (table.length - 1);
        while (table[at] != 0 && table[at] != key) {
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }

    CsvColumn column() {
        boolean any = numbers > 0;
        return new CsvColumn(
                index,
                name,
                kind(),
                numbers,
                missing,
                words,
                distinct,
                mostDistinct,
                any ? least : Double.NaN,
                any ? greatest : Double.NaN,
                any ? mean : Double.NaN,
                any ? Math.sqrt(squares / numbers) : Double.NaN);
    }

    private CsvColumn.Kind kind() {
        int cells = numbers + words;
        if (cells == 0) {
            return CsvColumn.Kind.EMPTY;
        }
        if (distinct == 1 && cells > 1) {
            return CsvColumn.Kind.CONSTANT;
        }
        boolean allDifferent = distinct == Math.min(cells, mostDistinct) && cells > 2 && missing == 0;
        if (words * MOST_SLIPS > numbers) {
            return allDifferent ? CsvColumn.Kind.IDENTIFIER : CsvColumn.Kind.CATEGORY;
        }
        boolean isNamed = isIdentifier(name);
        return allDifferent && ((counts && cells > 9) || isNamed) ? CsvColumn.Kind.IDENTIFIER : CsvColumn.Kind.NUMBER;
    }

    /** Whether a column with this name usually identifies rows. */
    private static boolean isIdentifier(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return IDENTIFIERS.contains(plain)
                || plain.startsWith("unnamed:")
                || plain.endsWith("_id")
                || plain.endsWith(" id")
                || (name.endsWith("Id") && name.length() > 2);
    }
}

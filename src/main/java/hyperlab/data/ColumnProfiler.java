package hyperlab.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Collects statistics on one column of a CSV file, one cell at a time. To count distinct cells it stores a 64-bit key
 * for each of them, up to a limit, but never the cells themselves.
 */
final class ColumnProfiler {
    private static final Set<String> IDENTIFIERS =
            Set.of("id", "index", "idx", "no", "no.", "number", "row", "key", "uuid", "번호", "순번", "일련번호", "아이디");
    /**
     * A column is still numeric if it has at most one word for every this many numbers: such a word is a typo, not a
     * category.
     */
    private static final int NUMBERS_PER_TYPO = 20;

    private static final long HASH_SEED = 0x9E3779B97F4A7C15L;

    private final int index;
    private final String name;
    private final int maxDistinct;
    private final char decimalMark;
    private long[] hashes = new long[16];
    private boolean containsZeroHash;
    private int distinctCount;
    private int numberCount;
    private int missingCount;
    private int wordCount;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;
    private double mean;
    private double squaredDeviations;
    private double previousNumber = Double.NaN;
    private boolean consecutive = true;

    /** @param maxDistinct the maximum number of different cells to count */
    ColumnProfiler(int index, String name, int maxDistinct, DecimalMark decimal) {
        this.index = index;
        this.name = name;
        this.maxDistinct = maxDistinct;
        decimalMark = decimal.character();
    }

    void add(char[] text, int from, int to) {
        if (from == to) {
            missingCount++;
            return;
        }
        double value = DecimalParser.parse(text, from, to, decimalMark);
        if (!Double.isNaN(value)) {
            add(value + 0.0);
        } else if (MissingMarkers.isMissing(text, from, to)) {
            missingCount++;
        } else {
            wordCount++;
            if (distinctCount < maxDistinct) {
                addHash(hash(text, from, to));
            }
        }
    }

    private void add(double value) {
        numberCount++;
        minimum = Math.min(minimum, value);
        maximum = Math.max(maximum, value);
        double difference = value - mean;
        mean += difference / numberCount;
        squaredDeviations += difference * (value - mean);
        consecutive = consecutive && (numberCount == 1 ? value == Math.rint(value) : value == previousNumber + 1);
        previousNumber = value;
        if (distinctCount < maxDistinct) {
            addHash(Double.doubleToLongBits(value));
        }
    }

    static long hash(char[] text, int from, int to) {
        long hash = HASH_SEED;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text[i]) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        return mix(hash);
    }

    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    private void addHash(long key) {
        if (key == 0) {
            distinctCount += containsZeroHash ? 0 : 1;
            containsZeroHash = true;
            return;
        }
        int slot = slotOf(hashes, key);
        if (hashes[slot] == key) {
            return;
        }
        hashes[slot] = key;
        distinctCount++;
        if (2 * distinctCount > hashes.length) {
            long[] larger = new long[2 * hashes.length];
            Arrays.stream(hashes)
                    .filter(storedHash -> storedHash != 0)
                    .forEach(storedHash -> larger[slotOf(larger, storedHash)] = storedHash);
            hashes = larger;
        }
    }

    private static int slotOf(long[] table, long key) {
        int slot = (int) mix(key) & (table.length - 1);
        while (table[slot] != 0 && table[slot] != key) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    ColumnProfile toProfile() {
        boolean hasNumbers = numberCount > 0;
        return new ColumnProfile(
                index,
                name,
                kind(),
                numberCount,
                missingCount,
                wordCount,
                distinctCount,
                maxDistinct,
                hasNumbers ? minimum : Double.NaN,
                hasNumbers ? maximum : Double.NaN,
                hasNumbers ? mean : Double.NaN,
                hasNumbers ? Math.sqrt(squaredDeviations / numberCount) : Double.NaN);
    }

    private ColumnProfile.ColumnKind kind() {
        int cells = numberCount + wordCount;
        if (cells == 0) {
            return ColumnProfile.ColumnKind.EMPTY;
        }
        if (distinctCount == 1 && cells > 1) {
            return ColumnProfile.ColumnKind.CONSTANT;
        }
        boolean allDifferent = distinctCount == Math.min(cells, maxDistinct) && cells > 2 && missingCount == 0;
        if (wordCount * NUMBERS_PER_TYPO > numberCount) {
            return allDifferent ? ColumnProfile.ColumnKind.IDENTIFIER : ColumnProfile.ColumnKind.CATEGORY;
        }
        boolean hasIdentifierName = isIdentifier(name);
        return allDifferent && ((consecutive && cells > 9) || hasIdentifierName)
                ? ColumnProfile.ColumnKind.IDENTIFIER
                : ColumnProfile.ColumnKind.NUMBER;
    }

    /** Whether a column with this name usually identifies rows. */
    private static boolean isIdentifier(String name) {
        String lowerCaseName = name.toLowerCase(Locale.ROOT);
        return IDENTIFIERS.contains(lowerCaseName)
                || lowerCaseName.startsWith("unnamed:")
                || lowerCaseName.endsWith("_id")
                || lowerCaseName.endsWith(" id")
                || (name.endsWith("Id") && name.length() > 2);
    }
}

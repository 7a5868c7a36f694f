package hyperlab.data;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.mozilla.universalchardet.UniversalDetector;

/** Guesses the {@link CsvFormat} of a file: its encoding from all bytes, everything else from its first rows. */
final class CsvFormatDetector {
    private static final int SAMPLE_BYTES = 1 << 16;
    private static final int MAX_GUESSED_BYTES = 1 << 20;
    private static final int MAX_SAMPLE_ROWS = 200;
    /** In a table in UTF-16, at least one byte in so many is the high byte of an ASCII character. */
    private static final int MIN_CHARACTERS_PER_ASCII = 40;

    /** If a smaller share of the bytes are control characters, the file is text. */
    private static final int MIN_CHARACTERS_PER_CONTROL = 50;

    private static final Pattern POINT_NUMBER = Pattern.compile("[-+]?\\d*\\.\\d+([eE][-+]?\\d+)?");
    private static final Pattern COMMA_NUMBER = Pattern.compile("[-+]?\\d*,\\d+([eE][-+]?\\d+)?");
    private static final byte[] WORKBOOK = {'P', 'K', 3, 4};
    private static final byte[] OLD_WORKBOOK = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    /** The smallest second byte in KS X 1001; the characters that CP949 adds have smaller ones, too. */
    private static final int KS_TRAIL = 0xa1;

    private static final int FIRST_SYLLABLE = 0xb0;
    private static final int LAST_SYLLABLE = 0xc8;

    private CsvFormatDetector() {}

    /** The rows of a sample in one of the separators. */
    private record SampleRows(FieldSeparator separator, List<List<String>> rows) {
        /** The most frequent number of fields in a row. */
        int modalWidth() {
            return counts().entrySet().stream()
                    .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse(0);
        }

        /** The share of rows with that number of fields. */
        double share() {
            return rows.isEmpty() ? 0 : (double) counts().getOrDefault(modalWidth(), 0) / rows.size();
        }

        private Map<Integer, Integer> counts() {
            Map<Integer, Integer> counts = new HashMap<>();
            rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
            return counts;
        }
    }

    static CsvFormat detect(Path file) {
        return CsvDataReader.withFile(file, in -> detect(in, file.toString()));
    }

    static CsvFormat detect(InputStream in, String sourceName) throws IOException {
        byte[] first = in.readNBytes(SAMPLE_BYTES);
        if (startsWith(first, WORKBOOK) || startsWith(first, OLD_WORKBOOK)) {
            throw new InvalidInputException(sourceName, Rule.CSV_WORKBOOK);
        }
        TextEncoding encoding =
                encoding(first, new SequenceInputStream(new ByteArrayInputStream(first), in), sourceName);
        String text = new String(first, encoding.charset());
        SampleRows rows = sample(text.startsWith("\uFEFF") ? text.substring(1) : text, first.length == SAMPLE_BYTES);
        if (rows.rows().isEmpty() && first.length < SAMPLE_BYTES) {
            throw new InvalidInputException(sourceName, Rule.CSV_NO_HEADER);
        }
        DecimalMark decimal = decimal(rows);
        return new CsvFormat(encoding, rows.separator(), decimal, hasHeader(rows.rows(), decimal));
    }

    private static boolean startsWith(byte[] bytes, byte... start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    // encoding

    private static TextEncoding encoding(byte[] first, InputStream all, String sourceName) throws IOException {
        if (startsWith(first, (byte) 0xef, (byte) 0xbb, (byte) 0xbf)) {
            return TextEncoding.UTF_8;
        }
        if (startsWith(first, (byte) 0xff, (byte) 0xfe)) {
            return TextEncoding.UTF_16LE;
        }
        if (startsWith(first, (byte) 0xfe, (byte) 0xff)) {
            return TextEncoding.UTF_16BE;
        }
        if (contains(first, 0)) {
            return utf16(first, sourceName);
        }
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(SAMPLE_BYTES).flip();
        CharBuffer chars = CharBuffer.allocate(SAMPLE_BYTES);
        boolean ended = false;
        while (!ended) {
            bytes.compact();
            int read = all.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = read < 0;
            bytes.position(bytes.position() + Math.max(0, read));
            bytes.flip();
            chars.clear();
            CoderResult result = utf8.decode(bytes, chars, ended);
            if (result.isError()) {
                return legacyEncoding(fromLineStart(bytes, all));
            }
        }
        return TextEncoding.UTF_8;
    }

    /** The bytes from the start of the line that the buffer's position is in, and those after it, up to a limit. */
    private static byte[] fromLineStart(ByteBuffer bytes, InputStream more) throws IOException {
        int start = bytes.position();
        while (start > 0 && bytes.get(start - 1) != '\n') {
            start--;
        }
        byte[] rest = more.readNBytes(MAX_GUESSED_BYTES);
        byte[] all = Arrays.copyOfRange(
                bytes.array(), bytes.arrayOffset() + start, bytes.arrayOffset() + bytes.limit() + rest.length);
        System.arraycopy(rest, 0, all, bytes.limit() - start, rest.length);
        return all;
    }

    private static boolean contains(byte[] bytes, int value) {
        for (byte each : bytes) {
            if (each == value) {
                return true;
            }
        }
        return false;
    }

    /**
     * The encoding of bytes with zeros: UTF-16 if they are text in it. If most bytes are characters, the file is read
     * as UTF-8, and the error names the line.
     */
    private static TextEncoding utf16(byte[] bytes, String sourceName) {
        int controls = 0;
        int[] zeros = new int[2];
        for (int i = 0; i < bytes.length; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
            controls += bytes[i] >= 0 && bytes[i] < ' ' && !Character.isWhitespace(bytes[i]) ? 1 : 0;
        }
        // ASCII characters, such as separators and line ends, have a zero as their high byte
        TextEncoding encoding = zeros[1] > zeros[0] ? TextEncoding.UTF_16LE : TextEncoding.UTF_16BE;
        int highBytes = Math.max(zeros[0], zeros[1]);
        if (highBytes > 1 && highBytes * MIN_CHARACTERS_PER_ASCII > bytes.length && isText(bytes, encoding)) {
            return encoding;
        }
        if (controls * MIN_CHARACTERS_PER_CONTROL > bytes.length && controls > 1) {
            throw new InvalidInputException(sourceName, Rule.CSV_BINARY);
        }
        return TextEncoding.UTF_8;
    }

    /** Whether the bytes are lines of text in this encoding, without control characters. */
    private static boolean isText(byte[] bytes, TextEncoding encoding) {
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        CoderResult result = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), chars, false);
        String text = chars.flip().toString();
        return !result.isError()
                && (text.contains("\n") || text.contains("\r"))
                && text.chars()
                        .allMatch(c ->
                                Character.isWhitespace(c) || (Character.isDefined(c) && !Character.isISOControl(c)));
    }

    /** The encoding of text that is not Unicode; Latin-1 if nothing speaks for CP949. */
    private static TextEncoding legacyEncoding(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        String guess = String.valueOf(detector.getDetectedCharset());
        if (guess.equalsIgnoreCase("EUC-KR") || guess.equalsIgnoreCase("x-windows-949")) {
            return TextEncoding.CP949;
        }
        return isKorean(bytes) ? TextEncoding.CP949 : TextEncoding.LATIN_1;
    }

    /**
     * Whether the bytes are valid CP949 and most pairs are the Hangul syllables of KS X 1001. The library needs more
     * text than a short table has.
     */
    private static boolean isKorean(byte[] bytes) {
        int pairs = 0;
        int syllables = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] < 0) {
                pairs++;
                int lead = Byte.toUnsignedInt(bytes[i]);
                boolean common = lead >= FIRST_SYLLABLE && lead <= LAST_SYLLABLE;
                syllables += common && Byte.toUnsignedInt(bytes[i + 1]) >= KS_TRAIL ? 1 : 0;
                i++;
            }
        }
        int cut = bytes.length >= MAX_GUESSED_BYTES && bytes[bytes.length - 1] < 0 ? 1 : 0;
        try {
            TextEncoding.CP949
                    .charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, bytes.length - cut));
        } catch (CharacterCodingException e) {
            return false;
        }
        return 2 * syllables > pairs;
    }

    // separator, decimal mark and header

    private static SampleRows sample(String text, boolean cut) {
        SampleRows best = rows(text, FieldSeparator.COMMA, cut);
        for (FieldSeparator separator : List.of(FieldSeparator.SEMICOLON, FieldSeparator.TAB)) {
            SampleRows rows = rows(text, separator, cut);
            boolean moreRegular = rows.share() > best.share() || best.modalWidth() < 2;
            // "1,5;2,5" has regular commas, too, but the semicolons are the separators
            boolean asRegular = rows.share() == best.share() && rows.share() == 1;
            if (rows.modalWidth() > 1 && (moreRegular || asRegular)) {
                best = rows;
            }
        }
        return best;
    }

    /** Splits text into rows and fields without rejecting anything. The last row is left out if it may be cut. */
    private static SampleRows rows(String text, FieldSeparator separator, boolean cut) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length() && rows.size() < MAX_SAMPLE_ROWS; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == separator.character()) {
                row.add(field.toString().strip());
                field.setLength(0);
            } else if (!quoted && (c == '\n' || c == '\r')) {
                row.add(field.toString().strip());
                field.setLength(0);
                addRow(rows, row);
                row = new ArrayList<>();
            } else {
                field.append(c);
            }
        }
        if (!cut && rows.size() < MAX_SAMPLE_ROWS) {
            row.add(field.toString().strip());
            addRow(rows, row);
        }
        return new SampleRows(separator, rows);
    }

    private static void addRow(List<List<String>> rows, List<String> row) {
        if (row.size() > 1 || !row.get(0).isEmpty()) {
            rows.add(row);
        }
    }

    private static DecimalMark decimal(SampleRows rows) {
        long points = count(rows.rows(), POINT_NUMBER);
        long commas = count(rows.rows(), COMMA_NUMBER);
        return rows.separator() != FieldSeparator.COMMA && commas > points ? DecimalMark.COMMA : DecimalMark.POINT;
    }

    private static long count(List<List<String>> rows, Pattern number) {
        return rows.stream()
                .flatMap(List::stream)
                .filter(cell -> number.matcher(cell).matches())
                .count();
    }

    /**
     * Whether the first row has names: in most columns with numbers below, it has a word. If no column has numbers, it
     * must not repeat below.
     */
    private static boolean hasHeader(List<List<String>> rows, DecimalMark decimal) {
        if (rows.size() < 2) {
            return true;
        }
        List<String> first = rows.get(0);
        List<List<String>> rest = rows.subList(1, rows.size());
        int words = 0;
        int numbers = 0;
        int repeated = 0;
        for (int i = 0; i < first.size(); i++) {
            int column = i;
            List<String> cells = rest.stream()
                    .filter(row -> column < row.size() && !row.get(column).isEmpty())
                    .map(row -> row.get(column))
                    .toList();
            Set<String> different = new HashSet<>(cells);
            repeated += different.contains(first.get(i)) ? 1 : 0;
            long numericCells =
                    cells.stream().filter(cell -> isNumber(cell, decimal)).count();
            if (!cells.isEmpty()
                    && 2 * numericCells > cells.size()
                    && !first.get(i).isEmpty()) {
                boolean number = isNumber(first.get(i), decimal) || isMissing(first.get(i));
                numbers += number ? 1 : 0;
                words += number ? 0 : 1;
            }
        }
        return words + numbers > 0 ? words >= numbers && words > 0 : repeated == 0;
    }

    private static boolean isNumber(String cell, DecimalMark decimal) {
        return !Double.isNaN(DecimalParser.parse(cell.toCharArray(), 0, cell.length(), decimal.character()));
    }

    private static boolean isMissing(String cell) {
        return MissingMarkers.isMissing(cell.toCharArray(), 0, cell.length());
    }
}

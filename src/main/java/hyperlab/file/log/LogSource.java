package hyperlab.file.log;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import hyperlab.data.CsvFormat;
import hyperlab.data.DecimalMark;
import hyperlab.file.disk.InputFile;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file or folder that may be a log. The rows of a table are read when they are first asked for. One thread. */
final class LogSource {
    /** The maximum size of a text file. */
    static final int MAX_BYTES = 64 << 20;

    private static final int MAX_ROWS = 1_000_000;
    private static final int MAX_COLUMNS = 2_000;
    static final int FIRST_BYTES = 1 << 16;

    /** Names of folders that programs give, or that many runs share. */
    private static final Pattern GENERIC = Pattern.compile(
            "(?i)((lightning_|keras_|tb_|tensorboard_?)?logs?|runs?|events?|tensorboard|tb|train(ing)?|val(id(ation)?)?|test"
                    + "|eval|version_\\d+|checkpoints?|checkpoint-\\d+|outputs?|results?|metrics|scalars|\\d+)");
    /** Where files of any subject are. */
    private static final Pattern PLACE =
            Pattern.compile("(?i)tmp|temp|home|users|root|content|downloads?|desktop|documents|다운로드|바탕 ?화면|문서");

    private final Path path;
    private final byte[] start;
    private @Nullable Table table;

    /**
     * The rows of a table, without its header.
     *
     * @param header the names of the columns
     * @param rows the fields of each row, without the spaces around them
     * @param decimal how numbers are written
     * @param truncated whether a last row that is cut off was left out
     */
    record Table(List<String> header, List<String[]> rows, DecimalMark decimal, boolean truncated) {}

    private final boolean whole;

    private LogSource(Path path, byte[] start, boolean whole) {
        this.path = path;
        this.start = start;
        this.whole = whole;
    }

    static LogSource of(Path path) throws IOException {
        return new LogSource(path, firstBytes(path), true);
    }

    /** The beginning of a file; a table has only the rows in it. */
    static LogSource beginning(Path path) throws IOException {
        return new LogSource(path, firstBytes(path), false);
    }

    private static byte[] firstBytes(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return new byte[0];
        }
        try (InputStream in = InputFile.stream(path)) {
            return in.readNBytes(FIRST_BYTES);
        }
    }

    Path path() {
        return path;
    }

    /**
     * A name for the log: that of the file or the folder; of an event file, that of its folder. If such a name says
     * nothing, such as {@code version_0}, the nearest folder above that says more comes before it. If there is none, an
     * event file keeps its own name.
     */
    String name() {
        Path whole = path.toAbsolutePath().normalize();
        String file = fileName(whole);
        boolean events = file.contains(TensorBoardReader.FILE);
        Path parent = whole.getParent();
        Path named = events && parent != null ? parent : whole;
        if (named.equals(whole) && !Files.isDirectory(path)) {
            return file;
        }
        Path telling = named;
        while (telling != null && GENERIC.matcher(fileName(telling)).matches()) {
            telling = telling.getParent();
        }
        if (telling == null
                || fileName(telling).isEmpty()
                || PLACE.matcher(fileName(telling)).matches()) {
            return file;
        }
        return telling.equals(named) ? fileName(named) : fileName(telling) + "/" + fileName(named);
    }

    /** The last name of a path; empty for a root. */
    private static String fileName(Path path) {
        return Objects.toString(path.getFileName(), "");
    }

    /** The first bytes of the file; empty for a folder. */
    byte[] start() {
        return start;
    }

    /** The first character that is not white space; 0 if there is none. */
    char firstCharacter() {
        for (byte each : start) {
            char c = (char) Byte.toUnsignedInt(each);
            boolean mark = c == 0xef || c == 0xbb || c == 0xbf;
            if (!Character.isWhitespace(c) && !mark) {
                return c;
            }
        }
        return 0;
    }

    /**
     * Reads the file as a table.
     *
     * @throws InvalidInputException if it is not a table
     */
    Table table() {
        Table read = table;
        if (read == null) {
            read = readTable();
            table = read;
        }
        return read;
    }

    private Table readTable() {
        byte[] bytes = whole ? InputFile.read(path, MAX_BYTES) : start;
        CsvFormat format = CsvFormat.detect(path);
        String text = new String(bytes, format.encoding().charset());
        List<String[]> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(format.separator().character())
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            for (CsvRecord fields : records) {
                if (rows.size() > MAX_ROWS) {
                    throw new InvalidInputException(path.toString(), Rule.CSV_TOO_MANY_ROWS, rows.size() + 1);
                }
                rows.add(fields.getFields().stream().map(String::strip).toArray(String[]::new));
            }
        } catch (CsvParseException e) {
            throw new InvalidInputException(path.toString(), Rule.NOT_CSV).withCause(e);
        } catch (IOException e) {
            throw InputFile.readError(path, e);
        }
        return toTable(rows, format, text);
    }

    private Table toTable(List<String[]> rows, CsvFormat format, String text) {
        if (rows.isEmpty()) {
            throw new InvalidInputException(path.toString(), Rule.CSV_NO_HEADER);
        }
        int width = rows.get(0).length;
        if (width > MAX_COLUMNS) {
            throw new InvalidInputException(path.toString(), Rule.AT_MOST, MAX_COLUMNS, width);
        }
        List<String> header = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            header.add(format.header() ? rows.get(0)[column] : "column" + (column + 1));
        }
        List<String[]> body = rows.subList(format.header() ? 1 : 0, rows.size());
        boolean complete = text.endsWith("\n") || text.endsWith("\r");
        boolean truncated = !complete && body.size() > 1 && body.get(body.size() - 1).length < width;
        return new Table(header, truncated ? body.subList(0, body.size() - 1) : body, format.decimal(), truncated);
    }
}

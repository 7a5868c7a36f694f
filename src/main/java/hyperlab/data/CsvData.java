package hyperlab.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import hyperlab.rule.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads data from CSV files (RFC 4180): UTF-8 with or without a byte order mark, a header row, commas, LF or CRLF, and
 * fields in double quotes where needed. Blank lines are skipped, and spaces around a field are ignored. Every error
 * message names the file, and the line and column if there is one.
 */
final class CsvData {
    /** The maximum number of rows, equal to the maximum number of samples of an experiment. */
    static final int MOST_ROWS = DataSettings.MOST_SAMPLES;

    /** The maximum number of numbers to store before a file is rejected: 160 MB. */
    static final int MOST_NUMBERS = 20_000_000;

    private static final int LONGEST_FIELD = 1 << 20;

    private CsvData() {}

    private interface Step<I, O> {
        O apply(I given) throws IOException;
    }

    /** Reads the file that the settings name, as a data set with that name. */
    static DataSet read(CsvSettings settings, @Nullable Path folder) {
        Path path = folder == null ? Path.of(settings.file()) : folder.resolve(settings.file());
        return reading(path, in -> read(in, path.toString(), settings, MOST_NUMBERS))
                .withName(path.getFileName().toString());
    }

    /** Returns the names of the file's columns, from its first row. */
    static List<String> columns(Path path) {
        return reading(path, in -> {
            String label = path.toString();
            CsvScan<Names> scan = new CsvScan<>(label, Names::new);
            parsing(new Utf8Reader(in, label), label, scan, records -> first(records, label));
            return scan.rows().header().names();
        });
    }

    /** Scans the whole file into the row handler that {@code open} creates from the header. */
    static <R extends CsvScan.Rows> R scan(Path path, Function<CsvScan.Header, R> open) {
        return reading(path, in -> scan(in, path.toString(), open));
    }

    private record Names(CsvScan.Header header) implements CsvScan.Rows {
        @Override
        public void begin(long line) {
            // only the names are needed
        }

        @Override
        public void cell(int column, char[] text, int from, int to) {
            // only the names are needed
        }

        @Override
        public void end(int cells) {
            // only the names are needed
        }
    }

    private static <T> T reading(Path path, Step<InputStream, T> step) {
        if (Files.isDirectory(path)) {
            throw new InvalidInputException(path.toString(), "is a directory, not a CSV file");
        }
        if (!Files.exists(path)) {
            throw new InvalidInputException(path.toString(), "does not exist");
        }
        if (!Files.isRegularFile(path)) {
            throw new InvalidInputException(path.toString(), "is not a regular file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return step.apply(in);
        } catch (AccessDeniedException e) {
            throw new InvalidInputException(path.toString(), "must not be read: permission denied");
        } catch (IOException e) {
            throw new InvalidInputException(path.toString(), "cannot be read: " + e.getMessage());
        }
    }

    /**
     * Reads a data set from {@code in}; {@code label} stands for the file in error messages and names the data set.
     */
    static DataSet read(InputStream in, String label, CsvSettings settings, int mostNumbers) throws IOException {
        return scan(in, label, header -> new CsvTable(label, settings, header, mostNumbers))
                .toDataSet();
    }

    private static <R extends CsvScan.Rows> R scan(InputStream in, String label, Function<CsvScan.Header, R> open)
            throws IOException {
        Utf8Reader text = new Utf8Reader(in, label);
        CsvScan<R> scan = new CsvScan<>(label, open);
        parsing(text, label, scan, records -> {
            first(records, label);
            while (records.hasNext()) {
                records.next();
            }
            if (text.hasOpenQuote()) {
                throw new InvalidInputException(label, "is not CSV: a quotation mark has no closing one");
            }
        });
        return scan.rows();
    }

    private static void parsing(Utf8Reader text, String label, CsvScan<?> scan, Consumer<Iterator<Boolean>> step)
            throws IOException {
        try (Reader buffered = withoutByteOrderMark(text);
                CsvReader<Boolean> records = CsvReader.builder()
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .maxBufferSize(LONGEST_FIELD)
                        .build(scan, buffered)) {
            step.accept(records.iterator());
        } catch (CsvParseException e) {
            throw refusal(label, e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void first(Iterator<Boolean> records, String label) {
        if (!records.hasNext()) {
            throw new InvalidInputException(label, "is empty, it must have a header row");
        }
        records.next();
    }

    private static Reader withoutByteOrderMark(Reader text) throws IOException {
        BufferedReader buffered = new BufferedReader(text);
        buffered.mark(1);
        if (buffered.read() != '\uFEFF') {
            buffered.reset();
        }
        return buffered;
    }

    /** Returns the error from {@link Utf8Reader}, or one with the first sentence of the parser's message. */
    private static InvalidInputException refusal(String label, CsvParseException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof InvalidInputException refusal) {
            return refusal;
        }
        String message = String.valueOf(cause.getMessage());
        return message.startsWith("The maximum buffer size")
                ? new InvalidInputException(label, "is not CSV: a field is longer than " + LONGEST_FIELD + " characters")
                : new InvalidInputException(label, "is not CSV: " + message.split("\\. ", 2)[0]);
    }
}

package hyperlab.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.IoReason;
import hyperlab.rule.Rule;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads data from CSV files (RFC 4180) in a {@link CsvFormat}, with or without a byte order mark, LF or CRLF, and
 * fields in double quotes where needed. Blank lines are skipped, and spaces around a field are ignored. Every error
 * message names the file, and the line and column if there is one.
 */
final class CsvDataReader {
    /** The maximum number of rows, equal to the maximum number of samples of an experiment. */
    static final int MAX_ROWS = DataSettings.MAX_SAMPLES;

    /** The maximum number of numbers to store before a file is rejected: 160 MB. */
    static final int MAX_NUMBERS = 20_000_000;

    private static final int MAX_FIELD_LENGTH = 1 << 20;
    private static final Pattern AFTER_QUOTE = Pattern.compile("Unexpected character after closing quote: '(.)'");

    private CsvDataReader() {}

    interface IoFunction<I, O> {
        O apply(I input) throws IOException;
    }

    /** Reads the file that the settings name, as a data set with that name. */
    static DataSet read(CsvSettings settings, @Nullable Path folder) {
        Path path = folder == null ? Path.of(settings.file()) : folder.resolve(settings.file());
        return withFile(path, in -> read(in, path.toString(), settings, MAX_NUMBERS))
                .withName(path.getFileName().toString());
    }

    /** Returns the names of the file's columns, from its first row. */
    static List<String> columns(Path path, CsvFormat format) {
        return withFile(path, in -> {
            String sourceName = path.toString();
            CsvCallbackHandler<HeaderOnlyHandler> scan =
                    new CsvCallbackHandler<>(sourceName, format.header(), HeaderOnlyHandler::new);
            EncodedTextReader text = new EncodedTextReader(in, sourceName, format.encoding());
            parse(text, sourceName, format, scan, records -> readFirst(records, sourceName));
            return scan.rowHandler().header().names();
        });
    }

    /** Scans the whole file into the row handler that {@code open} creates from the header. */
    static <R extends CsvCallbackHandler.CsvRowHandler> R scan(
            Path path, CsvFormat format, Function<CsvCallbackHandler.Header, R> handlerFactory) {
        return withFile(path, in -> scan(in, path.toString(), format, handlerFactory));
    }

    private record HeaderOnlyHandler(CsvCallbackHandler.Header header) implements CsvCallbackHandler.CsvRowHandler {
        @Override
        public void beginRow(long line) {
            // only the names are needed
        }

        @Override
        public void handleCell(int column, char[] text, int from, int to) {
            // only the names are needed
        }

        @Override
        public void endRow(int cells) {
            // only the names are needed
        }
    }

    /** Opens a file; the error names it if that fails or if {@code step} cannot read it. */
    static <T> T withFile(Path path, IoFunction<InputStream, T> step) {
        if (Files.isDirectory(path)) {
            throw new InvalidInputException(path.toString(), Rule.DIRECTORY_FOR_CSV);
        }
        if (!Files.exists(path)) {
            throw new InvalidInputException(path.toString(), Rule.NOT_FOUND);
        }
        if (!Files.isRegularFile(path)) {
            throw new InvalidInputException(path.toString(), Rule.NOT_REGULAR_FILE);
        }
        try (InputStream in = Files.newInputStream(path)) {
            return step.apply(in);
        } catch (AccessDeniedException e) {
            throw new InvalidInputException(path.toString(), Rule.CSV_READ_DENIED);
        } catch (IOException e) {
            throw new InvalidInputException(path.toString(), Rule.UNREADABLE_BECAUSE, IoReason.of(e)).withCause(e);
        }
    }

    /**
     * Reads a data set from {@code in}; {@code label} stands for the file in error messages and names the data set.
     */
    static DataSet read(InputStream in, String sourceName, CsvSettings settings, int maxNumbers) throws IOException {
        return scan(
                        in,
                        sourceName,
                        settings.format(),
                        header -> new CsvDataSetBuilder(sourceName, settings, header, maxNumbers))
                .toDataSet();
    }

    private static <R extends CsvCallbackHandler.CsvRowHandler> R scan(
            InputStream in, String sourceName, CsvFormat format, Function<CsvCallbackHandler.Header, R> handlerFactory)
            throws IOException {
        EncodedTextReader text = new EncodedTextReader(in, sourceName, format.encoding());
        CsvCallbackHandler<R> scan = new CsvCallbackHandler<>(sourceName, format.header(), handlerFactory);
        parse(text, sourceName, format, scan, records -> {
            readFirst(records, sourceName);
            while (records.hasNext()) {
                records.next();
            }
            if (text.hasOpenQuote()) {
                throw new InvalidInputException(sourceName, Rule.CSV_OPEN_QUOTE);
            }
        });
        return scan.rowHandler();
    }

    private static void parse(
            EncodedTextReader text,
            String sourceName,
            CsvFormat format,
            CsvCallbackHandler<?> scan,
            Consumer<Iterator<Boolean>> step)
            throws IOException {
        try (Reader buffered = withoutByteOrderMark(text);
                CsvReader<Boolean> records = CsvReader.builder()
                        .fieldSeparator(format.separator().character())
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .maxBufferSize(MAX_FIELD_LENGTH)
                        .build(scan, buffered)) {
            step.accept(records.iterator());
        } catch (CsvParseException e) {
            throw toException(sourceName, e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void readFirst(Iterator<Boolean> records, String sourceName) {
        if (!records.hasNext()) {
            throw new InvalidInputException(sourceName, Rule.CSV_NO_HEADER);
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

    /** Returns the error from {@link EncodedTextReader}, or one that says what the parser found. */
    private static InvalidInputException toException(String sourceName, CsvParseException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof InvalidInputException error) {
            return error;
        }
        return syntaxError(sourceName, String.valueOf(cause.getMessage())).withCause(e);
    }

    /** The error that the parser's message describes. */
    private static InvalidInputException syntaxError(String sourceName, String message) {
        if (message.startsWith("The maximum buffer size")) {
            return new InvalidInputException(sourceName, Rule.CSV_LONG_FIELD, MAX_FIELD_LENGTH);
        }
        Matcher afterQuote = AFTER_QUOTE.matcher(message);
        return afterQuote.lookingAt()
                ? new InvalidInputException(sourceName, Rule.CSV_AFTER_QUOTE, afterQuote.group(1))
                : new InvalidInputException(sourceName, Rule.NOT_CSV);
    }
}

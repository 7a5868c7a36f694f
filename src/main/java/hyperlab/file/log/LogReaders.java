package hyperlab.file.log;

import hyperlab.file.disk.InputFile;
import hyperlab.log.LogTable;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads training logs in any of the supported formats. */
public final class LogReaders {
    /** All readers. The first that accepts a file reads it; the last accepts every file. */
    private static final List<LogReader> ALL = List.of(
            new TensorBoardReader(),
            new HuggingFaceReader(),
            new WandbReader(),
            new MlflowReader(),
            new LightningReader(),
            new KerasReader(),
            new AnyCsvReader());

    /** Files that a folder of logs may have instead of event files. */
    private static final List<String> FILES_IN_FOLDERS = List.of("trainer_state.json", "metrics.csv");

    private LogReaders() {}

    /**
     * Recognizes the format of a log and reads it.
     *
     * @param path a file, or a folder with TensorBoard event files, a {@code metrics.csv} or a
     *     {@code trainer_state.json}
     * @throws InvalidInputException if it cannot be read or is not a log
     */
    public static LogTable readAny(Path path) {
        try {
            LogSource source = LogSource.of(file(path));
            for (LogReader reader : ALL) {
                if (reader.accepts(source)) {
                    LogTable table = reader.read(source);
                    if (table.columns().isEmpty()) {
                        throw new InvalidInputException(path.toString(), Rule.LOG_NO_VALUES);
                    }
                    return table;
                }
            }
            throw new IllegalStateException("the last reader accepts every file");
        } catch (IOException e) {
            throw InputFile.readError(path, e);
        }
    }

    /**
     * Whether a file begins like a log, by its first {@value LogSource#FIRST_BYTES} bytes; false for tables that may be
     * data, and for other files.
     */
    public static boolean isLog(Path path) {
        try {
            if (Files.isDirectory(path)) {
                return !file(path).equals(path)
                        || !TensorBoardReader.eventFiles(path).isEmpty();
            }
            LogSource source = LogSource.beginning(path);
            return ALL.stream().anyMatch(reader -> reader.recognizes(source));
        } catch (IOException | InvalidInputException e) {
            return false;
        }
    }

    /** A folder's log that is not in event files; otherwise the path itself. */
    private static Path file(Path path) {
        if (Files.isDirectory(path)) {
            for (String name : FILES_IN_FOLDERS) {
                if (Files.isRegularFile(path.resolve(name))) {
                    return path.resolve(name);
                }
            }
        }
        return path;
    }
}

package hyperlab.file.log;

import hyperlab.log.LogTable;
import java.io.IOException;

/** Reads the training logs of one program. */
public sealed interface LogReader permits TensorBoardReader, HuggingFaceReader, CsvLogReader {
    /** Whether the source is in this format, by its name and its first bytes. */
    boolean accepts(LogSource source);

    /** Whether the beginning of a file is that of a log in this format, and of nothing else. */
    default boolean recognizes(LogSource beginning) {
        return accepts(beginning);
    }

    /**
     * Reads the source.
     *
     * @throws hyperlab.rule.InvalidInputException if it is damaged or has no numbers
     */
    LogTable read(LogSource source) throws IOException;
}

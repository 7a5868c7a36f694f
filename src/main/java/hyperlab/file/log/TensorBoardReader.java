package hyperlab.file.log;

import hyperlab.file.disk.InputFile;
import hyperlab.log.LogColumn;
import hyperlab.log.LogFormat;
import hyperlab.log.LogTable;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads TensorBoard event files: one, or those in a folder and its subfolders, such as {@code train} and
 * {@code validation}. Each event is a row with its step; a tag of a subfolder's file is {@code FOLDER/TAG}.
 */
final class TensorBoardReader implements LogReader {
    /** What the names of event files contain. */
    static final String FILE = "tfevents";

    private static final int DEPTH = 3;
    private static final int MAX_FILES = 200;
    private static final int MAX_TAGS = 2_000;
    private static final int MAX_VALUES = 5_000_000;

    @Override
    public boolean accepts(LogSource source) {
        return Files.isDirectory(source.path()) || EventFile.isRecord(source.start());
    }

    @Override
    public LogTable read(LogSource source) throws IOException {
        Path path = source.path();
        boolean folder = Files.isDirectory(path);
        List<Path> files = folder ? eventFiles(path) : List.of(path);
        if (files.isEmpty()) {
            throw new InvalidInputException(path.toString(), Rule.LOG_NO_EVENT_FILE);
        }
        Columns columns = new Columns();
        boolean truncated = false;
        for (Path file : files) {
            Path parent = path.relativize(file).getParent();
            String prefix = !folder || parent == null ? "" : parent.toString().replace('\\', '/') + "/";
            try (InputStream in = new BufferedInputStream(InputFile.stream(file), 1 << 16)) {
                truncated |= EventFile.read(
                        in, file.toString(), (step, tag, value) -> columns.add(step, prefix + tag, value));
            }
        }
        return new LogTable(source.name(), LogFormat.TENSORBOARD, columns.toList(), columns.rows, 1, truncated);
    }

    /** The event files in a folder, in the order of their names, which begin with the time. */
    static List<Path> eventFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.find(
                folder,
                DEPTH,
                (file, attributes) -> attributes.isRegularFile()
                        && String.valueOf(file.getFileName()).contains(FILE))) {
            return files.sorted().limit(MAX_FILES).toList();
        }
    }

    /** The columns of the tags; each value is a row. */
    private static final class Columns {
        private final ColumnBuilder steps = new ColumnBuilder("step");
        private final Map<String, ColumnBuilder> tags = new LinkedHashMap<>();
        private int rows;

        void add(long step, String tag, double value) {
            if (rows < MAX_VALUES && (tags.containsKey(tag) || tags.size() < MAX_TAGS)) {
                steps.add(rows, (double) step);
                tags.computeIfAbsent(tag, ColumnBuilder::new).add(rows, value);
                rows++;
            }
        }

        List<LogColumn> toList() {
            if (rows == 0) {
                return List.of();
            }
            List<LogColumn> columns = new ArrayList<>();
            columns.add(steps.toColumn());
            tags.values().forEach(tag -> columns.add(tag.toColumn()));
            return columns;
        }
    }
}

package hyperlab.app.export;

import hyperlab.export.FigureFormat;
import hyperlab.file.disk.AtomicFile;
import hyperlab.lab.LabContext;
import hyperlab.rule.InvalidInputException;
import hyperlab.ui.FilePicker;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

/** Asks for the files of exports, and writes them on a worker. FX thread only. */
final class ExportFiles {
    /** The message of a failed export. It leaves when an export succeeds. */
    static final String FAILED = "shell.notExported";

    private final LabContext context;

    ExportFiles(LabContext context) {
        this.context = context;
    }

    /**
     * Asks for a file in the format of a figure.
     *
     * @param name the suggested name without its extension
     * @param use receives the path, which has the extension of the format
     */
    void choose(FigureFormat format, String name, Consumer<Path> use) {
        choose(kind(format), name, format.fileExtension(), use);
    }

    /** The same for another type of file. */
    void choose(FilePicker.FileType type, String name, String ending, Consumer<Path> use) {
        context.files().save(type, name + ending).ifPresent(path -> use.accept(withEnding(path, ending)));
    }

    /** Asks for the file of a report; a name without one of its endings gets the first. */
    void chooseReport(String name, Consumer<Path> use) {
        FilePicker.FileType type = FilePicker.FileType.REPORT;
        context.files().save(type, name + type.ending()).ifPresent(path -> {
            String lower = path.toString().toLowerCase(Locale.ROOT);
            boolean hasEnding = type.patterns().stream().anyMatch(pattern -> lower.endsWith(pattern.substring(1)));
            use.accept(hasEnding ? path : withEnding(path, type.ending()));
        });
    }

    private static FilePicker.FileType kind(FigureFormat format) {
        return switch (format) {
            case PNG -> FilePicker.FileType.PICTURE;
            case SVG -> FilePicker.FileType.SVG;
            case PDF -> FilePicker.FileType.PDF;
            case GIF -> FilePicker.FileType.GIF;
        };
    }

    /**
     * Writes a file on a worker, because encoding and writing take long, and then tells the user.
     *
     * @param title what was exported
     */
    void write(String title, Path path, AtomicFile.ContentWriter content) {
        writeAll(title, path, () -> AtomicFile.write(path, content));
    }

    /** The same with a task that writes the file, and perhaps others next to it. */
    void writeAll(String title, Path path, Runnable writing) {
        context.workers().run("export", () -> {
            try {
                writing.run();
                context.pulses().execute(() -> notifyExported(title, path));
            } catch (InvalidInputException error) {
                context.pulses().execute(() -> context.showError(FAILED, error));
            }
        });
    }

    private void notifyExported(String title, Path path) {
        context.notices().succeeded(FAILED);
        context.notices().showSuccess(context.messages().get("shell.exported", title, path.toString()));
    }

    private static Path withEnding(Path path, String ending) {
        String name = Objects.toString(path.getFileName(), "");
        return name.toLowerCase(Locale.ROOT).endsWith(ending) ? path : path.resolveSibling(name + ending);
    }

    /** An id as a file name. */
    static String slug(String id) {
        return Normalizer.normalize(id, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
    }
}

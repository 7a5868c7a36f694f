package hyperlab.app.open;

import hyperlab.app.disk.FileVersions;
import hyperlab.cases.Baseline;
import hyperlab.data.CsvFormat;
import hyperlab.data.CsvInference;
import hyperlab.data.CsvPlan;
import hyperlab.data.CsvPreview;
import hyperlab.export.EmbeddedMetadata;
import hyperlab.export.EmbeddedMetadataReader;
import hyperlab.export.FigureFormat;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.ScenesFormat;
import hyperlab.file.figure.FigureState;
import hyperlab.file.figure.FigureStateFormat;
import hyperlab.file.log.LogReaders;
import hyperlab.file.optuna.OptunaStudy;
import hyperlab.lesson.Lesson;
import hyperlab.lesson.LessonReader;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The only place that decides what a file is, by its name and its beginning, and reads it. Any thread. */
public final class FileRecognizer {
    private static final System.Logger LOG = System.getLogger(FileRecognizer.class.getName());
    private static final List<String> IMAGES = List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff");

    private FileRecognizer() {}

    /** Recognizes a file and reads it. */
    public static OpenedFile read(Path path) {
        if (Files.notExists(path)) {
            return new OpenedFile.Unreadable(
                    path, new InvalidInputException(path.toString(), Rule.NOT_FOUND), /* missing= */ true);
        }
        try {
            return recognized(path);
        } catch (InvalidInputException error) {
            return isImage(path)
                    ? new OpenedFile.OfImage(path, error)
                    : new OpenedFile.Unreadable(path, error, Files.notExists(path));
        }
    }

    /**
     * Like {@link #read}, but a table becomes an experiment without asking how it is read, as in
     * {@code hyperlab train}.
     */
    public static OpenedFile readWithoutAsking(Path path) {
        OpenedFile opened = read(path);
        try {
            return opened instanceof OpenedFile.OfTable
                    ? new OpenedFile.OfDocument(path, experimentOnTable(path))
                    : opened;
        } catch (InvalidInputException error) {
            return new OpenedFile.Unreadable(path, error, /* missing= */ false);
        }
    }

    /** Reads one of the studies in a journal of Optuna. */
    public static OpenedFile readStudy(Path journal, String name) {
        try {
            return study(journal, name);
        } catch (InvalidInputException error) {
            return new OpenedFile.Unreadable(journal, error, Files.notExists(journal));
        }
    }

    private static OpenedFile study(Path path, @Nullable String name) {
        return new OpenedFile.OfDocument(
                path, new LoadedDocument(OptunaStudy.read(path, name, null).document()));
    }

    private static OpenedFile optuna(Path path) {
        try {
            return study(path, null);
        } catch (InvalidInputException error) {
            if (error.rule() == Rule.OPTUNA_STUDIES) {
                return new OpenedFile.OfStudies(path, OptunaStudy.names(path));
            }
            throw error;
        }
    }

    private static OpenedFile recognized(Path path) {
        if (path.toString().endsWith(Lesson.FILE_ENDING)) {
            return new OpenedFile.OfLesson(path, LessonReader.load(path));
        }
        if (ScenesFormat.isScenes(path)) {
            return new OpenedFile.OfScenes(path, ScenesFormat.read(path));
        }
        if (OptunaStudy.isOptuna(path)) {
            return optuna(path);
        }
        if (LogReaders.isLog(path)) {
            return new OpenedFile.OfLog(path, LogReaders.readAny(path));
        }
        if (CsvFormat.isTable(path)) {
            return new OpenedFile.OfTable(path);
        }
        return new OpenedFile.OfDocument(path, document(path));
    }

    private static boolean isImage(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return IMAGES.stream().anyMatch(name::endsWith);
    }

    private static LoadedDocument document(Path path) {
        if (FigureFormat.of(path).isPresent()) {
            EmbeddedMetadata embedded = EmbeddedMetadataReader.readAll(path);
            return new LoadedDocument(
                    Documents.parse(embedded.document(), path.toString()),
                    embedded.runs(),
                    null,
                    figure(embedded.figure()),
                    null);
        }
        // The version comes first: a change while the file is read is noticed later.
        String version = FileVersions.of(path);
        return new LoadedDocument(Documents.read(path), Documents.readRuns(path), version, null, null);
    }

    /** The layout is optional: if it cannot be read, only the document is opened. */
    private static @Nullable FigureState figure(String json) {
        try {
            return json.isEmpty() ? null : FigureStateFormat.parse(json, "figure");
        } catch (InvalidInputException e) {
            LOG.log(Level.INFO, "Only the document of the figure was read: {0}", e.line());
            return null;
        }
    }

    /** The baseline on the user's own table, used as inferred: what {@code hyperlab train} trains on it. */
    private static LoadedDocument experimentOnTable(Path path) {
        CsvPreview preview = CsvPreview.read(path);
        CsvInference inference = CsvInference.of(preview);
        CsvPlan plan = inference.plan();
        String name = String.valueOf(path.getFileName());
        return new LoadedDocument(
                new Document.OfExperiment(
                        Baseline.ofTable(plan, name, path.toAbsolutePath().getParent())),
                "",
                null,
                null,
                new InferredTable(name, plan.target(), inference.leftOut(preview)));
    }
}

package hyperlab.app;

import hyperlab.app.disk.FileVersions;
import hyperlab.cases.Baseline;
import hyperlab.data.CsvFormat;
import hyperlab.data.CsvInference;
import hyperlab.data.CsvPlan;
import hyperlab.data.CsvPreview;
import hyperlab.export.EmbeddedMetadata;
import hyperlab.export.EmbeddedMetadataReader;
import hyperlab.export.FigureFormat;
import hyperlab.file.AtomicFile;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.figure.FigureState;
import hyperlab.file.figure.FigureStateFormat;
import hyperlab.file.optuna.OptunaStudy;
import hyperlab.file.runs.SavedRuns;
import hyperlab.rule.InvalidInputException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads documents from their own files and from the pictures that Hyperlab exports, and reads tables to train on. */
final class DocumentFiles {
    private static final System.Logger LOG = System.getLogger(DocumentFiles.class.getName());

    /**
     * Reads a file.
     *
     * @throws hyperlab.rule.InvalidInputException with a one-line reason if the file cannot be opened
     */
    LoadedDocument read(Path path) {
        if (OptunaStudy.isOptuna(path)) {
            return new LoadedDocument(OptunaStudy.read(path, null, null).document());
        }
        if (CsvFormat.isTable(path)) {
            return new LoadedDocument(experimentOnTable(path));
        }
        if (FigureFormat.of(path).isPresent()) {
            EmbeddedMetadata embedded = EmbeddedMetadataReader.readAll(path);
            return new LoadedDocument(
                    Documents.parse(embedded.document(), path.toString()),
                    embedded.runs(),
                    null,
                    figure(embedded.figure()));
        }
        String version = FileVersions.of(path);
        return new LoadedDocument(Documents.read(path), Documents.readRuns(path), version, null);
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
    private static Document experimentOnTable(Path path) {
        CsvPlan plan = CsvInference.of(CsvPreview.read(path)).plan();
        return new Document.OfExperiment(Baseline.ofTable(
                plan, String.valueOf(path.getFileName()), path.toAbsolutePath().getParent()));
    }

    /**
     * Replaces the file completely, or not at all; {@code runs} accompany an experiment.
     *
     * @return what was written
     */
    String write(Path path, Document document, SavedRuns runs) {
        String text = Documents.write(document, runs);
        AtomicFile.write(path, text);
        return text;
    }
}

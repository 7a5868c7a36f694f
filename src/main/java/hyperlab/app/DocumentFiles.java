package hyperlab.app;

import hyperlab.data.CsvInference;
import hyperlab.data.CsvPlan;
import hyperlab.data.CsvPreview;
import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.export.EmbeddedMetadata;
import hyperlab.export.EmbeddedMetadataReader;
import hyperlab.export.FigureFormat;
import hyperlab.file.AtomicFile;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.runs.SavedRuns;
import hyperlab.train.Experiment;
import java.nio.file.Path;
import java.util.Locale;

/** Reads documents from their own files and from the pictures that Hyperlab exports, and reads tables to train on. */
final class DocumentFiles {
    /**
     * Reads a file.
     *
     * @throws hyperlab.rule.InvalidInputException with a one-line reason if the file cannot be opened
     */
    LoadedDocument read(Path path) {
        if (path.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return new LoadedDocument(experimentOnTable(path));
        }
        if (FigureFormat.of(path).isPresent()) {
            EmbeddedMetadata embedded = EmbeddedMetadataReader.readAll(path);
            return new LoadedDocument(Documents.parse(embedded.document(), path.toString()), embedded.runs());
        }
        return new LoadedDocument(Documents.read(path), Documents.readRuns(path));
    }

    /** The default experiment on the user's own table, used as inferred. */
    private static Document experimentOnTable(Path path) {
        CsvPlan plan = CsvInference.of(CsvPreview.read(path)).plan();
        CsvSettings csv = plan.toSettings(String.valueOf(path.getFileName()));
        DataSettings defaults = DataSettings.DEFAULT;
        DataSettings data = new DataSettings(
                DataSettings.CSV,
                null,
                defaults.noise(),
                defaults.trainFraction(),
                defaults.split(),
                plan.standardize(),
                csv,
                null);
        return new Document.OfExperiment(Experiment.DEFAULT.withData(data));
    }

    /** Replaces the file completely, or not at all; {@code runs} accompany an experiment. */
    void write(Path path, Document document, SavedRuns runs) {
        AtomicFile.write(path, Documents.write(document, runs));
    }
}

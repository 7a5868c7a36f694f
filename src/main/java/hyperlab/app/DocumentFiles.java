package hyperlab.app;

import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.data.Partitions;
import hyperlab.export.Carried;
import hyperlab.export.CarriedDocument;
import hyperlab.export.FigureFormat;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.SafeFile;
import hyperlab.train.Experiment;
import java.nio.file.Path;
import java.util.Locale;

/** Reads documents from their own files and from the pictures that Hyperlab exports, and reads tables to train on. */
final class DocumentFiles {
    /**
     * Reads a file.
     *
     * @throws hyperlab.rule.Refusal with a one-line reason if the file cannot be opened
     */
    Opened read(Path path) {
        if (path.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return new Opened(onTable(path));
        }
        if (FigureFormat.of(path).isPresent()) {
            Carried carried = CarriedDocument.all(path);
            return new Opened(Documents.parse(carried.document(), path.toString()), carried.runs());
        }
        return new Opened(Documents.read(path));
    }

    /** The default experiment on the user's own table. The last column is the target until another one is chosen. */
    private static Document onTable(Path path) {
        CsvSettings csv = CsvSettings.predictingLast(String.valueOf(path.getFileName()), Partitions.columns(path));
        DataSettings usual = DataSettings.DEFAULT;
        DataSettings data = new DataSettings(
                DataSettings.CSV,
                null,
                usual.noise(),
                usual.trainFraction(),
                usual.split(),
                usual.standardize(),
                csv,
                null);
        return new Document.OfExperiment(Experiment.DEFAULT.withData(data));
    }

    /** Replaces the file completely, or not at all. */
    void write(Path path, Document document) {
        SafeFile.write(path, Documents.write(document));
    }
}

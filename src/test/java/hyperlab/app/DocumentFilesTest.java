package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.CsvSettings;
import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.data.PredictionTask;
import hyperlab.file.Document;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFilesTest {
    private final DocumentFiles files = new DocumentFiles();

    @TempDir
    private Path folder;

    @Test
    void opensTableAsExperimentPredictingLastColumn() throws IOException {
        Path table = Files.writeString(folder.resolve("flowers.CSV"), "a,b,kind\n1,2,p\n2,3,q\n3,4,p\n4,5,q\n5,6,p\n");
        Experiment experiment = ((Document.OfExperiment) files.read(table).document()).experiment();
        assertEquals(
                new CsvSettings("flowers.CSV", "kind", List.of("a", "b"), PredictionTask.CLASSIFICATION, false),
                experiment.data().csv());
        DataSplit parts = DataSplitter.loadAndSplit(experiment.data(), 1, folder);
        assertEquals(3, parts.train().samples());
        assertEquals(1, parts.test().samples());
    }

    /** A table of trials is not a table to train on. */
    @Test
    void opensWhatOptunaRanAsStudy() {
        Path optuna = Path.of("src/test/resources/hyperlab/file/optuna");
        for (String name : List.of("other.journal", "other.csv")) {
            Document.OfStudy study =
                    (Document.OfStudy) files.read(optuna.resolve(name)).document();
            assertEquals(15, study.results().size());
        }
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> files.read(optuna.resolve("several.journal")));
        assertTrue(error.line().contains("several studies"), error::line);
    }

    @Test
    void rejectsEmptyTableByName() throws IOException {
        Path table = Files.writeString(folder.resolve("empty.csv"), "");
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> files.read(table));
        assertTrue(error.line().contains("empty.csv"), error::line);
    }
}

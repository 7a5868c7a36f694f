package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.Document;
import hyperlab.lab.LabName;
import hyperlab.train.Experiment;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFileTest {
    private static final OpenDocument DOCUMENT =
            OpenDocument.unmodified(new Document.OfExperiment(Experiment.DEFAULT.withName("두 반달")), null, null);

    @TempDir
    Path folder;

    @Test
    void readsExtrasLongerThanTheDefaultLimitOfTheParser() {
        String extras = "\"runs\" ".repeat(3_000_000);
        SessionFile file = new SessionFile(folder.resolve("session.json"));
        file.write(Map.of(LabName.TRAINING, DOCUMENT.withExtras(extras)));
        Map<LabName, OpenDocument> read = file.read();
        assertNull(file.keptCopy());
        assertEquals(extras, read.get(LabName.TRAINING).extras());
    }

    @Test
    void leavesOutExtrasThatWouldMakeTheFileTooLargeToRead() {
        SessionFile file = new SessionFile(folder.resolve("session.json"), 100_000);
        file.write(Map.of(LabName.TRAINING, DOCUMENT.withExtras("x".repeat(100_000))));
        Map<LabName, OpenDocument> read = file.read();
        assertNull(file.keptCopy());
        assertEquals(DOCUMENT.document(), read.get(LabName.TRAINING).document());
        assertTrue(read.get(LabName.TRAINING).extras().isEmpty());
    }
}

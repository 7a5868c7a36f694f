package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.app.disk.FileVersions;
import hyperlab.file.Document;
import hyperlab.file.FailingDisk;
import hyperlab.lab.LabName;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
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
        SessionFile file = new SessionFile(folder.resolve("session.json"), new FileVersions());
        file.write(Map.of(LabName.TRAINING, DOCUMENT.withExtras(extras)));
        Map<LabName, OpenDocument> read = file.read();
        assertNull(file.keptCopy());
        assertEquals(extras, read.get(LabName.TRAINING).extras());
    }

    @Test
    void leavesOutExtrasThatWouldMakeTheFileTooLargeToRead() {
        SessionFile file = new SessionFile(folder.resolve("session.json"), new FileVersions(), 100_000);
        file.write(Map.of(LabName.TRAINING, DOCUMENT.withExtras("x".repeat(100_000))));
        Map<LabName, OpenDocument> read = file.read();
        assertNull(file.keptCopy());
        assertEquals(DOCUMENT.document(), read.get(LabName.TRAINING).document());
        assertTrue(read.get(LabName.TRAINING).extras().isEmpty());
    }

    @Test
    void saysThatTheDiskIsFullAndSavesTheSameAgainOnceItIsNot() {
        SessionFile file = new SessionFile(folder.resolve("full.json"), new FileVersions());
        assertNull(file.write(Map.of()));
        for (int change = 1; change <= 3; change++) {
            try (FailingDisk disk = FailingDisk.fullFrom(change)) {
                InvalidInputException problem = file.write(Map.of(LabName.TRAINING, DOCUMENT));
                assertNotNull(problem, "change " + change);
                assertEquals(change, disk.changes());
                assertTrue(problem.line().endsWith("cannot be written: the disk is full"), problem.line());
            }
            assertEquals(Map.of(), file.read());
            assertNull(file.keptCopy());
        }
        assertNull(file.write(Map.of(LabName.TRAINING, DOCUMENT)));
        assertEquals(Set.of(LabName.TRAINING), file.read().keySet());
    }
}

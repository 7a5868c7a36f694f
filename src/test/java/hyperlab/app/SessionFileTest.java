package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.app.disk.FileVersions;
import hyperlab.app.state.SessionSlot;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.disk.FailingDisk;
import hyperlab.lab.LabName;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
        assertTrue(file.keptCopy().isEmpty());
        assertEquals(extras, read.get(LabName.TRAINING).extras());
    }

    @Test
    void leavesOutExtrasThatWouldMakeTheFileTooLargeToRead() {
        SessionFile file = new SessionFile(folder.resolve("session.json"), new FileVersions(), 100_000);
        file.write(Map.of(LabName.TRAINING, DOCUMENT.withExtras("x".repeat(100_000))));
        Map<LabName, OpenDocument> read = file.read();
        assertTrue(file.keptCopy().isEmpty());
        assertEquals(DOCUMENT.document(), read.get(LabName.TRAINING).document());
        assertTrue(read.get(LabName.TRAINING).extras().isEmpty());
    }

    @Test
    void leavesOutADocumentThatCouldNotBeReadAgainAndSaysSo() {
        SessionFile file = new SessionFile(folder.resolve("session.json"), new FileVersions());
        OpenDocument tooLarge = OpenDocument.unmodified(
                new Document.OfExperiment(Experiment.DEFAULT.withName("x".repeat(Documents.MAX_BYTES))), null, null);
        InvalidInputException problem = file.write(Map.of(LabName.TRAINING, tooLarge, LabName.LEARNING_RATE, DOCUMENT));
        assertNotNull(problem);
        assertTrue(problem.line().startsWith("hyperlab-experiment/1 must be at most "), problem.line());
        assertEquals(Set.of(LabName.LEARNING_RATE), file.read().keySet());
        assertTrue(file.keptCopy().isEmpty());
        assertNull(file.write(Map.of(LabName.LEARNING_RATE, DOCUMENT)));
    }

    @Test
    void keepsACopyOfAFileThatCannotBeRead() throws IOException {
        Path path = folder.resolve("session.json");
        List<String> damaged =
                List.of("", "{\"training\": {\"docu", "[]", "{\"training\": {\"document\": \"{}\"}}", "\0");
        for (String text : damaged) {
            Files.writeString(path, text);
            SessionFile file = new SessionFile(path, new FileVersions());
            assertEquals(Map.of(), file.read());
            Path copy = file.keptCopy().orElseThrow();
            assertEquals(text, Files.readString(copy));
            assertTrue(
                    String.valueOf(copy.getFileName())
                            .startsWith("session-unreadable-" + LocalDate.now(ZoneId.systemDefault())),
                    copy.toString());
            assertNull(file.write(Map.of(LabName.TRAINING, DOCUMENT)));
            assertEquals(text, Files.readString(copy));
        }
    }

    @Test
    void aWindowWithoutWorkLeavesTheWorkOfAnotherToTheNext() throws IOException {
        try (SessionSlot one = SessionSlot.take(folder);
                SessionSlot other = SessionSlot.take(folder)) {
            assertNull(new SessionFile(one.file(), new FileVersions()).write(Map.of(LabName.TRAINING, DOCUMENT)));
            Files.setLastModifiedTime(one.file(), FileTime.fromMillis(1_000_000));
            SessionFile without = new SessionFile(other.file(), new FileVersions());
            assertNull(without.write(Map.of(LabName.LEARNING_RATE, DOCUMENT)));
            assertNull(without.write(Map.of()));
        }
        SessionFile.SavedSession next = SessionFile.take(folder);
        next.slot().close();
        assertEquals(Set.of(LabName.TRAINING), next.labs().keySet());
    }

    @Test
    void memoryThatIsUsedUpLeavesTheEarlierSession() {
        SessionFile file = new SessionFile(folder.resolve("memory.json"), new FileVersions());
        assertNull(file.write(Map.of(LabName.LEARNING_RATE, DOCUMENT)));
        for (int change = 1; change <= 3; change++) {
            try (FailingDisk disk = FailingDisk.outOfMemoryAt(change)) {
                assertThrows(OutOfMemoryError.class, () -> file.write(Map.of(LabName.TRAINING, DOCUMENT)));
                assertEquals(change, disk.changes());
            }
            assertEquals(Set.of(LabName.LEARNING_RATE), file.read().keySet());
            assertEquals(1, folder.toFile().list((parent, name) -> name.contains("memory.json")).length);
        }
        assertNull(file.write(Map.of(LabName.TRAINING, DOCUMENT)));
        assertEquals(Set.of(LabName.TRAINING), file.read().keySet());
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
            assertTrue(file.keptCopy().isEmpty());
        }
        assertNull(file.write(Map.of(LabName.TRAINING, DOCUMENT)));
        assertEquals(Set.of(LabName.TRAINING), file.read().keySet());
    }
}

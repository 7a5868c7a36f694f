package hyperlab.app.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionSlotTest {
    @TempDir
    private Path folder;

    private Path written(String name, long millis) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "{}");
        Files.setLastModifiedTime(file, FileTime.fromMillis(millis));
        return file;
    }

    @Test
    void twoWindowsHaveTwoFiles() {
        try (SessionSlot first = SessionSlot.take(folder);
                SessionSlot second = SessionSlot.take(folder)) {
            assertEquals(folder.resolve("session.json"), first.file());
            assertEquals(folder.resolve("session-2.json"), second.file());
        }
    }

    @Test
    void aClosedWindowLeavesItsFileToTheNext() {
        SessionSlot.take(folder).close();
        try (SessionSlot next = SessionSlot.take(folder)) {
            assertEquals(folder.resolve("session.json"), next.file());
        }
    }

    @Test
    void aSingleWindowContinuesWithTheNewestSession() throws IOException {
        written("session.json", 1_000_000);
        Path newer = written("session-2.json", 2_000_000);
        try (SessionSlot only = SessionSlot.take(folder);
                SessionSlot other = SessionSlot.take(folder)) {
            assertEquals(newer, only.file());
            assertEquals(folder.resolve("session.json"), other.file());
        }
    }

    /** Both windows leave work, and the second one ends last. */
    private void useTwoWindows() throws IOException {
        SessionSlot second;
        try (SessionSlot first = SessionSlot.take(folder)) {
            written("session.json", 1_000_000);
            second = SessionSlot.take(folder);
            assertFalse(first.leftOther() || second.leftOther());
        }
        try (second) {
            written("session-2.json", 2_000_000);
        }
    }

    @Test
    void knowsThatAnotherWindowWasOpenAsWell() throws IOException {
        useTwoWindows();
        try (SessionSlot next = SessionSlot.take(folder)) {
            assertEquals(folder.resolve("session-2.json"), next.file());
            assertTrue(next.leftOther());
        }
    }

    @Test
    void aWindowOfLongAgoIsNotMentionedAgain() throws IOException {
        useTwoWindows();
        Files.setLastModifiedTime(folder.resolve("session.json.lock"), FileTime.fromMillis(1_000_000));
        try (SessionSlot next = SessionSlot.take(folder)) {
            assertFalse(next.leftOther());
        }
    }

    @Test
    void aWindowWithoutWorkIsNotMentioned() throws IOException {
        useTwoWindows();
        Files.delete(folder.resolve("session.json"));
        try (SessionSlot next = SessionSlot.take(folder)) {
            assertFalse(next.leftOther());
        }
    }

    @Test
    void theWorkOfAnOpenWindowIsNotMentioned() throws IOException {
        useTwoWindows();
        try (SessionSlot next = SessionSlot.take(folder);
                SessionSlot second = SessionSlot.take(folder)) {
            assertTrue(next.leftOther());
            assertEquals(folder.resolve("session.json"), second.file());
            assertFalse(second.leftOther(), "the other window shows it");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoError() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (SessionSlot slot = SessionSlot.take(file.resolve("below"))) {
            assertEquals(file.resolve("below/session.json"), slot.file());
        }
    }
}

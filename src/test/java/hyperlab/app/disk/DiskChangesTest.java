package hyperlab.app.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.app.notice.NoticeList;
import hyperlab.lab.LabName;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workers of these tests run when the test says so, as on a disk that answers late. */
class DiskChangesTest {
    private final Deque<Runnable> workers = new ArrayDeque<>();
    private final Deque<Runnable> fxThread = new ArrayDeque<>();
    private final FileVersions versions = new FileVersions();
    private final DiskChanges disk = new DiskChanges(
            versions,
            new NoticeList(() -> Texts.in(Language.ENGLISH)),
            (name, work) -> workers.add(work),
            fxThread::add);
    private final List<SaveOutcome> outcomes = new ArrayList<>();
    private int questions;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("moons.hyperlab.json"), "first");
        versions.markRead(file, FileVersions.of(file));
    }

    private DiskChanges.WatchedDocument watched() {
        return new DiskChanges.WatchedDocument(
                LabName.TRAINING, file, () -> true, () -> questions++, () -> {}, () -> saveIfUnchanged("again"));
    }

    private void saveIfUnchanged(String text) {
        disk.saveIfUnchanged(watched(), () -> text, outcomes::add);
    }

    private void write(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void runAll() {
        while (!workers.isEmpty() || !fxThread.isEmpty()) {
            (workers.isEmpty() ? fxThread : workers).remove().run();
        }
    }

    @Test
    void neitherLooksNorWritesOnTheFxThread() throws IOException {
        disk.askIfChanged(watched());
        saveIfUnchanged("second");
        assertEquals("first", Files.readString(file));
        // The worker sees a change after the call: the file was not hashed during it.
        Files.writeString(file, "theirs");
        runAll();
        assertEquals("theirs", Files.readString(file), "nothing is lost");
        assertInstanceOf(SaveOutcome.ChangedByOther.class, outcomes.get(0));
        assertEquals(2, questions);
    }

    @Test
    void laterSaveIsWrittenLast() throws IOException {
        saveIfUnchanged("second");
        disk.save(folder.resolve(".").resolve(file.getFileName()), () -> "third", outcomes::add);
        disk.askIfChanged(watched());
        assertEquals(1, workers.size(), "one after the other, also under another spelling of the path");
        runAll();
        assertEquals("third", Files.readString(file));
        assertEquals(List.of(new SaveOutcome.Saved(null), new SaveOutcome.Saved(null)), outcomes);
        assertEquals(0, questions, "our own versions are no changes");
    }

    /** A question about a version that is on the stage by now would be wrong. */
    @Test
    void doesNotAskAboutVersionThatWasReadMeanwhile() {
        write("theirs");
        disk.askIfChanged(watched());
        workers.remove().run();
        versions.markRead(file, FileVersions.of(file));
        runAll();
        assertEquals(0, questions);
    }

    @Test
    void reportsWhyNothingWasWritten() throws IOException {
        InvalidInputException reason = new InvalidInputException("file", Rule.WRITE_DENIED);
        disk.save(
                file,
                () -> {
                    throw reason;
                },
                outcomes::add);
        runAll();
        assertEquals(List.of(new SaveOutcome.Failed(reason)), outcomes);
        assertEquals("first", Files.readString(file));
    }

    @Test
    void finishWaitsForWhatIsBeingSaved() throws IOException {
        DiskChanges slow = new DiskChanges(
                versions,
                new NoticeList(() -> Texts.in(Language.ENGLISH)),
                (name, work) -> new Thread(work).start(),
                fxThread::add);
        slow.save(file, () -> "second", outcomes::add);
        slow.saveIfUnchanged(watched(), () -> "third", outcomes::add);
        slow.finish();
        assertEquals("third", Files.readString(file));
        assertEquals(2, outcomes.size());
        assertTrue(outcomes.stream().allMatch(SaveOutcome.Saved.class::isInstance), outcomes::toString);
    }
}

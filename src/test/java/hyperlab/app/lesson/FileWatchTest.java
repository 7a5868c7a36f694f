package hyperlab.app.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workers of these tests run when the test says so, as on a disk that answers late. */
class FileWatchTest {
    private final Deque<Runnable> workers = new ArrayDeque<>();
    private final Deque<Runnable> fxThread = new ArrayDeque<>();
    private final List<String> read = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("lesson.md"), "first");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
    }

    private FileWatch watch() {
        return new FileWatch(file, workers::add, fxThread::add, this::read);
    }

    private Runnable read(Path path) {
        try {
            String text = Files.readString(path);
            read.add(text);
            return () -> shown.add(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void change(String text, int seconds) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000L * seconds));
    }

    private void pollUntilWorking(FileWatch watch) {
        for (int k = 0; k < 10 && workers.isEmpty(); k++) {
            watch.poll();
        }
    }

    private static void runAll(Deque<Runnable> tasks) {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    @Test
    void readsChangedFileOnAWorkerAndShowsItOnce() throws IOException {
        FileWatch watch = watch();
        pollUntilWorking(watch);
        runAll(workers);
        assertEquals(List.of(), read, "the file has not changed");
        change("second", 2);
        pollUntilWorking(watch);
        assertEquals(List.of(), read, "nothing is read by the thread that polls");
        runAll(workers);
        assertEquals(List.of(), shown);
        runAll(fxThread);
        assertEquals(List.of("second"), shown);
        pollUntilWorking(watch);
        runAll(workers);
        assertTrue(fxThread.isEmpty());
    }

    @Test
    void showsNothingAfterItIsClosed() throws IOException {
        FileWatch watch = watch();
        change("second", 2);
        pollUntilWorking(watch);
        runAll(workers);
        watch.close();
        runAll(fxThread);
        assertEquals(List.of("second"), read);
        assertEquals(List.of(), shown);
    }

    @Test
    void keepsTheLastVersionWhileTheFileIsMissing() throws IOException {
        FileWatch watch = watch();
        Files.delete(file);
        pollUntilWorking(watch);
        runAll(workers);
        assertTrue(fxThread.isEmpty());
        change("second", 2);
        pollUntilWorking(watch);
        runAll(workers);
        runAll(fxThread);
        assertEquals(List.of("second"), shown);
    }
}

package hyperlab.app.open;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileOpenerTest {
    private final Deque<Runnable> workers = new ArrayDeque<>();
    private final Deque<Runnable> fxThread = new ArrayDeque<>();
    private final List<Path> read = new ArrayList<>();
    private final List<Path> shown = new ArrayList<>();
    private final FileOpener opener = new FileOpener((name, work) -> workers.add(work), fxThread::add, path -> {
        read.add(path);
        return new OpenedFile.OfTable(path);
    });

    private void open(String name) {
        opener.open(Path.of(name), file -> shown.add(file.path()));
    }

    @Test
    void readsOnWorkerAndShowsOnFxThread() {
        open("a.csv");
        assertEquals(List.of(), read, "the FX thread does not wait for the disk");
        workers.remove().run();
        assertEquals(List.of(Path.of("a.csv")), read);
        assertEquals(List.of(), shown);
        fxThread.remove().run();
        assertEquals(List.of(Path.of("a.csv")), shown);
    }

    /** A file on a slow disk must not replace what was opened after it. */
    @Test
    void onlyTheNewestFileIsShown() {
        open("slow.csv");
        open("fast.csv");
        workers.removeLast().run();
        fxThread.remove().run();
        workers.remove().run();
        fxThread.remove().run();
        assertEquals(List.of(Path.of("fast.csv")), shown);
    }

    @Test
    void tellsWhatIsReadUntilItIsShownOrGivenUp() {
        assertEquals(Optional.empty(), opener.readingProperty().get());
        open("a.csv");
        assertEquals(Optional.of(Path.of("a.csv")), opener.readingProperty().get());
        workers.remove().run();
        fxThread.remove().run();
        assertEquals(Optional.empty(), opener.readingProperty().get());
        open("slow.csv");
        opener.cancel();
        assertEquals(Optional.empty(), opener.readingProperty().get());
        open("b.csv");
        workers.remove().run();
        fxThread.remove().run();
        assertEquals(Optional.of(Path.of("b.csv")), opener.readingProperty().get(), "slow.csv was given up");
        assertEquals(List.of(Path.of("a.csv")), shown);
    }
}

package hyperlab.app.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.text.Language;
import hyperlab.ui.Messages;
import hyperlab.ui.StageExtension;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.WrappedText;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@WindowTest
class ReadingBarTest {
    private final Deque<Runnable> workers = new ArrayDeque<>();
    private final Deque<Runnable> fxThread = new ArrayDeque<>();
    private final List<Path> shown = new ArrayList<>();
    private final FileOpener opener =
            new FileOpener((name, work) -> workers.add(work), fxThread::add, OpenedFile.OfTable::new);
    private ReadingBar bar;

    @Start
    void show(Stage stage) {
        bar = new ReadingBar(opener, new Messages(Language.ENGLISH));
        stage.setScene(new Scene(new VBox(bar), 400, 200));
        stage.show();
    }

    @Test
    void aFileThatTakesLongCanBeGivenUp(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            opener.open(Path.of("folder/huge.csv"), file -> shown.add(file.path()));
            assertFalse(bar.isVisible(), "nothing flashes for a small file");
        });
        waitForBar();
        assertEquals(
                "Reading huge.csv…",
                robot.lookup("#reading-text").queryAs(WrappedText.class).text());
        robot.clickOn("#reading-cancel");
        assertFalse(bar.isVisible());
        robot.interact(() -> {
            workers.remove().run();
            fxThread.remove().run();
        });
        assertTrue(shown.isEmpty());
    }

    @Test
    void theBarLeavesWhenTheFileIsShown(FxRobot robot) throws TimeoutException {
        robot.interact(() -> opener.open(Path.of("huge.csv"), file -> shown.add(file.path())));
        waitForBar();
        robot.interact(() -> {
            workers.remove().run();
            fxThread.remove().run();
        });
        assertFalse(bar.isVisible());
        assertEquals(List.of(Path.of("huge.csv")), shown);
    }

    /** Before its layout, a click on the button would miss it. */
    private void waitForBar() throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, bar.visibleProperty());
        StageExtension.waitForPulse();
    }
}

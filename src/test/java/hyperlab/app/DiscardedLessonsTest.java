package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import hyperlab.ui.WindowTest;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** What a lesson showed, and a chart that was enlarged, do not stay in memory when the window shows something else. */
@WindowTest
class DiscardedLessonsTest {
    /** The window may still refer to what was shown last, for instance to return the focus. */
    private static final int TIMES = 4;

    @TempDir
    private Path folder;

    private PresentedWindow window;

    @Start
    void open(Stage stage) {
        window = new PresentedWindow(stage, folder, null);
    }

    @Stop
    void close() {
        window.close();
    }

    private WeakReference<Node> shown(String selector) {
        Node node = window.stage().getScene().lookup(selector);
        assertNotNull(node, selector);
        return new WeakReference<>(node);
    }

    private static void assertEarlierOnesAreCollected(List<WeakReference<Node>> all) throws Exception {
        PresentedWindow.waitUntil(() -> {
            System.gc();
            return all.stream().filter(node -> node.get() != null).count() <= 1;
        });
    }

    @Test
    void lessonsAreCollected() throws Exception {
        List<WeakReference<Node>> bars = new ArrayList<>();
        for (int time = 0; time < TIMES; time++) {
            window.startLesson("four-fates");
            PresentedWindow.onFxThread(() -> bars.add(shown(".lesson-bar")));
            PresentedWindow.onFxThread(() -> window.wiring().lessons().end());
        }
        assertEarlierOnesAreCollected(bars);
    }

    @Test
    void enlargedChartsAreCollected() throws Exception {
        List<WeakReference<Node>> charts = new ArrayList<>();
        for (int time = 0; time < TIMES; time++) {
            PresentedWindow.onFxThread(() -> {
                window.stage().getScene().lookup(".chart-card").requestFocus();
                window.press(KeyCode.F);
                charts.add(shown(".enlarged-chart"));
            });
            window.push(KeyCode.ESCAPE);
        }
        assertEarlierOnesAreCollected(charts);
    }
}

package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hyperlab.lab.Lab;
import hyperlab.lab.LabName;
import hyperlab.ui.WindowTest;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The real labs, prepared but not visited. {@link GoldenLabsTest} compares what they look like when they are. */
@WindowTest
class PreparedLabsTest {
    /** The threads of a training run, a search and its trials. */
    private static final Set<String> RUNS = Set.of("hyperlab-training", "hyperlab-search", "hyperlab-trial");

    @TempDir
    private Path folder;

    private TestWindow window;

    @Start
    void open(Stage stage) {
        window = new TestWindow(stage, folder, "--lab", "learning-rate", "--language", "en", "--theme", "light");
        stage.show();
    }

    @Stop
    void close() {
        window.close();
    }

    @Test
    void everyLabIsBuiltAndNoneRuns(FxRobot robot) {
        robot.interact(() -> {
            HyperlabWindow.Wiring wiring = window.wiring();
            while (wiring.preparing().advance()) {
                assertEquals(1, wiring.navigation().created().size());
            }
            assertEquals(
                    EnumSet.allOf(LabName.class), EnumSet.copyOf(window.labs().keySet()));
            for (Lab lab : window.labs().values()) {
                assertFalse(
                        lab.parts().playback().playingProperty().get(),
                        lab.name().id());
            }
            List<String> training = Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .filter(RUNS::contains)
                    .toList();
            assertEquals(List.of(), training);
        });
    }
}

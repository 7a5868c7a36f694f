package hyperlab.app;

import static org.testfx.util.WaitForAsyncUtils.waitFor;

import hyperlab.lab.LabName;
import hyperlab.lab.LabTestWindow;
import hyperlab.ui.FilePicker;
import hyperlab.ui.StageExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The window with two labs that have one of each control, and what its tests do with it. */
abstract class ShellFixture {
    @TempDir
    Path folder;

    final ShellFilePicker picked = new ShellFilePicker();
    Stage stage;
    HyperlabWindow.Wiring wiring;
    FakeLab rate;
    FakeLab training;

    /** Answers file dialogs instead of the user. */
    static final class ShellFilePicker implements FilePicker {
        Optional<Path> answer = Optional.empty();
        FileType kind = FileType.DOCUMENT;
        String suggestedName = "";

        @Override
        public Optional<Path> open(FileType asked) {
            kind = asked;
            return answer;
        }

        @Override
        public Optional<Path> save(FileType asked, String name) {
            kind = asked;
            suggestedName = name;
            return answer;
        }
    }

    /** Opens the window and shows the stage; on the FX thread. */
    final TestWindow openWindow(Stage newStage, Path home) {
        stage = newStage;
        List<Labs.LabFactory> labs = List.of(
                FakeLab.maker(LabName.LEARNING_RATE, context -> rate = new FakeLab(LabName.LEARNING_RATE, context)),
                FakeLab.maker(LabName.TRAINING, context -> training = new FakeLab(LabName.TRAINING, context)));
        TestWindow window = new TestWindow(stage, home, labs, picked, "--language", "en", "--theme", "light");
        wiring = window.wiring();
        stage.show();
        return window;
    }

    static void until(Callable<Boolean> condition) throws TimeoutException {
        waitFor(LabTestWindow.TIMEOUT_SECONDS, TimeUnit.SECONDS, condition);
        StageExtension.waitForPulse();
    }

    Node node(String id) {
        return stage.getScene().lookup("#" + id);
    }

    String text(String id) {
        return ((Labeled) node(id)).getText();
    }

    void focus(FxRobot robot, String id) {
        robot.interact(() -> node(id).requestFocus());
    }

    static void control(FxRobot robot, KeyCode code) {
        robot.press(KeyCode.CONTROL, code).release(code, KeyCode.CONTROL);
    }

    String noticeText() {
        return ShownNotices.newest(stage.getScene());
    }

    /** A file that is still being exported would appear in the folder while it is deleted. */
    @AfterEach
    final void finishExports() throws TimeoutException {
        until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("hyperlab-export")));
    }

    /** Files are opened and saved on workers. */
    final void finishFiles(FxRobot robot) {
        robot.interact(() -> {
            wiring.documentController().finishOpening();
            wiring.saver().finish();
        });
    }
}

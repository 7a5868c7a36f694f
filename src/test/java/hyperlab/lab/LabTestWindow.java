package hyperlab.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.ui.Appearance;
import hyperlab.ui.FilePicker;
import hyperlab.ui.Messages;
import hyperlab.ui.Notices;
import hyperlab.ui.StageExtension;
import hyperlab.ui.Theme;
import hyperlab.ui.concurrent.PulseExecutor;
import hyperlab.ui.concurrent.Workers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * One lab in its own window, without the shell, for tests of its view. Created and closed on the FX thread, once
 * for each test.
 */
public final class LabTestWindow<L extends Lab> {
    /** The timeout for asynchronous results; much longer than needed, because other work may share the cores. */
    public static final long TIMEOUT_SECONDS = 120;

    public final Messages messages = new Messages(Language.ENGLISH);
    public final Appearance appearance = new Appearance(Theme.LIGHT);
    public final L lab;
    /** The one-line notices that the lab showed. */
    public final List<String> notices = new CopyOnWriteArrayList<>();
    /** The kinds of attempts that have failed and not succeeded since. */
    public final Set<String> failedAttempts = new CopyOnWriteArraySet<>();
    /** The answer of the lab's file chooser. */
    public Optional<Path> pickedFile = Optional.empty();

    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final Scene scene;
    private final Workers workers = new Workers((thread, fault) -> faults.add(fault));

    public LabTestWindow(Stage stage, Function<LabContext, L> make) {
        appearance.loadTheme();
        // No delay here: text updates arrive together with the picture.
        PulseExecutor pulses = new PulseExecutor();
        lab = make.apply(new LabContext(
                messages, appearance, workers, pulses, pulses, pulses, new RecordingNotices(), new StubFilePicker()));
        scene = new Scene(
                new BorderPane(
                        lab.parts().stage(),
                        null,
                        panel(lab.parts().insight(), 292),
                        lab.parts().footer(),
                        panel(lab.parts().controls(), 264)),
                1240,
                760);
        appearance.applyTo(scene);
        stage.setScene(scene);
        // An earlier test may have given the shared stage a size of its own.
        stage.sizeToScene();
        stage.show();
        lab.setOnStage(true);
    }

    /** Closes the lab and asserts that there were no uncaught exceptions. */
    public void close() {
        lab.close();
        workers.close();
        assertEquals(List.of(), faults);
    }

    /** Waits for {@code condition}, evaluated on the FX thread, and then for the events it triggered. */
    public static void waitUntil(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                TIMEOUT_SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition).get());
        StageExtension.waitForPulse();
    }

    /** Replaces the text of the field with this selector with {@code text} and presses Enter. */
    public static void typeAndEnter(FxRobot robot, String field, String text) {
        TextField entry = robot.lookup(field).queryAs(TextField.class);
        robot.interact(() -> {
            entry.requestFocus();
            entry.setText(text);
        });
        robot.type(KeyCode.ENTER);
    }

    /** Whether a control has a hint, either its own or one from an enclosing row or slider. */
    public static boolean hasHint(Node control) {
        Node node = control;
        while (node != null && node.getAccessibleHelp() == null && tooltip(node).isEmpty()) {
            node = node.getParent();
        }
        return node != null
                && (node.getAccessibleHelp() == null
                        || !node.getAccessibleHelp().isBlank());
    }

    /** The tooltip; that of a button with an icon exists once the pointer was there, and its text is also spoken. */
    private static String tooltip(Node node) {
        if (node instanceof Control control && control.getTooltip() != null) {
            return control.getTooltip().getText();
        }
        return node instanceof ButtonBase button && button.getAccessibleText() != null
                ? button.getAccessibleText()
                : "";
    }

    private static ScrollPane panel(Region content, double width) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setPrefWidth(width);
        return pane;
    }

    private final class RecordingNotices implements Notices {
        @Override
        public void showError(Function<Texts, String> line) {
            notices.add(line.apply(messages.texts()));
        }

        @Override
        public void showSuccess(Function<Texts, String> line) {
            notices.add(line.apply(messages.texts()));
        }

        @Override
        public void showFailure(String attempt, Function<Texts, String> line) {
            failedAttempts.add(attempt);
            showError(line);
        }

        @Override
        public void succeeded(String attempt) {
            failedAttempts.remove(attempt);
        }
    }

    private final class StubFilePicker implements FilePicker {
        @Override
        public Optional<Path> open(FileType kind) {
            return pickedFile;
        }

        @Override
        public Optional<Path> save(FileType kind, String suggestedName) {
            return pickedFile;
        }
    }
}

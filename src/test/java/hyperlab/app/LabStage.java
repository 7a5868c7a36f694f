package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.app.concurrent.Pulses;
import hyperlab.app.concurrent.Workers;
import hyperlab.text.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
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
 * One lab in its own window, without the shell, for tests of its view. Created and closed on the FX thread. A class
 * with many tests may share one instance, because creating it costs more than most tests do: it is
 * {@link #resume resumed} for each test, and the test class resets the lab itself.
 */
public final class LabStage<L extends Lab> {
    /** The timeout for asynchronous results; much longer than needed, because other work may share the cores. */
    public static final long PATIENCE_SECONDS = 120;

    public final Messages messages = new Messages(Language.ENGLISH);
    public final Appearance appearance = new Appearance(Theme.LIGHT);
    public final L lab;
    /** The one-line notices that the lab showed. */
    public final List<String> notices = new CopyOnWriteArrayList<>();
    /** The answer of the lab's file chooser. */
    public Optional<Path> picked = Optional.empty();

    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final Scene scene;
    private final Workers workers = new Workers((thread, fault) -> faults.add(fault));

    public LabStage(Stage stage, Function<LabContext, L> make) {
        // No delay here: text updates arrive together with the picture.
        Pulses pulses = new Pulses();
        lab = make.apply(
                new LabContext(messages, appearance, workers, pulses, pulses, pulses, new Told(), new Picked()));
        scene = new Scene(
                new BorderPane(
                        lab.parts().stage(),
                        null,
                        panel(lab.parts().insight(), 292),
                        null,
                        panel(lab.parts().controls(), 264)),
                1240,
                760);
        appearance.dress(scene);
        stage.setScene(scene);
        stage.show();
        lab.shown(true);
    }

    /** Shows the same lab for another test, in the initial language and theme. */
    public void resume(Stage stage) {
        messages.language().set(Language.ENGLISH);
        appearance.theme().set(Theme.LIGHT);
        notices.clear();
        picked = Optional.empty();
        stage.setScene(scene);
        stage.show();
        lab.shown(true);
    }

    /** Leaves the lab, as when another one is chosen, and asserts that there were no uncaught exceptions. */
    public void leave() {
        lab.parts().playback().playing().set(false);
        lab.shown(false);
        assertEquals(List.of(), faults);
    }

    /** Closes the lab and asserts that there were no uncaught exceptions. */
    public void close() {
        lab.close();
        workers.close();
        assertEquals(List.of(), faults);
    }

    /** Waits for {@code condition}, evaluated on the FX thread, and then for the events it triggered. */
    public static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Replaces the text of the field with this selector with {@code text} and presses Enter. */
    public static void type(FxRobot robot, String field, String text) {
        TextField entry = robot.lookup(field).queryAs(TextField.class);
        robot.interact(() -> {
            entry.requestFocus();
            entry.setText(text);
        });
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
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

    private static String tooltip(Node node) {
        return node instanceof Control control && control.getTooltip() != null
                ? control.getTooltip().getText()
                : "";
    }

    private static ScrollPane panel(Region content, double width) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setPrefWidth(width);
        return pane;
    }

    private final class Told implements Notices {
        @Override
        public void refused(String line) {
            notices.add(line);
        }

        @Override
        public void done(String line) {
            notices.add(line);
        }
    }

    private final class Picked implements FilePicker {
        @Override
        public Optional<Path> open(Kind kind) {
            return picked;
        }

        @Override
        public Optional<Path> save(Kind kind, String suggestedName) {
            return picked;
        }
    }
}

package hyperlab.app;

import hyperlab.app.lesson.LessonState;
import hyperlab.ui.FilePicker;
import hyperlab.ui.StageExtension;
import hyperlab.ui.control.WrappedText;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The window as it is presented by a projector of 1024 × 768 pixels, in Korean, with the real labs; used by keyboard.
 */
final class PresentedWindow implements SharedWindow.OpenWindow {
    static final double WIDTH = 1024;
    static final double HEIGHT = 768;
    /** How long a test waits at most. */
    static final int SECONDS = 60;

    private final Stage stage;
    private final HyperlabWindow.Wiring wiring;

    /**
     * Opens the window.
     *
     * @param folder for the saved state
     * @param picker used instead of the file dialogs of the platform if not null
     */
    PresentedWindow(Stage stage, Path folder, @Nullable FilePicker picker) {
        this.stage = stage;
        wiring = new TestWindow(
                        stage, folder, Labs.all(), picker, "--language", "ko", "--lab", "learning-rate", "--present")
                .wiring();
        stage.setMaximized(false);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        stage.show();
    }

    @Override
    public void close() {
        wiring.close();
    }

    @Override
    public Stage stage() {
        return stage;
    }

    HyperlabWindow.Wiring wiring() {
        return wiring;
    }

    Node node(String id) {
        return stage.getScene().lookup("#" + id);
    }

    static void waitUntil(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, condition::getAsBoolean);
        StageExtension.waitForPulse();
    }

    /** Runs on the FX thread and waits for it, but for nothing else, unlike a robot. */
    static void onFxThread(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(SECONDS), work);
    }

    /** The state of the running lesson. */
    LessonState lesson() {
        return wiring.lessons().player().orElseThrow().state();
    }

    /** Starts a bundled lesson from its start; from any thread. */
    void startLesson(String name) {
        onFxThread(() -> wiring.lessons().startBundled(name, true));
    }

    /** The text with this id. */
    String text(String id) {
        return ((WrappedText) node(id)).text();
    }

    String focusedId() {
        return stage.getScene().getFocusOwner().getId();
    }

    /** Presses a key where the focus is, with the modifiers before it, and waits for what follows; from any thread. */
    void push(KeyCode... codes) {
        onFxThread(() -> press(codes));
        StageExtension.waitForPulse();
    }

    /** Presses a key where the focus is, with the modifiers before it; on the FX thread. */
    void press(KeyCode... codes) {
        KeyCode code = codes[codes.length - 1];
        List<KeyCode> modifiers = Arrays.asList(codes).subList(0, codes.length - 1);
        fire(KeyEvent.KEY_PRESSED, "", code, modifiers);
        if (code.isDigitKey() && modifiers.isEmpty()) {
            fire(KeyEvent.KEY_TYPED, code.getName(), KeyCode.UNDEFINED, modifiers);
        }
        fire(KeyEvent.KEY_RELEASED, "", code, modifiers);
    }

    private void fire(EventType<KeyEvent> type, String character, KeyCode code, List<KeyCode> modifiers) {
        Node focused = stage.getScene().getFocusOwner();
        Node target = focused == null ? stage.getScene().getRoot() : focused;
        boolean shift = modifiers.contains(KeyCode.SHIFT);
        boolean control = modifiers.contains(KeyCode.CONTROL);
        Event.fireEvent(target, new KeyEvent(type, character, "", code, shift, control, false, false));
    }
}

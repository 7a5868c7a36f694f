package hyperlab.app;

import hyperlab.app.start.OpeningFrame;
import hyperlab.lab.FirstPicture;
import hyperlab.ui.Appearance;
import hyperlab.ui.Assets;
import hyperlab.ui.Theme;
import hyperlab.ui.concurrent.ScenePainting;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/**
 * The window from its first picture until its first lab is built, which blocks the FX thread for a while. Keys that are
 * pressed meanwhile reach the lab. FX thread only.
 */
final class OpeningWindow {
    private final Stage stage;
    private final List<KeyEvent> keys = new ArrayList<>();
    private final EventHandler<WindowEvent> stayOpen = Event::consume;
    /** Keeps the style sheets until the scene of the lab has them. */
    private @Nullable Appearance sheets;

    OpeningWindow(Stage stage) {
        this.stage = stage;
    }

    /** Shows the frame around the first lab, and returns when it is on the screen. */
    void show(WindowState last, StartOptions options, List<Labs.LabFactory> labs) {
        Assets.loadFonts();
        OpeningFrame frame = new OpeningFrame(
                options.theme(last),
                options.language(last),
                labs.stream().map(Labs.LabFactory::name).toList(),
                options.lab(last, labs),
                options.showsPanels());
        Scene scene = new Scene(frame, WindowBounds.WIDTH, WindowBounds.HEIGHT);
        scene.addEventFilter(KeyEvent.ANY, keys::add);
        WindowBounds.place(stage, last);
        stage.setTitle("Hyperlab");
        stage.setScene(scene);
        stage.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, stayOpen);
        stage.show();
        ScenePainting.waitUntilPainted(scene);
    }

    /**
     * Shows the first chart of the lab where the lab will show it, and returns when it is on the screen.
     *
     * @return whether it is shown
     */
    boolean showPicture(FirstPicture picture) {
        Scene scene = stage.getScene();
        if (scene.getRoot() instanceof OpeningFrame frame && frame.show(picture)) {
            ScenePainting.waitUntilPainted(scene);
            return true;
        }
        return false;
    }

    /** Loads the style sheets of the lab. */
    void loadSheets(Theme theme) {
        sheets = new Appearance(theme);
        sheets.loadSheets();
    }

    /** Shows the stage of the first lab, and returns when it is on the screen. */
    void showStage() {
        EventHandler<KeyEvent> early = event -> {
            keys.add(event);
            event.consume();
        };
        // Not on the scene, whose own filters would still see the key.
        stage.addEventFilter(KeyEvent.ANY, early);
        ScenePainting.waitUntilPainted(stage.getScene());
        stage.removeEventFilter(KeyEvent.ANY, early);
    }

    /** Gives the keys that were pressed too early to the scene that is shown now. */
    void passKeysOn() {
        sheets = null;
        stage.removeEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, stayOpen);
        Scene scene = stage.getScene();
        for (KeyEvent key : keys) {
            Node owner = scene.getFocusOwner();
            EventTarget target = owner == null ? scene : owner;
            Event.fireEvent(target, key.copyFor(scene, target));
        }
        keys.clear();
    }
}

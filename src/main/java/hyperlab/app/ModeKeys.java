package hyperlab.app;

import hyperlab.app.ask.AskController;
import hyperlab.app.present.PresentationBar;
import hyperlab.app.present.PresentedControls;
import hyperlab.ui.control.field.NumberField;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** The keys of a question, a lesson and a presentation. They come before the shortcuts. FX thread only. */
final class ModeKeys {
    private final Scene scene;
    private final HelpSheet help;
    private final BooleanSupplier sheetOpen;

    /** @param sheetOpen whether a sheet over the window receives all keys */
    ModeKeys(Scene scene, HelpSheet help, BooleanSupplier sheetOpen) {
        this.scene = scene;
        this.help = help;
        this.sheetOpen = sheetOpen;
    }

    /** Gives keys to an open question first, and then to the lesson that is played. */
    void handleLessons(AskController questions, LessonController lessons) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (sheetOpen.getAsBoolean()) {
                return;
            }
            boolean asked = !help.isVisible()
                    && questions
                            .frameProperty()
                            .get()
                            .filter(asking -> asking.handleKey(event, scene.getFocusOwner()))
                            .isPresent();
            if (asked
                    || lessons.frameProperty()
                            .get()
                            .filter(lesson -> !event.isConsumed() && lesson.handleKey(event, scene.getFocusOwner()))
                            .isPresent()) {
                event.consume();
            }
        });
    }

    /**
     * While the bar of a presentation is visible, keys turn its pages, show its scenes and move its controls. The page
     * keys go through the pages of the lab and then to the next scene, so that a presenter needs only two keys.
     */
    void handlePresentation(PresentationBar bar, SceneController scenes, PresentedControls controls) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean plain = !event.isShortcutDown() && !event.isAltDown();
            if (event.isConsumed()
                    || !plain
                    || sheetOpen.getAsBoolean()
                    || help.isVisible()
                    || !bar.isVisible()
                    || (scene.getFocusOwner() instanceof TextInputControl
                            && !NumberField.leavesToWindow(event, scene.getFocusOwner()))) {
                return;
            }
            boolean used = switch (event.getCode()) {
                case V -> bar.turnPage(event.isShiftDown() ? -1 : 1);
                case CLOSE_BRACKET -> stepScene(bar, scenes, 1, false) || bar.turnPage(1);
                case OPEN_BRACKET -> stepScene(bar, scenes, -1, false) || bar.turnPage(-1);
                case PAGE_DOWN -> bar.movePage(1) || stepScene(bar, scenes, 1, false) || bar.hasSeveralPages();
                case PAGE_UP -> bar.movePage(-1) || stepScene(bar, scenes, -1, true) || bar.hasSeveralPages();
                default -> controls.handleKey(event);
            };
            if (used) {
                event.consume();
            }
        });
    }

    /**
     * Shows the next scene, or with −1 the previous one, at its first or its last page; returns whether there are
     * scenes.
     */
    private static boolean stepScene(PresentationBar bar, SceneController scenes, int by, boolean last) {
        if (scenes.scenes().isEmpty()) {
            return false;
        }
        if (scenes.step(by)) {
            bar.showEndPage(last);
        }
        return true;
    }
}

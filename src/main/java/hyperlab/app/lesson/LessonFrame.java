package hyperlab.app.lesson;

import hyperlab.lab.HidesResults;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.lab.LocksStage;
import hyperlab.lab.ShowsParts;
import hyperlab.lesson.Question;
import hyperlab.lesson.Step;
import hyperlab.ui.control.chart.ChartCard;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * What the shell shows during a lesson instead of the controls, the insight and the playback bar. The lab's stage
 * stays, but it can only be looked at: its charts can be enlarged. FX thread only.
 */
public final class LessonFrame {
    private final LessonPlayerViewModel player;
    private final Lab lab;
    private final LessonPanel panel;
    private final LessonBar bar;
    private final LessonStrip strip;
    private final LessonCovers covers;
    private final SketchCard sketch;
    private final StackPane overlay;
    private final LessonKeys keys;
    private final EventHandler<MouseEvent> mouseLock = event -> {
        if (!isOnEnlargeButton(event)) {
            event.consume();
        }
    };
    private final EventHandler<ScrollEvent> scrollLock = event -> {
        if (event.isShortcutDown()) {
            event.consume();
        }
    };
    private final ButtonLock buttonLock = new ButtonLock();

    private int shownStep = -1;
    private int arrangedStep = -1;
    /** The state before: what is enlarged is so only until the next question, verdict or step. */
    private LessonState enlargedIn;

    /**
     * @param end ends the lesson
     * @param save saves the answers under a name, which may be blank
     */
    public LessonFrame(LabContext context, LessonPlayerViewModel player, Lab lab, Runnable end, Consumer<String> save) {
        this.player = player;
        this.lab = lab;
        enlargedIn = player.state();
        panel = new LessonPanel(context, player, end, save);
        Runnable leave = () -> {
            if (player.askToLeave()) {
                end.run();
            }
        };
        bar = new LessonBar(context, player, lab.parts().playback(), leave);
        strip = new LessonStrip(context, player, lab, player.state().lesson().lab());
        covers = new LessonCovers(context, player, lab, player.state().lesson().lab());
        sketch = new SketchCard(context, player);
        overlay = new StackPane(covers, sketch);
        overlay.setPickOnBounds(false);
        keys = new LessonKeys(
                player,
                panel,
                strip,
                leave,
                shortcut -> context.notices()
                        .showSuccess(
                                texts -> texts.get("lesson.locked", texts.get(shortcut.nameKey()), shortcut.keys())),
                () -> context.notices().showSuccess(texts -> texts.get("player.hint.none")),
                this::enlarge);
        Region stage = lab.parts().stage();
        stage.addEventFilter(MouseEvent.MOUSE_PRESSED, mouseLock);
        stage.addEventFilter(MouseEvent.MOUSE_DRAGGED, mouseLock);
        stage.addEventFilter(MouseEvent.MOUSE_RELEASED, mouseLock);
        stage.addEventFilter(MouseEvent.MOUSE_CLICKED, mouseLock);
        stage.addEventFilter(ScrollEvent.SCROLL, scrollLock);
        stage.getStyleClass().add("lesson-locked");
        lab.feature(LocksStage.class).ifPresent(locks -> locks.setStageLocked(true));
        showTopicBar(false);
        player.stateProperty().addListener((observed, before, now) -> {
            show(now);
            if (now.classMode() != before.classMode() && !countsHands(now)) {
                String key = now.classMode() ? "player.class.on" : "player.class.off";
                context.notices().showSuccess(texts -> texts.get(key));
            }
        });
        show(player.state());
    }

    /** Whether the step asks a question whose answers are shown, each with the hands that are counted for it. */
    private static boolean countsHands(LessonState state) {
        return state.isAsking() && state.step().askedQuestion().stream().anyMatch(Question.Choice.class::isInstance);
    }

    /** In place of the controls. */
    public Region panel() {
        return panel;
    }

    /** In place of the playback bar. */
    public Region bar() {
        return bar;
    }

    /** Above the stage. */
    public Region strip() {
        return strip;
    }

    /** Over the stage. */
    public Region overlay() {
        return overlay;
    }

    /** Handles a key before anything else does; returns whether the key is not for anyone else. */
    public boolean handleKey(KeyEvent event, @Nullable Node focused) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        boolean closes = event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.F;
        if (plain && closes && endEnlarging()) {
            return true;
        }
        return keys.handle(event, focused);
    }

    private static boolean isOnEnlargeButton(MouseEvent event) {
        for (Node at = event.getPickResult().getIntersectedNode(); at != null; at = at.getParent()) {
            if (at.getStyleClass().contains(ChartCard.ENLARGE_STYLE)) {
                return true;
            }
        }
        return false;
    }

    /** Enlarges the chart that the step is about, unless it is hidden. */
    private void enlarge() {
        covers.shownCards().stream().findFirst().ifPresent(ChartCard::enlarge);
    }

    private boolean endEnlarging() {
        boolean ended = lab.charts().stream().filter(ChartCard::endEnlarging).count() > 0;
        if (ended) {
            focus();
        }
        return ended;
    }

    /** Called several times a second. */
    public void poll() {
        player.poll();
        lockButtons();
        covers.update();
        sketch.update();
    }

    /** Gives the focus to what the current step asks for. */
    public void focus() {
        focus(player.state());
    }

    private void focus(LessonState state) {
        Node field = panel.question().openNumberField();
        if (field != null) {
            field.requestFocus();
        } else if (!state.free().isEmpty()) {
            strip.focusFree();
        } else if (panel.getScene() != null) {
            panel.getScene().getRoot().requestFocus();
        }
    }

    /** The pointer does nothing on the stage, so the buttons that start a run there are disabled. */
    private void lockButtons() {
        buttonLock.lock(lab.parts().stage().lookupAll(".empty-state .button"));
    }

    private void show(LessonState state) {
        lab.feature(HidesResults.class).ifPresent(hiding -> hiding.setResultsHidden(state.isAsking()));
        if (!state.isFinished() && state.index() != arrangedStep) {
            arrangedStep = state.index();
            lab.feature(ShowsParts.class)
                    .ifPresent(shows -> shows.showParts(state.subjectParts(), state.showsOnlySubject()));
        }
        int asked = state.isAsking()
                        && state.step() instanceof Step.Predict predict
                        && predict.question() instanceof Question.Numeric
                ? state.index()
                : -1 - state.index();
        if (state.index() != enlargedIn.index() || state.isAsking() != enlargedIn.isAsking()) {
            endEnlarging();
        }
        enlargedIn = state;
        if (asked != shownStep) {
            shownStep = asked;
            focus(state);
        }
        covers.update();
    }

    /** The lesson chooses the topic of the lab. */
    private void showTopicBar(boolean shown) {
        lab.parts().stage().lookupAll(".topic-bar").forEach(bar -> {
            bar.setVisible(shown);
            bar.setManaged(shown);
        });
    }

    /** Gives the lab back as it was, except for its document. */
    public void close() {
        player.close();
        panel.close();
        lab.charts().forEach(ChartCard::endEnlarging);
        Region stage = lab.parts().stage();
        stage.removeEventFilter(MouseEvent.MOUSE_PRESSED, mouseLock);
        stage.removeEventFilter(MouseEvent.MOUSE_DRAGGED, mouseLock);
        stage.removeEventFilter(MouseEvent.MOUSE_RELEASED, mouseLock);
        stage.removeEventFilter(MouseEvent.MOUSE_CLICKED, mouseLock);
        stage.removeEventFilter(ScrollEvent.SCROLL, scrollLock);
        stage.getStyleClass().remove("lesson-locked");
        buttonLock.release();
        lab.feature(LocksStage.class).ifPresent(locks -> locks.setStageLocked(false));
        showTopicBar(true);
        lab.feature(HidesResults.class).ifPresent(hiding -> hiding.setResultsHidden(false));
        lab.feature(ShowsParts.class).ifPresent(ShowsParts::restoreParts);
        covers.release();
        strip.release();
    }
}

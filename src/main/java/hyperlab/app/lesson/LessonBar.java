package hyperlab.app.lesson;

import hyperlab.lab.LabContext;
import hyperlab.lesson.Step;
import hyperlab.ui.Messages;
import hyperlab.ui.NodeListeners;
import hyperlab.ui.Shortcut;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.playback.Playback;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The bar below the stage during a lesson: back, the playback, the goal, the class mode, and the end. */
final class LessonBar extends HBox {
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass ON = PseudoClass.getPseudoClass("chosen");

    private final Messages messages;
    private final LessonPlayerViewModel player;
    private final Label lock = new Label();
    private final Label position = new Label();
    private final Label goal = new Label();
    private final Button classMode;
    private final List<Button> playbackButtons;
    private final Button back;

    LessonBar(LabContext context, LessonPlayerViewModel player, Playback playback, Runnable end) {
        this.messages = context.messages();
        this.player = player;
        setId("lesson-bar");
        getStyleClass().addAll("playback-bar", "lesson-bar");
        setAlignment(Pos.CENTER_LEFT);
        back = Icons.button("lesson-back", "fth-arrow-left", messages.bind("player.back"), player::back);
        Button play = Icons.button("lesson-play", "fth-play", Shortcut.PLAY.tooltip(messages), playback::playPause);
        NodeListeners.listen(
                this,
                playback.playingProperty(),
                () -> play.setGraphic(Icons.icon(playback.playingProperty().get() ? "fth-pause" : "fth-play")));
        playbackButtons = List.of(
                Icons.button("lesson-reset", "fth-rotate-ccw", Shortcut.RESET.tooltip(messages), playback::reset),
                Icons.button(
                        "lesson-step-back", "fth-skip-back", Shortcut.STEP_BACK.tooltip(messages), playback::stepBack),
                play,
                Icons.button(
                        "lesson-step-forward",
                        "fth-skip-forward",
                        Shortcut.STEP_FORWARD.tooltip(messages),
                        playback::stepForward));
        playbackButtons.forEach(button -> button.setFocusTraversable(false));
        back.setFocusTraversable(false);
        position.setId("lesson-position");
        position.getStyleClass().add("playback-position");
        position.textProperty()
                .bind(messages.compute(
                        () -> messages.get(
                                playback.unitKeyProperty().get() + ".position",
                                playback.labelsProperty()
                                        .get()
                                        .apply(playback.positionProperty().get()),
                                playback.labelsProperty()
                                        .get()
                                        .apply(playback.lengthProperty().get())),
                        playback.positionProperty(),
                        playback.lengthProperty(),
                        playback.labelsProperty(),
                        playback.unitKeyProperty()));
        lock.setId("lesson-playback-lock");
        lock.getStyleClass().add("lesson-lock");
        lock.setGraphic(Icons.icon("fth-lock"));
        lock.textProperty().bind(messages.bind("player.locked.playback"));
        goal.setId("lesson-goal");
        goal.getStyleClass().add("lesson-goal");
        goal.setMinWidth(0);
        goal.setMaxWidth(Double.MAX_VALUE);
        goal.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(goal, Priority.ALWAYS);
        classMode = Icons.button("lesson-class", "fth-users", classTip(), player::toggleClassMode);
        classMode.setFocusTraversable(false);
        Button close = Icons.button("lesson-end", "fth-x", messages.bind("player.end"), end);
        close.setFocusTraversable(false);
        getChildren().add(back);
        getChildren().addAll(playbackButtons);
        getChildren().addAll(position, lock, goal, classMode, close);
        player.stateProperty().addListener((observed, before, now) -> show());
        NodeListeners.listen(this, messages.languageProperty(), this::show);
        show();
    }

    private StringProperty classTip() {
        StringProperty tip = new SimpleStringProperty();
        tip.bind(messages.bind("player.class"));
        return tip;
    }

    private void show() {
        LessonState state = player.state();
        back.setDisable(state.index() == 0);
        playbackButtons.forEach(button -> button.setDisable(!state.isPlaybackFree()));
        show(position, state.isPlaybackFree());
        show(lock, state.isAsking());
        classMode.pseudoClassStateChanged(ON, state.classMode());
        boolean reaching = !state.isFinished() && state.step() instanceof Step.Reach;
        goal.setGraphic(reaching ? Icons.icon("fth-target") : null);
        goal.pseudoClassStateChanged(
                RIGHT, reaching && state.goal() != null && state.goal().met());
        goal.setText(
                !reaching
                        ? ""
                        : state.goal() == null
                                ? messages.get("player.computing")
                                : new OutcomeText(messages.texts()).nextTerm(state.goal()));
    }

    private static void show(Region node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}

package hyperlab.app;

import hyperlab.app.ask.AskFrame;
import hyperlab.app.lesson.LessonFrame;
import hyperlab.app.panel.ControlsPanel;
import hyperlab.app.panel.InsightPanel;
import hyperlab.lab.Lab;
import hyperlab.lab.LabName;
import hyperlab.ui.Messages;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.playback.PlaybackBar;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The stage with what is next to it, and the playback bar below it: the panels of the lab, those of a lesson, or the
 * card of a question. FX thread only.
 */
final class StageArea {
    private final Messages messages;
    private final ControlsPanel controls;
    private final InsightPanel insight;
    private final StackPane stage = new StackPane();
    private final StackPane playback = new StackPane();
    private final StackPane lessonStrip = new StackPane();
    private final VBox lessonStage = new VBox(lessonStrip);
    private final HBox row = new HBox();
    private final Map<LabName, PlaybackBar> bars = new EnumMap<>(LabName.class);
    private final ReadOnlyBooleanWrapper enlarged = new ReadOnlyBooleanWrapper(this, "enlarged");
    private boolean narrow;

    StageArea(Messages messages, ControlsPanel controls, InsightPanel insight) {
        this.messages = messages;
        this.controls = controls;
        this.insight = insight;
        stage.setId("stage");
        stage.getStyleClass().add("stage");
        stage.setMinWidth(0);
        HBox.setHgrow(stage, Priority.ALWAYS);
        VBox.setVgrow(stage, Priority.ALWAYS);
        lessonStage.setMinWidth(0);
        HBox.setHgrow(lessonStage, Priority.ALWAYS);
        stage.getChildren().addListener((InvalidationListener)
                children -> enlarged.set(stage.getChildren().stream().anyMatch(ChartCard::isEnlarged)));
        lessonStrip.managedProperty().bind(lessonStrip.visibleProperty());
        lessonStrip.setVisible(false);
        playback.getStyleClass().add("playback");
        showPanels();
    }

    /** The pane with the stage of the lab. */
    StackPane stage() {
        return stage;
    }

    /** The stage between what is left and right of it. */
    HBox row() {
        return row;
    }

    /** The pane with the playback bar. */
    Region playback() {
        return playback;
    }

    /** Shows the stage and the playback bar of a lab. */
    void show(Lab lab) {
        stage.getChildren().setAll(lab.parts().stage());
        boolean plays = lab.parts().insight() != null;
        playback.getChildren().setAll(plays ? List.of(bar(lab)) : List.of());
        playback.setManaged(plays);
        playback.setVisible(plays);
    }

    /** Styles and lays out the stage of a lab, where it will be shown; it is not on the screen meanwhile. */
    void styleAhead(Lab lab) {
        Region next = lab.parts().stage();
        if (next.getScene() == null) {
            stage.getChildren().add(0, next);
            stage.applyCss();
            stage.layout();
            stage.getChildren().remove(next);
        }
    }

    /** The same for the playback bar of a lab. */
    void stylePlaybackAhead(Lab lab) {
        if (lab.parts().insight() != null && bar(lab).getScene() == null) {
            PlaybackBar next = bar(lab);
            playback.getChildren().add(0, next);
            playback.applyCss();
            playback.layout();
            playback.getChildren().remove(next);
        }
    }

    private PlaybackBar bar(Lab lab) {
        return bars.computeIfAbsent(lab.name(), name -> {
            PlaybackBar bar = new PlaybackBar(lab.parts().playback(), messages);
            bar.setNarrow(narrow);
            return bar;
        });
    }

    /** Shows the panels of the lab next to the stage. */
    private void showPanels() {
        row.getChildren().setAll(controls.column(), stage, insight.strip(), insight.column());
    }

    /** Shows the panel of a lesson next to the stage, unless a chart is enlarged, and its strip above. */
    void showLesson(LessonFrame lesson) {
        lessonStrip.getChildren().setAll(lesson.strip());
        lessonStrip.visibleProperty().bind(lesson.strip().visibleProperty());
        row.getChildren().clear();
        lessonStage.getChildren().setAll(lessonStrip, stage);
        lesson.panel().visibleProperty().bind(enlarged.not());
        lesson.panel().managedProperty().bind(enlarged.not());
        row.getChildren().setAll(lesson.panel(), lessonStage);
    }

    /** Shows the covers of a lesson on the stage of the lab, and its bar in place of the playback bar. */
    void showLesson(LessonFrame lesson, Lab lab) {
        stage.getChildren().setAll(lab.parts().stage(), lesson.overlay());
        playback.getChildren().setAll(lesson.bar());
        playback.setManaged(true);
        playback.setVisible(true);
    }

    /** Shows the panels of the lab again after a lesson. */
    void endLesson() {
        lessonStrip.visibleProperty().unbind();
        lessonStrip.setVisible(false);
        lessonStrip.getChildren().clear();
        lessonStage.getChildren().setAll(lessonStrip);
        showPanels();
    }

    /** Shows a question on the stage, or its card as a bar above it. */
    void showQuestion(AskFrame question) {
        stage.getChildren()
                .setAll(
                        question.isBar()
                                ? List.of(question.aboveStage())
                                : List.of(question.lab().parts().stage(), question.overlay()));
    }

    /** Shows the stage of a lab without a question. */
    void endQuestion(Lab lab) {
        stage.getChildren().setAll(lab.parts().stage());
    }

    /** Shows or hides the playback bar, whose position may reveal an answer. */
    void setPlaybackVisible(boolean visible) {
        playback.getChildren().forEach(bar -> bar.setVisible(visible));
    }

    /**
     * Leaves the playback bar out until the returned task runs, unless another one is shown first; the style sheet
     * keeps its place.
     */
    Runnable leaveOutPlayback() {
        List<Node> bar = List.copyOf(playback.getChildren());
        playback.getChildren().clear();
        return () -> {
            if (playback.getChildren().isEmpty()) {
                playback.getChildren().setAll(bar);
            }
        };
    }

    void setNarrow(boolean nowNarrow) {
        narrow = nowNarrow;
        bars.values().forEach(bar -> bar.setNarrow(nowNarrow));
    }
}

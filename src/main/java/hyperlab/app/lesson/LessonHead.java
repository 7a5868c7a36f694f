package hyperlab.app.lesson;

import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Above the question: the kind of the step, and how far the lesson is. */
final class LessonHead extends HBox {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Messages messages;
    private final Label kind = new Label();
    private final HBox segments = new HBox();
    private final Label place = new Label();

    LessonHead(Messages messages) {
        this.messages = messages;
        kind.setId("lesson-kind");
        kind.getStyleClass().add("lesson-kind");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        segments.getStyleClass().add("lesson-segments");
        segments.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(segments, Priority.ALWAYS);
        place.setId("lesson-place");
        place.getStyleClass().add("caption");
        place.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(kind, segments, place);
        getStyleClass().add("lesson-head");
        setAlignment(Pos.CENTER_LEFT);
    }

    void show(LessonState state) {
        String name = state.isFinished() ? "done" : state.step().kind();
        kind.setText(messages.get("player.kind." + name));
        kind.setGraphic(Icons.icon(
                switch (name) {
                    case "predict" -> "fth-help-circle";
                    case "observe" -> "fth-eye";
                    case "explain" -> "fth-message-circle";
                    case "reach" -> "fth-target";
                    default -> "fth-check-circle";
                }));
        int steps = state.lesson().steps().size();
        while (segments.getChildren().size() < steps) {
            Region segment = new Region();
            segment.getStyleClass().add("lesson-segment");
            HBox.setHgrow(segment, Priority.ALWAYS);
            segments.getChildren().add(segment);
        }
        for (int k = 0; k < steps; k++) {
            segments.getChildren().get(k).pseudoClassStateChanged(DONE, k < state.index());
            segments.getChildren().get(k).pseudoClassStateChanged(CURRENT, k == state.index());
        }
        place.setText(messages.get(
                "player.place", Integer.toString(Math.min(steps, state.index() + 1)), Integer.toString(steps)));
    }
}

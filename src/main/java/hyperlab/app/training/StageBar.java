package hyperlab.app.training;

import hyperlab.app.Messages;
import hyperlab.app.control.Segmented;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Above the charts: how many of them there are. */
final class StageBar extends HBox {
    StageBar(Messages messages, Segmented<?> arrangement) {
        getStyleClass().add("stage-bar");
        setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label name = new Label();
        name.textProperty().bind(messages.bind("stage.arrangement"));
        name.getStyleClass().add("muted");
        getChildren().addAll(gap, name, arrangement);
    }
}

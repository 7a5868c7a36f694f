package hyperlab.lab.training.stage;

import hyperlab.lab.training.run.RunController;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The banner above the stage that lists the changes that require a restart. */
public final class RestartBanner extends VBox {
    private final RunController runController;
    private final Messages messages;

    public RestartBanner(RunController runController, Messages messages) {
        this.runController = runController;
        this.messages = messages;
        getChildren().add(restartBanner());
    }

    private Node restartBanner() {
        WrappedText line = new WrappedText(messages.compute(this::waitingText, runController.pendingChangesProperty()));
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(line, Priority.ALWAYS);
        Button restart = new Button();
        restart.setId("training-restart");
        restart.textProperty().bind(messages.bind("training.restart"));
        restart.setGraphic(Icons.icon("fth-rotate-ccw"));
        restart.setMinWidth(USE_PREF_SIZE);
        restart.setOnAction(event -> runController.restart());
        HBox strip = new HBox(12, line, restart);
        strip.setId("training-waiting");
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().addAll("banner", "waiting");
        strip.visibleProperty().bind(runController.pendingChangesProperty().map(list -> !list.isEmpty()));
        strip.managedProperty().bind(strip.visibleProperty());
        return strip;
    }

    private String waitingText() {
        Texts texts = messages.texts();
        String list = runController.pendingChangesProperty().get().stream()
                .map(difference -> difference.description().format(texts))
                .collect(Collectors.joining(", "));
        return texts.get("training.waiting", list);
    }
}

package hyperlab.app.open;

import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/**
 * Says over the stage which file is being read if that takes a while, with a button that gives it up. FX thread only.
 */
public final class ReadingBar extends HBox {
    /** Most files are read sooner, and nothing flashes. */
    private static final Duration DELAY = Duration.millis(400);

    public ReadingBar(FileOpener opener, Messages messages) {
        super(10);
        setId("reading");
        getStyleClass().addAll("banner", "note");
        setAlignment(Pos.CENTER_LEFT);
        WrappedText text = new WrappedText(
                messages.compute(
                        () -> opener.readingProperty()
                                .get()
                                .map(path -> messages.get("shell.reading", Objects.toString(path.getFileName(), "")))
                                .orElse(""),
                        opener.readingProperty()),
                "banner-text");
        text.setId("reading-text");
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button cancel = new Button();
        cancel.setId("reading-cancel");
        cancel.textProperty().bind(messages.bind("shell.reading.cancel"));
        cancel.setGraphic(Icons.icon("fth-x"));
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> opener.cancel());

        getChildren().addAll(Icons.icon("fth-loader"), text, cancel);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        PauseTransition delay = new PauseTransition(DELAY);
        delay.setOnFinished(event -> setVisible(opener.readingProperty().get().isPresent()));
        opener.readingProperty().addListener((observed, before, now) -> {
            if (now.isEmpty()) {
                delay.stop();
                setVisible(false);
            } else if (!isVisible()) {
                delay.playFromStart();
            }
        });
    }
}

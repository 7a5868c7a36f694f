package hyperlab.app.export;

import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A bar above the stage while a GIF is made: the chart's title, the progress and a cancel button. */
public final class GifExportBar extends HBox {
    public GifExportBar(GifExportTask task, Messages messages) {
        super(10);
        setId("film");
        getStyleClass().addAll("banner", "note");
        setAlignment(Pos.CENTER_LEFT);
        WrappedText text = new WrappedText(
                messages.compute(
                        () -> messages.get(
                                "shell.film.making", task.titleProperty().get()),
                        task.titleProperty()),
                "banner-text");
        text.setId("film-text");
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        ProgressBar progress = new ProgressBar(0);
        progress.setId("film-progress");
        progress.progressProperty().bind(task.statusProperty().map(status -> status.share()));
        progress.accessibleTextProperty().bind(text.accessibleTextProperty());
        Button cancel = new Button();
        cancel.setId("film-cancel");
        cancel.textProperty().bind(messages.bind("shell.film.cancel"));
        cancel.setGraphic(Icons.icon("fth-x"));
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> task.cancel());
        getChildren().addAll(Icons.icon("fth-film"), text, progress, cancel);
        visibleProperty().bind(task.statusProperty().map(status -> status.isRunning()));
        managedProperty().bind(visibleProperty());
    }
}

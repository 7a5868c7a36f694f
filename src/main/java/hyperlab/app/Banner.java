package hyperlab.app;

import hyperlab.app.control.Icons;
import hyperlab.app.control.Prose;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** One line over the stage that can be dismissed: what was refused, or what is done. */
final class Banner extends HBox implements Notices {
    private final StringProperty line = new SimpleStringProperty(this, "line", "");
    private final Node alert = Icons.icon("fth-alert-octagon");
    private final Node done = Icons.icon("fth-check-circle");

    Banner(Messages messages) {
        super(10);
        setId("banner");
        getStyleClass().add("banner");
        setAlignment(Pos.CENTER_LEFT);
        Prose words = new Prose(line, "banner-text");
        words.setId("banner-text");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren()
                .addAll(
                        new StackPane(alert, done),
                        words,
                        Icons.button("banner-dismiss", "fth-x", messages.bind("shell.dismiss"), this::dismiss));
        dismiss();
    }

    @Override
    public void refused(String what) {
        show(what, true);
    }

    @Override
    public void done(String what) {
        show(what, false);
    }

    void dismiss() {
        setVisible(false);
        setManaged(false);
    }

    private void show(String what, boolean bad) {
        getStyleClass().removeAll("danger", "good");
        getStyleClass().add(bad ? "danger" : "good");
        alert.setVisible(bad);
        done.setVisible(!bad);
        line.set(what);
        setVisible(true);
        setManaged(true);
    }
}

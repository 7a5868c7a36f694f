package hyperlab.app.present;

import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.Shortcut;
import hyperlab.ui.control.Icons;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** Starts or ends a presentation. Shows an icon, a label and the shortcut; in a narrow window only the icon. */
public final class PresentButton extends Button {
    private static final String ICON_ONLY = "icon-button";

    private final Label name = new Label();
    private final Label key = new Label();

    public PresentButton(Messages messages, Appearance appearance, Runnable action) {
        setId("present");
        getStyleClass().add("present-button");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(event -> action.run());
        name.textProperty()
                .bind(messages.compute(
                        () -> messages.get(
                                appearance.presentationProperty().get() ? "shell.present.end" : "shell.present.short"),
                        appearance.presentationProperty()));
        key.setText(Shortcut.PRESENT.keys());
        key.getStyleClass().add("key");
        Node begin = Icons.icon("fth-monitor");
        Node end = Icons.icon("fth-minimize-2");
        begin.visibleProperty().bind(appearance.presentationProperty().not());
        end.visibleProperty().bind(appearance.presentationProperty());
        HBox content = new HBox(8, new StackPane(begin, end), name, key);
        content.setAlignment(Pos.CENTER);
        setGraphic(content);
        setAlignment(Pos.CENTER);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        ObservableStringValue what = messages.compute(
                () -> Shortcut.PRESENT.withKeys(
                        messages,
                        messages.get(
                                appearance.presentationProperty().get() ? "shell.present.end" : "shell.present.begin")),
                appearance.presentationProperty());
        Icons.addTooltip(this, what);
    }

    /** Shows only the icon in a narrow window. */
    public void setNarrow(boolean narrow) {
        for (Label words : new Label[] {name, key}) {
            words.setManaged(!narrow);
            words.setVisible(!narrow);
        }
        getStyleClass().remove(ICON_ONLY);
        if (narrow) {
            getStyleClass().add(ICON_ONLY);
        }
    }
}

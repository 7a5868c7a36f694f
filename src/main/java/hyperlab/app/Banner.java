package hyperlab.app;

import hyperlab.ui.Messages;
import hyperlab.ui.Notices;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** A dismissible line above the stage: an error, a confirmation, or an offer with one action. */
final class Banner extends HBox implements Notices {
    private final StringProperty line = new SimpleStringProperty(this, "line", "");
    private final Node alert = Icons.icon("fth-alert-octagon");
    private final Node done = Icons.icon("fth-check-circle");
    private final Node note = Icons.icon("fth-info");
    private final Button action = new Button();
    private boolean showsOffer;

    Banner(Messages messages) {
        super(10);
        setId("banner");
        getStyleClass().add("banner");
        setAlignment(Pos.CENTER_LEFT);
        WrappedText text = new WrappedText(line, "banner-text");
        text.setId("banner-text");
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        action.setId("banner-action");
        action.getStyleClass().add("link");
        action.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        new StackPane(alert, done, note),
                        text,
                        action,
                        Icons.button("banner-dismiss", "fth-x", messages.bind("shell.dismiss"), this::dismiss));
        dismiss();
    }

    @Override
    public void showError(String what) {
        show(new SimpleStringProperty(what), alert, "danger");
    }

    @Override
    public void showSuccess(String what) {
        show(new SimpleStringProperty(what), done, "good");
    }

    /** Shows a note with one alternative action; the action also dismisses the banner. */
    void offer(ObservableValue<String> what, ObservableValue<String> actionText, Runnable onAction) {
        show(what, note, "note");
        showsOffer = true;
        action.textProperty().bind(actionText);
        action.setOnAction(event -> {
            dismiss();
            onAction.run();
        });
        action.setVisible(true);
        action.setManaged(true);
    }

    /** Dismisses an offer that no longer applies; errors and confirmations stay. */
    void withdrawOffer() {
        if (showsOffer) {
            dismiss();
        }
    }

    /** Dismisses a confirmation because something new begins; errors and offers stay. */
    void dismissConfirmation() {
        if (getStyleClass().contains("good")) {
            dismiss();
        }
    }

    void dismiss() {
        setVisible(false);
        setManaged(false);
    }

    private void show(ObservableValue<String> what, Node icon, String style) {
        getStyleClass().removeAll("danger", "good", "note");
        getStyleClass().add(style);
        for (Node one : List.of(alert, done, note)) {
            one.setVisible(one.equals(icon));
        }
        showsOffer = false;
        action.setVisible(false);
        action.setManaged(false);
        line.bind(what);
        setVisible(true);
        setManaged(true);
    }
}

package hyperlab.lab.cases;

import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The header of a page opened from the gallery: a back button, the title, and further actions. */
abstract class CasesPageHeader extends VBox {
    private final Messages messages;
    private final Label name = new Label();
    private final Label size = new Label();

    CasesPageHeader(double spacing, Messages messages) {
        super(spacing);
        this.messages = messages;
        getStyleClass().add("case-head");
        name.getStyleClass().add("lab-title");
        size.getStyleClass().add("card-subtitle");
    }

    /** A line with the back button, the name and the size. */
    final HBox titleLine(String backId, Runnable back) {
        HBox line = new HBox(12, button(backId, "cases.back", "fth-arrow-left", back), name, size);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    final void setTitle(String newName, String newSize) {
        name.setText(newName);
        size.setText(newSize);
    }

    /** A button. The message key of its tooltip is the key of its text followed by {@code .hint}. */
    final Button button(String id, String key, String icon, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(messages.bind(key));
        button.setGraphic(Icons.icon(icon));
        button.setOnAction(event -> action.run());
        button.setMinWidth(USE_PREF_SIZE);
        return Hints.withHint(button, messages.bind(key + ".hint"));
    }

    static ProgressBar progressBar(String id) {
        ProgressBar progress = new ProgressBar();
        progress.setId(id);
        progress.getStyleClass().add("card-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        return progress;
    }
}

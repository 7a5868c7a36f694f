package hyperlab.app.control;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One finding of the doctor: its severity, a title, the evidence in words, and optionally one remedy. */
public final class Finding extends VBox {
    /** Style class of a remedy's button. */
    public static final String REMEDY = "remedy";

    /** The severity. */
    public enum Kind {
        NOTE("fth-info"),
        WARNING("fth-alert-triangle"),
        DANGER("fth-alert-octagon"),
        GOOD("fth-check-circle");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }
    }

    private final Kind kind;

    public Finding(String id, Kind kind, ObservableValue<String> title, ObservableValue<String> text) {
        this.kind = kind;
        setId(id);
        getStyleClass().addAll("finding", style(kind));
        Label head = new Label();
        head.textProperty().bind(title);
        head.setGraphic(Icons.icon(kind.icon));
        head.getStyleClass().add("finding-title");
        head.setWrapText(true);
        getChildren().addAll(head, new Prose(text, "finding-text"));
    }

    public Kind kind() {
        return kind;
    }

    /** The style class of its color. */
    public String style() {
        return style(kind);
    }

    private static String style(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Adds the remedy's button, with the id {@code id-remedy}. */
    public Finding remedy(ObservableValue<String> text, Runnable action) {
        Button button = new Button();
        button.setId(getId() + "-remedy");
        button.textProperty().bind(text);
        button.setGraphic(Icons.icon("fth-tool"));
        button.getStyleClass().add(REMEDY);
        button.setWrapText(true);
        button.setOnAction(event -> action.run());
        getChildren().add(button);
        return this;
    }
}

package hyperlab.ui.control;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One finding of the doctor: its severity, a title, the evidence in words, and optionally one remedy. */
public final class FindingCard extends VBox {
    /** Style class of a remedy's button. */
    public static final String REMEDY_STYLE = "remedy";

    /** The severity. */
    public enum Severity {
        NOTE("fth-info"),
        WARNING("fth-alert-triangle"),
        DANGER("fth-alert-octagon"),
        GOOD("fth-check-circle");

        private final String icon;

        Severity(String icon) {
            this.icon = icon;
        }
    }

    private final Severity severity;

    public FindingCard(String id, Severity severity, ObservableValue<String> title, ObservableValue<String> text) {
        this.severity = severity;
        setId(id);
        getStyleClass().addAll("finding", style(severity));
        Label head = new Label();
        head.textProperty().bind(title);
        head.setGraphic(Icons.icon(severity.icon));
        head.getStyleClass().add("finding-title");
        head.setWrapText(true);
        getChildren().addAll(head, new WrappedText(text, "finding-text"));
    }

    public Severity severity() {
        return severity;
    }

    /** The style class of its color. */
    public String style() {
        return style(severity);
    }

    private static String style(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** Adds the remedy's button, with the id {@code id-remedy}. */
    public FindingCard remedy(ObservableValue<String> text, Runnable action) {
        Button button = new Button();
        button.setId(getId() + "-remedy");
        button.textProperty().bind(text);
        button.setGraphic(Icons.icon("fth-tool"));
        button.getStyleClass().add(REMEDY_STYLE);
        button.setWrapText(true);
        button.setOnAction(event -> action.run());
        getChildren().add(button);
        return this;
    }
}

package hyperlab.ui.control;

import hyperlab.finding.Severity;
import hyperlab.text.FindingText;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One finding of the doctor: its severity, a title, the evidence in words, and optionally one remedy. */
public final class FindingCard extends VBox {
    /** Style class of a remedy's button. */
    public static final String REMEDY_STYLE = "remedy";

    private final Severity severity;
    private @Nullable Button remedyButton;

    /** A card for a finding in one language, without its remedy. */
    FindingCard(String id, FindingText text) {
        this(
                id,
                text.severity(),
                new ReadOnlyStringWrapper(text.title()),
                new ReadOnlyStringWrapper(text.explanation()));
    }

    public FindingCard(String id, Severity severity, ObservableValue<String> title, ObservableValue<String> text) {
        this.severity = severity;
        setId(id);
        getStyleClass().addAll("finding", style(severity));
        Label head = new Label();
        head.textProperty().bind(title);
        head.setGraphic(Icons.icon(icon(severity)));
        head.getStyleClass().add("finding-title");
        head.setWrapText(true);
        getChildren().addAll(head, new WrappedText(text, "finding-text"));
    }

    private static String icon(Severity severity) {
        return switch (severity) {
            case NOTE -> "fth-info";
            case WARNING -> "fth-alert-triangle";
            case DANGER -> "fth-alert-octagon";
            case GOOD -> "fth-check-circle";
        };
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
        remedyButton = button;
        return this;
    }

    boolean isRemedyFocused() {
        return remedyButton != null && remedyButton.isFocused();
    }

    /** Without effect if there is no remedy. */
    void focusRemedy() {
        if (remedyButton != null) {
            remedyButton.requestFocus();
        }
    }
}

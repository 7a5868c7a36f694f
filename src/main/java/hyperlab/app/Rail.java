package hyperlab.app;

import hyperlab.app.control.Icons;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.VBox;

/** The labs, one button each. */
final class Rail extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    Rail(Navigation navigation, Messages messages) {
        setId("rail");
        getStyleClass().add("rail");
        setAlignment(Pos.TOP_CENTER);
        List<LabName> names = navigation.names();
        for (LabName name : names) {
            getChildren().add(button(name, names.indexOf(name), navigation, messages));
        }
    }

    private static Button button(LabName name, int place, Navigation navigation, Messages messages) {
        Button button = new Button();
        button.setId("rail-" + name.id());
        button.getStyleClass().add("rail-button");
        button.textProperty().bind(messages.bind(name.titleKey() + ".short"));
        button.setGraphic(Icons.icon(name.icon()));
        button.setContentDisplay(ContentDisplay.TOP);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> navigation.show(name));
        Icons.explain(
                button,
                messages.compute(
                        () -> messages.get("shell.withKeys", messages.get(name.titleKey()), Shortcut.labKeys(place))));
        button.pseudoClassStateChanged(CHOSEN, navigation.current().get().name() == name);
        navigation
                .current()
                .addListener((observed, before, now) -> button.pseudoClassStateChanged(CHOSEN, now.name() == name));
        return button;
    }
}

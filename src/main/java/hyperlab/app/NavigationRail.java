package hyperlab.app;

import hyperlab.app.panel.ControlsPanel;
import hyperlab.lab.LabName;
import hyperlab.ui.Messages;
import hyperlab.ui.Shortcut;
import hyperlab.ui.control.Icons;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The navigation rail: one button for each lab. */
final class NavigationRail extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    /** @param toggleControls run by the button at the bottom, which is visible while the controls are not docked */
    NavigationRail(Navigation navigation, Messages messages, ControlsPanel controls, Runnable toggleControls) {
        setId("rail");
        getStyleClass().add("rail");
        setAlignment(Pos.TOP_CENTER);
        List<LabName> names = navigation.labNames();
        for (LabName name : names) {
            getChildren().add(button(name, names.indexOf(name), navigation, messages));
        }
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        Button unfold =
                Icons.button("controls-toggle", "fth-sidebar", Shortcut.CONTROLS.tooltip(messages), toggleControls);
        unfold.visibleProperty().bind(controls.dockedProperty().not());
        getChildren().addAll(gap, unfold);
    }

    private static Button button(LabName name, int place, Navigation navigation, Messages messages) {
        Button button = new Button();
        button.setId("rail-" + name.id());
        button.getStyleClass().add("rail-button");
        button.textProperty().bind(messages.bind(name.shortTitleKey()));
        button.setGraphic(Icons.icon(name.icon()));
        button.setContentDisplay(ContentDisplay.TOP);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> navigation.visit(name));
        Icons.addTooltip(
                button,
                messages.compute(
                        () -> messages.get("shell.withKeys", messages.get(name.titleKey()), Shortcut.labKeys(place))));
        InvalidationListener choose = observed -> button.pseudoClassStateChanged(
                CHOSEN,
                navigation
                                .openingProperty()
                                .get()
                                .orElse(navigation.currentProperty().get().name())
                        == name);
        navigation.currentProperty().addListener(choose);
        navigation.openingProperty().addListener(choose);
        choose.invalidated(navigation.currentProperty());
        return button;
    }
}

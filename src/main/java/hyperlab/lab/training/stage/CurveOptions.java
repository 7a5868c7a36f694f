package hyperlab.lab.training.stage;

import hyperlab.log.LogAxis;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.SegmentedButton;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;

/** The display options of the curves: a button for the scale of the loss, and a menu for all others. */
final class CurveOptions {
    private final Messages messages;
    private final SegmentedButton<Boolean> scale;
    private final CheckMenuItem smoothed = new CheckMenuItem();
    private final CheckMenuItem gap = new CheckMenuItem();
    private final CheckMenuItem readAtPlayhead = new CheckMenuItem();
    private final CheckMenuItem logarithmicEpochs = new CheckMenuItem();
    private final CheckMenuItem bySteps = new CheckMenuItem();

    /** @param bySteps whether the curves are over optimizer steps instead of epochs; the menu changes it */
    CurveOptions(Messages messages, BooleanProperty bySteps) {
        this.messages = messages;
        scale = new SegmentedButton<>(
                "training-scale",
                messages,
                List.of(true, false),
                logarithmic -> logarithmic ? "training.scale.log" : "training.scale.linear");
        this.bySteps.selectedProperty().bindBidirectional(bySteps);
    }

    /** The button for the scale of the loss. */
    Node scaleButton() {
        return Hints.withHint(scale, messages.bind("training.scale.hint"));
    }

    /** @param onChange called after each change of an option in the menu */
    MenuButton menu(Runnable onChange) {
        MenuButton menu = new MenuButton();
        menu.setId("training-curves-options");
        menu.setGraphic(Icons.icon("fth-sliders"));
        menu.getStyleClass().addAll("icon-button", "card-menu", "no-arrow");
        Icons.addTooltip(menu, messages.bind("training.curves.options"));
        add(menu, smoothed, "smoothed", onChange);
        add(menu, gap, "gap", onChange);
        add(menu, readAtPlayhead, "reads", onChange);
        add(menu, logarithmicEpochs, "logEpochs", onChange);
        add(menu, bySteps, "bySteps", onChange);
        return menu;
    }

    private void add(MenuButton menu, CheckMenuItem item, String name, Runnable onChange) {
        item.setId("training-curves-" + name);
        item.textProperty().bind(messages.bind("training.curves." + name));
        item.selectedProperty().addListener((observed, before, now) -> onChange.run());
        menu.getItems().add(item);
    }

    /** The models of the curves with the current options. */
    CurveModels models() {
        return new CurveModels(smoothed.isSelected(), gap.isSelected(), readAtPlayhead.isSelected(), isBySteps());
    }

    LogAxis axis() {
        return isBySteps() ? LogAxis.STEP : LogAxis.EPOCH;
    }

    boolean isBySteps() {
        return bySteps.isSelected();
    }

    ObservableValue<Boolean> smoothedProperty() {
        return smoothed.selectedProperty();
    }

    ObservableValue<Boolean> logarithmicLossProperty() {
        return scale.valueProperty();
    }

    ObservableValue<Boolean> logarithmicEpochsProperty() {
        return logarithmicEpochs.selectedProperty();
    }
}

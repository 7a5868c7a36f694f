package hyperlab.lab.learningrate;

import hyperlab.ui.Messages;
import hyperlab.ui.control.FocusableToggleSwitch;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import javafx.scene.layout.VBox;

/** Controls for the arrows and for the tolerance at which a path counts as arrived. */
final class DisplayControls extends VBox {
    DisplayControls(Messages messages, LearningRateViewModel lab) {
        getStyleClass().add("controls-group");
        FocusableToggleSwitch arrows = new FocusableToggleSwitch("learning-rate-arrows");
        DisplaySettings display = lab.settings().display();
        arrows.setSelected(display.arrowsProperty().get());
        arrows.selectedProperty().addListener((observed, before, now) -> {
            lab.undo().settle();
            display.arrowsProperty().set(now);
        });
        display.arrowsProperty().addListener((observed, before, now) -> arrows.setSelected(now));
        NumberField tolerance = new NumberField(
                "learning-rate-tolerance",
                messages,
                NumberRule.POSITIVE,
                display.toleranceProperty().get());
        tolerance.valueProperty().bindBidirectional(display.toleranceProperty());
        tolerance.onSettled(lab.undo()::settle);
        getChildren()
                .addAll(
                        Hints.withHint(
                                new FieldRow(messages.bind("learning-rate.arrows"), arrows),
                                messages.bind("learning-rate.arrows.hint")),
                        Hints.withHint(
                                new FieldRow(messages.bind("learning-rate.tolerance"), tolerance),
                                messages.bind("learning-rate.tolerance.hint")));
    }
}

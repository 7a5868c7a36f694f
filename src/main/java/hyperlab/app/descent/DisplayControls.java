package hyperlab.app.descent;

import hyperlab.app.Messages;
import hyperlab.app.control.FieldRow;
import hyperlab.app.control.Hints;
import hyperlab.app.control.NumberField;
import hyperlab.app.control.NumberRule;
import hyperlab.app.control.FocusableToggleSwitch;
import javafx.scene.layout.VBox;

/** Controls for the arrows and for the tolerance at which a path counts as arrived. */
final class DisplayControls extends VBox {
    DisplayControls(Messages messages, LearningRateViewModel lab) {
        getStyleClass().add("controls-group");
        FocusableToggleSwitch arrows = new FocusableToggleSwitch("rate-arrows");
        DisplaySettings display = lab.settings().display();
        arrows.setSelected(display.arrows().get());
        arrows.selectedProperty().addListener((observed, before, now) -> {
            lab.undo().settle();
            display.arrows().set(now);
        });
        display.arrows().addListener((observed, before, now) -> arrows.setSelected(now));
        NumberField tolerance = new NumberField(
                "rate-tolerance",
                messages,
                NumberRule.POSITIVE,
                display.tolerance().get());
        tolerance.value().bindBidirectional(display.tolerance());
        tolerance.onSettled(lab.undo()::settle);
        getChildren()
                .addAll(
                        Hints.withHint(new FieldRow(messages.bind("rate.arrows"), arrows), messages.bind("rate.arrows.hint")),
                        Hints.withHint(
                                new FieldRow(messages.bind("rate.tolerance"), tolerance),
                                messages.bind("rate.tolerance.hint")));
    }
}

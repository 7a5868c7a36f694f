package hyperlab.app.present;

import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.SegmentedButton;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.ListField;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.slider.NumberSlider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;

/**
 * A control of a lab's panel that a key can change: a slider, a number or the numbers of a list by a step, a choice to
 * the next value.
 *
 * @param node the slider, or the row of the control with its label
 * @param input the control itself
 */
public record SteppableControl(Node node, Node input) {
    /** The control that a node of a panel is, if it is one. */
    public static Optional<SteppableControl> of(Node node) {
        if (node instanceof NumberSlider) {
            return Optional.of(new SteppableControl(node, node));
        }
        if (node instanceof FieldRow row) {
            return row.controls().stream()
                    .filter(SteppableControl::canStep)
                    .findFirst()
                    .map(input -> new SteppableControl(row, input));
        }
        return Optional.empty();
    }

    private static boolean canStep(Node input) {
        return input instanceof ChoiceComboBox<?>
                || input instanceof SegmentedButton<?>
                || input instanceof NumberField
                || (input instanceof ListField list && list.isSteppable());
    }

    /** The visible controls of a panel, from top to bottom. */
    public static List<SteppableControl> visibleIn(Parent panel) {
        List<SteppableControl> found = new ArrayList<>();
        collect(panel, found);
        return List.copyOf(found);
    }

    private static void collect(Parent parent, List<SteppableControl> found) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            Optional<SteppableControl> control = child.isVisible() ? of(child) : Optional.empty();
            if (control.isPresent()) {
                found.add(control.get());
            } else if (child.isVisible() && child instanceof Parent inner) {
                collect(inner, found);
            }
        }
    }

    /** The id under which it is remembered; empty for a control without one. */
    public String id() {
        return input.getId() == null ? "" : input.getId();
    }

    /** Its label in the current language. */
    public String name() {
        return node instanceof NumberSlider slider ? slider.label() : node instanceof FieldRow row ? row.name() : "";
    }

    /** Changes the control as the user does. */
    public void step(int by, boolean large) {
        if (node.isDisabled()) {
            return;
        }
        if (input instanceof NumberSlider slider) {
            slider.step(by, large);
        } else if (input instanceof ChoiceComboBox<?> choice) {
            choice.step(by);
        } else if (input instanceof SegmentedButton<?> choice) {
            choice.step(by);
        } else if (input instanceof NumberField field) {
            field.step(by, large);
        } else if (input instanceof ListField list) {
            list.step(by, large);
        }
    }

    /** The value as it is shown. */
    public String value() {
        if (input instanceof NumberSlider slider) {
            return slider.field().getText();
        }
        if (input instanceof ChoiceComboBox<?> choice) {
            return choice.valueText();
        }
        if (input instanceof SegmentedButton<?> choice) {
            return choice.valueText();
        }
        return input instanceof TextField field ? field.getText() : "";
    }
}

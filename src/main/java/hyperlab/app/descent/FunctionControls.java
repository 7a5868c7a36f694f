package hyperlab.app.descent;

import hyperlab.app.Messages;
import hyperlab.app.control.Choice;
import hyperlab.app.control.FieldRow;
import hyperlab.app.control.FormulaField;
import hyperlab.app.control.LinearRange;
import hyperlab.app.control.LinearSlider;
import hyperlab.app.control.LogSlider;
import hyperlab.app.control.NumberField;
import hyperlab.app.control.NumberRule;
import hyperlab.app.control.Section;
import hyperlab.descent.DescentSetup;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The function with its constants, and where and how far all walk on it. */
final class FunctionControls extends VBox {
    /** Where a start may be typed; the picture goes there with it. */
    private static final double FARTHEST = 1000;

    private final RateViewModel lab;
    private final List<ConstantSlider> constants;

    private record ConstantSlider(String name, Node node) {}

    FunctionControls(Messages messages, RateViewModel lab) {
        this.lab = lab;
        constants = constants(messages);
        Section curve = new Section(messages.bind("rate.curve"), function(messages));
        constants.forEach(constant -> curve.getChildren().add(constant.node()));
        curve.getChildren().addAll(formula(messages), start(messages), steps(messages));
        getChildren().add(curve);
    }

    void show(Moment moment) {
        Set<String> has = moment.race().objective().parameters().keySet();
        for (ConstantSlider constant : constants) {
            constant.node().setVisible(has.contains(constant.name()));
            constant.node().setManaged(has.contains(constant.name()));
        }
    }

    private Node function(Messages messages) {
        Choice<String> function = new Choice<>("rate-function", messages, Functions.choices(), RateWords::functionKey);
        function.getStyleClass().add("wide");
        function.setMaxWidth(Double.MAX_VALUE);
        function.accessibleTextProperty().bind(messages.bind("rate.curve"));
        function.valueProperty().bindBidirectional(lab.settings().function());
        function.onSettled(lab.undo()::settle);
        return function;
    }

    private Node formula(Messages messages) {
        FormulaField formula = new FormulaField(
                "rate-formula",
                messages,
                Functions::faultIn,
                lab.settings().formula().get());
        formula.value().bindBidirectional(lab.settings().formula());
        formula.onSettled(lab.undo()::settle);
        FieldRow row = new FieldRow(messages.bind("rate.formula"), formula);
        row.visibleProperty().bind(lab.settings().function().isEqualTo(Functions.OWN));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private List<ConstantSlider> constants(Messages messages) {
        LogSlider curvature = new LogSlider("rate-curvature", messages, messages.bind("rate.curvature"), 0.1, 10, 1);
        curvature.value().bindBidirectional(lab.settings().constant("curvature"));
        curvature.onSettled(lab.undo()::settle);
        return List.of(
                new ConstantSlider("curvature", curvature),
                new ConstantSlider("tilt", linear(messages, "tilt", LinearRange.of(0, 0.35, 0.01), 0.1)),
                new ConstantSlider("amplitude", linear(messages, "amplitude", LinearRange.of(0, 2, 0.05), 0.5)));
    }

    private Node linear(Messages messages, String name, LinearRange range, double initial) {
        LinearSlider slider = new LinearSlider("rate-" + name, messages, messages.bind("rate." + name), range, initial);
        slider.value().bindBidirectional(lab.settings().constant(name));
        slider.onSettled(lab.undo()::settle);
        return slider;
    }

    private Node start(Messages messages) {
        NumberField start = new NumberField(
                "rate-start",
                messages,
                NumberRule.within(-FARTHEST, FARTHEST),
                lab.settings().start().get());
        start.also(lab.settings()::canStartAt, "rate.start.undefined");
        start.value().bindBidirectional(lab.settings().start());
        start.onSettled(lab.undo()::settle);
        return new FieldRow(messages.bind("rate.start"), start);
    }

    private Node steps(Messages messages) {
        NumberField steps = new NumberField(
                "rate-steps",
                messages,
                NumberRule.wholeWithin(1, DescentSetup.MOST_STEPS),
                lab.settings().steps().get());
        steps.value().bindBidirectional(lab.settings().steps());
        steps.onSettled(lab.undo()::settle);
        return new FieldRow(messages.bind("rate.steps"), steps);
    }
}

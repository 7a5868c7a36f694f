package hyperlab.app.descent;

import hyperlab.app.Messages;
import hyperlab.app.control.ChoiceComboBox;
import hyperlab.app.control.FieldRow;
import hyperlab.app.control.FormulaField;
import hyperlab.app.control.Hints;
import hyperlab.app.control.LinearRange;
import hyperlab.app.control.LinearSlider;
import hyperlab.app.control.LogSlider;
import hyperlab.app.control.NumberField;
import hyperlab.app.control.NumberRule;
import hyperlab.app.control.Section;
import hyperlab.descent.DescentSetup;
import java.util.List;
import java.util.Set;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Controls for the function, its constants, the start and the number of steps. */
final class FunctionControls extends VBox {
    /** The largest absolute start coordinate that can be entered; the chart's window grows to include it. */
    private static final double FARTHEST = 1000;

    private static final double MOST_CONDITION = 1e6;

    private final Messages messages;
    private final RateViewModel lab;
    private final List<ConstantSlider> constants;
    private final Node startY;

    private record ConstantSlider(String name, Node node) {}

    FunctionControls(Messages messages, RateViewModel lab) {
        this.messages = messages;
        this.lab = lab;
        constants = List.of(
                curvature("curvature", 0.1, 10, 1),
                linear("tilt", LinearRange.of(0, 0.35, 0.01), 0.1),
                linear("amplitude", LinearRange.of(0, 2, 0.05), 0.5),
                curvature("curvatureX", 0.1, 10, 1),
                curvature("curvatureY", 0.1, 10, 2),
                curvature("condition", 1, 1000, 20));
        Section curve = new Section(messages.compute(
                () -> messages.get("rate." + lab.settings().plane().get().id()),
                lab.settings().plane()));
        for (Plane plane : Plane.all()) {
            curve.getChildren().add(function(plane));
        }
        constants.forEach(constant -> curve.getChildren().add(constant.node()));
        for (Plane plane : Plane.all()) {
            curve.getChildren().add(formula(plane));
        }
        startY = new FieldRow(messages.bind("rate.startY"), startY());
        curve.getChildren().addAll(new FieldRow(messages.bind("rate.start"), start()), startY, steps());
        getChildren().add(curve);
    }

    void show(Moment moment) {
        Set<String> has = moment.race().objective().parameters().keySet();
        constants.forEach(constant -> exists(constant.node(), has.contains(constant.name())));
        exists(startY, moment.race().isSurface());
    }

    private static void exists(Node node, boolean exists) {
        node.setVisible(exists);
        node.setManaged(exists);
    }

    /**
     * The choice of functions with one or two variables; visible only while functions of that dimension are selected.
     */
    private Node function(Plane plane) {
        String id = plane == Plane.CURVE ? "rate-function" : "rate-surface-function";
        ChoiceComboBox<String> function =
                new ChoiceComboBox<>(id, messages, Functions.choices(plane), choice -> RateWords.functionKey(plane, choice));
        function.getStyleClass().add("wide");
        function.setMaxWidth(Double.MAX_VALUE);
        function.accessibleTextProperty().bind(messages.bind("rate." + plane.id()));
        function.valueProperty().bindBidirectional(lab.settings().function());
        function.onSettled(lab.undo()::settle);
        function.visibleProperty().bind(lab.settings().plane().isEqualTo(plane));
        function.managedProperty().bind(function.visibleProperty());
        return Hints.withHint(function, messages.bind("rate.function.hint"));
    }

    private Node formula(Plane plane) {
        String id = plane == Plane.CURVE ? "rate-formula" : "rate-surface-formula";
        FormulaField formula = new FormulaField(
                id,
                messages,
                text -> Functions.faultIn(plane, text),
                lab.settings().formula(plane).get());
        formula.value().bindBidirectional(lab.settings().formula(plane));
        formula.onSettled(lab.undo()::settle);
        FieldRow row =
                new FieldRow(messages.bind(plane == Plane.CURVE ? "rate.formula" : "rate.formula.surface"), formula);
        row.visibleProperty()
                .bind(lab.settings()
                        .function()
                        .isEqualTo(Functions.OWN)
                        .and(lab.settings().plane().isEqualTo(plane)));
        row.managedProperty().bind(row.visibleProperty());
        return Hints.withHint(row, messages.bind("rate.formula.hint"));
    }

    private ConstantSlider curvature(String name, double low, double high, double initial) {
        LogSlider slider = new LogSlider("rate-" + name, messages, messages.bind("rate." + name), low, high, initial);
        if (low == 1) {
            slider.rule(NumberRule.within(low, MOST_CONDITION));
        }
        slider.value().bindBidirectional(lab.settings().constant(name));
        slider.onSettled(lab.undo()::settle);
        return new ConstantSlider(name, Hints.withHint(slider, messages.bind("rate." + name + ".hint")));
    }

    private ConstantSlider linear(String name, LinearRange range, double initial) {
        LinearSlider slider = new LinearSlider("rate-" + name, messages, messages.bind("rate." + name), range, initial);
        slider.value().bindBidirectional(lab.settings().constant(name));
        slider.onSettled(lab.undo()::settle);
        return new ConstantSlider(name, Hints.withHint(slider, messages.bind("rate." + name + ".hint")));
    }

    private NumberField start() {
        NumberField start = number(
                "rate-start",
                NumberRule.within(-FARTHEST, FARTHEST),
                lab.settings().start());
        start.requireAlso(lab.settings()::canStartAt, "rate.start.undefined");
        return start;
    }

    private NumberField startY() {
        NumberField start = number(
                "rate-start-y",
                NumberRule.within(-FARTHEST, FARTHEST),
                lab.settings().startY());
        start.requireAlso(lab.settings()::canStartAtY, "rate.start.undefined");
        return start;
    }

    private NumberField number(String id, NumberRule rule, DoubleProperty setting) {
        NumberField field = new NumberField(id, messages, rule, setting.get());
        field.value().bindBidirectional(setting);
        field.onSettled(lab.undo()::settle);
        return Hints.withHint(field, messages.bind(id.replace('-', '.') + ".hint"));
    }

    private Node steps() {
        return new FieldRow(
                messages.bind("rate.steps"),
                number(
                        "rate-steps",
                        NumberRule.wholeWithin(1, DescentSetup.MOST_STEPS),
                        lab.settings().steps()));
    }
}

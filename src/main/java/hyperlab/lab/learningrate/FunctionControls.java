package hyperlab.lab.learningrate;

import hyperlab.descent.DescentSetup;
import hyperlab.lab.learningrate.race.FunctionChoices;
import hyperlab.lab.learningrate.race.FunctionKind;
import hyperlab.lab.learningrate.race.RaceSnapshot;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.FormulaField;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import hyperlab.ui.control.slider.LinearRange;
import hyperlab.ui.control.slider.LinearSlider;
import hyperlab.ui.control.slider.LogSlider;
import java.util.List;
import java.util.Set;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Controls for the function and its constants, and apart from these for the start and the number of steps. */
final class FunctionControls extends VBox {
    /** The largest absolute start coordinate that can be entered; the chart's window grows to include it. */
    private static final double MAX_START = 1000;

    private static final double MAX_CONDITION = 1e6;

    private final Messages messages;
    private final LearningRateViewModel lab;
    private final List<ConstantSlider> constants;
    private final Node startY;
    private final VBox runSettings = new VBox();

    private record ConstantSlider(String name, Node node) {}

    FunctionControls(Messages messages, LearningRateViewModel lab) {
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
                () -> messages.get(
                        "learning-rate." + lab.settings().planeProperty().get().id()),
                lab.settings().planeProperty()));
        for (FunctionKind plane : FunctionKind.kinds()) {
            curve.getChildren().add(functionChoice(plane));
        }
        constants.forEach(constant -> curve.getChildren().add(constant.node()));
        for (FunctionKind plane : FunctionKind.kinds()) {
            curve.getChildren().add(formulaField(plane));
        }
        startY = new FieldRow(messages.bind("learning-rate.startY"), startYField());
        runSettings.getStyleClass().add("controls-group");
        runSettings
                .getChildren()
                .addAll(new FieldRow(messages.bind("learning-rate.start"), startField()), startY, stepsField());
        getChildren().add(curve);
    }

    /** The start and the number of steps. They are below the learning rate, which is used more often. */
    Node runSettings() {
        return runSettings;
    }

    void show(RaceSnapshot snapshot) {
        Set<String> has = snapshot.race().objective().parameters().keySet();
        constants.forEach(constant -> setShown(constant.node(), has.contains(constant.name())));
        setShown(startY, snapshot.race().isSurface());
    }

    private static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /**
     * The choice of functions with one or two variables; visible only while functions of that dimension are selected.
     */
    private Node functionChoice(FunctionKind plane) {
        String id = plane == FunctionKind.CURVE ? "learning-rate-function" : "learning-rate-surface-function";
        ChoiceComboBox<String> function = new ChoiceComboBox<>(
                id, messages, FunctionChoices.choices(plane), choice -> LearningRateText.functionKey(plane, choice));
        function.getStyleClass().add("wide");
        function.setMaxWidth(Double.MAX_VALUE);
        function.accessibleTextProperty().bind(messages.bind("learning-rate." + plane.id()));
        function.valueProperty().bindBidirectional(lab.settings().functionProperty());
        function.onSettled(lab.undo()::settle);
        function.visibleProperty().bind(lab.settings().planeProperty().isEqualTo(plane));
        function.managedProperty().bind(function.visibleProperty());
        return Hints.withHint(function, messages.bind("learning-rate.function.hint"));
    }

    private Node formulaField(FunctionKind plane) {
        String id = plane == FunctionKind.CURVE ? "learning-rate-formula" : "learning-rate-surface-formula";
        FormulaField formula = new FormulaField(
                id,
                messages,
                text -> FunctionChoices.findFault(plane, text),
                lab.settings().formulaProperty(plane).get());
        formula.valueProperty().bindBidirectional(lab.settings().formulaProperty(plane));
        formula.onSettled(lab.undo()::settle);
        FieldRow row = new FieldRow(
                messages.bind(plane == FunctionKind.CURVE ? "learning-rate.formula" : "learning-rate.formula.surface"),
                formula);
        row.visibleProperty()
                .bind(lab.settings()
                        .functionProperty()
                        .isEqualTo(FunctionChoices.USER_FORMULA)
                        .and(lab.settings().planeProperty().isEqualTo(plane)));
        row.managedProperty().bind(row.visibleProperty());
        return Hints.withHint(row, messages.bind("learning-rate.formula.hint"));
    }

    private ConstantSlider curvature(String name, double low, double high, double initial) {
        LogSlider slider = new LogSlider(
                "learning-rate-" + name, messages, messages.bind("learning-rate." + name), low, high, initial);
        if (low == 1) {
            slider.rule(NumberRule.within(low, MAX_CONDITION));
        }
        slider.valueProperty().bindBidirectional(lab.settings().constant(name));
        slider.onSettled(lab.undo()::settle);
        return new ConstantSlider(name, Hints.withHint(slider, messages.bind("learning-rate." + name + ".hint")));
    }

    private ConstantSlider linear(String name, LinearRange range, double initial) {
        LinearSlider slider = new LinearSlider(
                "learning-rate-" + name, messages, messages.bind("learning-rate." + name), range, initial);
        slider.valueProperty().bindBidirectional(lab.settings().constant(name));
        slider.onSettled(lab.undo()::settle);
        return new ConstantSlider(name, Hints.withHint(slider, messages.bind("learning-rate." + name + ".hint")));
    }

    private NumberField startField() {
        NumberField start = number(
                "start",
                NumberRule.within(-MAX_START, MAX_START),
                lab.settings().startProperty());
        start.requireAlso(lab.settings()::canStartAt, "learning-rate.start.undefined");
        return start;
    }

    private NumberField startYField() {
        NumberField start = number(
                "start-y",
                NumberRule.within(-MAX_START, MAX_START),
                lab.settings().startYProperty());
        start.requireAlso(lab.settings()::canStartAtY, "learning-rate.start.undefined");
        return start;
    }

    private NumberField number(String name, NumberRule rule, DoubleProperty setting) {
        NumberField field = new NumberField("learning-rate-" + name, messages, rule, setting.get());
        field.valueProperty().bindBidirectional(setting);
        field.onSettled(lab.undo()::settle);
        return Hints.withHint(field, messages.bind("learning-rate." + name.replace('-', '.') + ".hint"));
    }

    private Node stepsField() {
        return new FieldRow(
                messages.bind("learning-rate.steps"),
                number(
                        "steps",
                        NumberRule.wholeWithin(1, DescentSetup.MAX_STEPS),
                        lab.settings().stepsProperty()));
    }
}

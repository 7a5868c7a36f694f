package hyperlab.app.descent;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.Choice;
import hyperlab.app.control.FieldRow;
import hyperlab.app.control.FormulaField;
import hyperlab.app.control.Icons;
import hyperlab.app.control.LinearRange;
import hyperlab.app.control.LinearSlider;
import hyperlab.app.control.LogSlider;
import hyperlab.app.control.Mark;
import hyperlab.app.control.NumberField;
import hyperlab.app.control.NumberRule;
import hyperlab.app.control.Section;
import hyperlab.app.control.SeriesMark;
import hyperlab.app.control.Zone;
import hyperlab.descent.DescentSetup;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The lab's left panel: the curve, the racers, and the chosen racer's rate and optimizer. */
final class RateControls extends VBox {
    /** Where a start may be typed; the picture goes there with it. */
    private static final double FARTHEST = 1000;

    private final RateViewModel lab;
    private final RacerRows racers;
    private final Button add;
    private final LogSlider rate;
    private final SeriesMark rateMark;
    private final RegimeLegend legend;
    private final List<ConstantSlider> constants;
    private List<Zone> zones = List.of();
    private List<Mark> marks = List.of();

    private record ConstantSlider(String name, Node node) {}

    RateControls(LabContext context, RateViewModel lab) {
        this.lab = lab;
        getStyleClass().addAll("rate-lab", "controls-content");
        Messages messages = context.messages();
        constants = constants(messages);
        racers = new RacerRows(context, lab);
        add = new Button();
        add.setId("rate-add");
        add.textProperty().bind(messages.bind("rate.racer.add"));
        add.setGraphic(Icons.icon("fth-plus"));
        add.getStyleClass().add("link");
        add.setOnAction(event -> lab.addRacer());
        rateMark = new SeriesMark(context.appearance(), RacerLook.of(0));
        rate = new LogSlider("rate-learning-rate", messages, messages.bind("rate.learningRate"), 0.001, 10, 0.1);
        rate.strong(rateMark);
        rate.value().bindBidirectional(lab.learningRate());
        rate.onSettled(lab.undo()::settle);
        legend = new RegimeLegend(messages);
        Section curve = new Section(messages.bind("rate.curve"), function(messages));
        constants.forEach(constant -> curve.getChildren().add(constant.node()));
        curve.getChildren().add(formula(messages));
        curve.getChildren().add(start(messages));
        curve.getChildren().add(steps(messages));
        Section race = new Section(messages.bind("rate.race"), racers, add, rate, legend);
        getChildren().addAll(curve, race, new OptimizerControls(messages, lab));
    }

    private Node function(Messages messages) {
        Choice<String> function = new Choice<>("rate-function", messages, Functions.choices(), RateWords::functionKey);
        function.getStyleClass().add("wide");
        function.setMaxWidth(Double.MAX_VALUE);
        function.accessibleTextProperty().bind(messages.bind("rate.curve"));
        function.valueProperty().bindBidirectional(lab.function());
        function.onSettled(lab.undo()::settle);
        return function;
    }

    private Node formula(Messages messages) {
        FormulaField formula = new FormulaField(
                "rate-formula", messages, Functions::faultIn, lab.formula().get());
        formula.value().bindBidirectional(lab.formula());
        formula.onSettled(lab.undo()::settle);
        FieldRow row = new FieldRow(messages.bind("rate.formula"), formula);
        row.visibleProperty().bind(lab.function().isEqualTo(Functions.OWN));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private List<ConstantSlider> constants(Messages messages) {
        LogSlider curvature = new LogSlider("rate-curvature", messages, messages.bind("rate.curvature"), 0.1, 10, 1);
        curvature.value().bindBidirectional(lab.constant("curvature"));
        curvature.onSettled(lab.undo()::settle);
        return List.of(
                new ConstantSlider("curvature", curvature),
                new ConstantSlider("tilt", linear(messages, "tilt", LinearRange.of(0, 0.35, 0.01), 0.1)),
                new ConstantSlider("amplitude", linear(messages, "amplitude", LinearRange.of(0, 2, 0.05), 0.5)));
    }

    private Node linear(Messages messages, String name, LinearRange range, double initial) {
        LinearSlider slider = new LinearSlider("rate-" + name, messages, messages.bind("rate." + name), range, initial);
        slider.value().bindBidirectional(lab.constant(name));
        slider.onSettled(lab.undo()::settle);
        return slider;
    }

    private Node start(Messages messages) {
        NumberField start = new NumberField(
                "rate-start",
                messages,
                NumberRule.within(-FARTHEST, FARTHEST),
                lab.start().get());
        start.also(lab::canStartAt, "rate.start.undefined");
        start.value().bindBidirectional(lab.start());
        start.onSettled(lab.undo()::settle);
        return new FieldRow(messages.bind("rate.start"), start);
    }

    private Node steps(Messages messages) {
        NumberField steps = new NumberField(
                "rate-steps",
                messages,
                NumberRule.wholeWithin(1, DescentSetup.MOST_STEPS),
                lab.steps().get());
        steps.value().bindBidirectional(lab.steps());
        steps.onSettled(lab.undo()::settle);
        return new FieldRow(messages.bind("rate.steps"), steps);
    }

    void show(Moment moment) {
        Set<String> has = moment.race().objective().parameters().keySet();
        for (ConstantSlider constant : constants) {
            constant.node().setVisible(has.contains(constant.name()));
            constant.node().setManaged(has.contains(constant.name()));
        }
        racers.show(moment);
        boolean full = moment.race().walks().size() == DescentSetup.MOST_RACERS;
        add.setDisable(full);
        rateMark.look(RacerLook.of(moment.chosen(), moment.step()));
        if (!moment.zones().equals(zones) || !moment.marks().equals(marks)) {
            zones = moment.zones();
            marks = moment.marks();
            rate.zones(zones, marks);
        }
        legend.show(moment);
    }
}

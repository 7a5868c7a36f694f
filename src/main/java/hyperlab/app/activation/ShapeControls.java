package hyperlab.app.activation;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.LinearRange;
import hyperlab.app.control.LinearSlider;
import hyperlab.app.control.LogSlider;
import hyperlab.app.control.NumberRule;
import hyperlab.app.control.Prose;
import hyperlab.app.control.Section;
import hyperlab.text.Numbers;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The left panel of the functions: which, their constants, and the view. */
final class ShapeControls extends VBox {
    private static final double SECTION_GAP = 16;

    private final CurvesViewModel model;
    private final Messages messages;

    ShapeControls(CurvesViewModel model, LabContext context) {
        super(SECTION_GAP);
        this.model = model;
        this.messages = context.messages();
        setId("activation-controls");
        getChildren().addAll(new FunctionRows(context, model), constants(), view());
    }

    private Section constants() {
        LinearSlider leaky = constant(
                "activation-leaky-slope",
                "activation.leakySlope",
                LinearRange.of(0, 0.5, 0.01),
                model.leakySlope(),
                0.01,
                ActivationKind.LEAKY_RELU);
        LinearSlider prelu = constant(
                "activation-prelu-slope",
                "activation.preluSlope",
                LinearRange.of(-0.5, 1, 0.05),
                model.preluSlope(),
                0.25,
                ActivationKind.PRELU);
        prelu.rule(NumberRule.FINITE);
        leaky.rule(NumberRule.FINITE);
        LinearSlider elu = constant(
                "activation-elu-alpha",
                "activation.eluAlpha",
                LinearRange.of(0.1, 2, 0.1),
                model.eluAlpha(),
                1,
                ActivationKind.ELU);
        elu.rule(NumberRule.POSITIVE);
        LinearSlider pieces = new LinearSlider(
                "activation-maxout-pieces",
                messages,
                messages.bind("activation.maxoutPieces"),
                LinearRange.whole(2, 8),
                2);
        pieces.rule(NumberRule.wholeWithin(2, 64));
        pieces.value().bindBidirectional(model.maxoutPieces());
        pieces.onSettled(model.undo()::settle);
        showWith(pieces, ActivationKind.MAXOUT);
        return new Section(
                messages.bind("activation.constants"),
                leaky,
                prelu,
                note("activation.preluSlope.note", ActivationKind.PRELU),
                elu,
                pieces,
                note("activation.maxoutPieces.note", ActivationKind.MAXOUT),
                none());
    }

    private LinearSlider constant(
            String id, String labelKey, LinearRange range, DoubleProperty value, double initial, ActivationKind kind) {
        LinearSlider slider = slider(id, labelKey, range, value, initial);
        showWith(slider, kind);
        return slider;
    }

    private LinearSlider slider(String id, String labelKey, LinearRange range, DoubleProperty value, double initial) {
        LinearSlider slider = new LinearSlider(id, messages, messages.bind(labelKey), range, initial);
        slider.value().bindBidirectional(value);
        slider.onSettled(model.undo()::settle);
        return slider;
    }

    /** A constant is shown with the function that has it. */
    private void showWith(Node node, ActivationKind kind) {
        node.visibleProperty().bind(model.selected(kind));
        node.managedProperty().bind(model.selected(kind));
    }

    private Prose note(String key, ActivationKind kind) {
        Prose note = caption(messages.bind(key));
        showWith(note, kind);
        return note;
    }

    private Prose none() {
        Prose none = caption(messages.bind("activation.constants.none"));
        BooleanBinding nothing = model.selected(ActivationKind.LEAKY_RELU)
                .or(model.selected(ActivationKind.PRELU))
                .or(model.selected(ActivationKind.ELU))
                .or(model.selected(ActivationKind.MAXOUT))
                .not();
        none.visibleProperty().bind(nothing);
        none.managedProperty().bind(nothing);
        return none;
    }

    private static Prose caption(ObservableValue<String> text) {
        return new Prose(text, "small", "muted");
    }

    private Section view() {
        LinearSlider probe =
                slider("activation-probe", "activation.probe", LinearRange.of(-6, 6, 0.1), model.probe(), 2);
        probe.rule(NumberRule.within(-CurvesViewModel.MOST_REACH, CurvesViewModel.MOST_REACH));
        LogSlider reach = new LogSlider("activation-reach", messages, messages.bind("activation.reach"), 1, 100, 6);
        reach.rule(NumberRule.within(0.01, CurvesViewModel.MOST_REACH));
        reach.value().bindBidirectional(model.reach());
        reach.onSettled(model.undo()::settle);
        LinearSlider share = new LinearSlider(
                "activation-share", messages, messages.bind("activation.share"), LinearRange.of(1, 50, 1), 5);
        share.rule(NumberRule.between(0, 100));
        share.value().bindBidirectional(model.saturationPercent());
        share.onSettled(model.undo()::settle);
        Prose note = caption(messages.compute(
                () -> messages.get(
                        "activation.share.note",
                        Numbers.show(model.saturationPercent().get())),
                model.saturationPercent()));
        return new Section(messages.bind("activation.view"), probe, reach, share, note);
    }
}

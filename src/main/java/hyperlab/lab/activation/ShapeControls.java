package hyperlab.lab.activation;

import hyperlab.lab.LabContext;
import hyperlab.text.NumberFormats;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.field.NumberRule;
import hyperlab.ui.control.slider.LinearRange;
import hyperlab.ui.control.slider.LinearSlider;
import hyperlab.ui.control.slider.LogSlider;
import hyperlab.ui.control.slider.PinnedControl;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The left panel of the topic {@code SHAPE}: the functions, their constants, and the view. */
final class ShapeControls extends VBox {
    private static final double SECTION_GAP = 16;

    private final CurvesViewModel model;
    private final Messages messages;

    ShapeControls(CurvesViewModel model, LabContext context) {
        super(SECTION_GAP);
        this.model = model;
        this.messages = context.messages();
        setId("activation-controls");
        getChildren().addAll(new FunctionList(context, model), constants(), view());
    }

    private Section constants() {
        ConstantSliders sliders = new ConstantSliders(messages, model);
        return new Section(
                messages.bind("activation.constants"),
                visibleWith(sliders.leakySlope("activation-leaky-slope"), ActivationKind.LEAKY_RELU),
                visibleWith(sliders.preluSlope("activation-prelu-slope"), ActivationKind.PRELU),
                note("activation.preluSlope.note", ActivationKind.PRELU),
                visibleWith(sliders.eluAlpha("activation-elu-alpha"), ActivationKind.ELU),
                visibleWith(sliders.maxoutPieces("activation-maxout-pieces"), ActivationKind.MAXOUT),
                note("activation.maxoutPieces.note", ActivationKind.MAXOUT),
                noConstantsNote());
    }

    /** Shows a node only while the function is selected. */
    private <N extends Node> N visibleWith(N node, ActivationKind kind) {
        node.visibleProperty().bind(model.selected(kind));
        node.managedProperty().bind(model.selected(kind));
        return node;
    }

    private WrappedText note(String key, ActivationKind kind) {
        return visibleWith(caption(messages.bind(key)), kind);
    }

    private WrappedText noConstantsNote() {
        WrappedText none = caption(messages.bind("activation.constants.none"));
        BooleanBinding nothing = model.selected(ActivationKind.LEAKY_RELU)
                .or(model.selected(ActivationKind.PRELU))
                .or(model.selected(ActivationKind.ELU))
                .or(model.selected(ActivationKind.MAXOUT))
                .not();
        none.visibleProperty().bind(nothing);
        none.managedProperty().bind(nothing);
        return none;
    }

    private static WrappedText caption(ObservableValue<String> text) {
        return new WrappedText(text, "small", "muted");
    }

    private Section view() {
        LinearSlider probe = new LinearSlider(
                "activation-probe", messages, messages.bind("activation.probe"), LinearRange.of(-6, 6, 0.1), 2);
        probe.rule(NumberRule.within(-CurvesViewModel.MAX_REACH, CurvesViewModel.MAX_REACH));
        probe.valueProperty().bindBidirectional(model.probeProperty());
        probe.onSettled(model.undo()::settle);
        LogSlider reach = new LogSlider("activation-reach", messages, messages.bind("activation.reach"), 1, 100, 6);
        reach.rule(NumberRule.within(0.01, CurvesViewModel.MAX_REACH));
        reach.valueProperty().bindBidirectional(model.reachProperty());
        reach.onSettled(model.undo()::settle);
        LinearSlider share = new LinearSlider(
                "activation-share", messages, messages.bind("activation.share"), LinearRange.of(1, 50, 1), 5);
        share.rule(NumberRule.between(0, 100));
        share.valueProperty().bindBidirectional(model.saturationPercentProperty());
        share.onSettled(model.undo()::settle);
        WrappedText note = caption(messages.compute(
                () -> messages.get(
                        "activation.share.note",
                        NumberFormats.format(model.saturationPercentProperty().get())),
                model.saturationPercentProperty()));
        return new Section(
                messages.bind("activation.view"),
                PinnedControl.markFirst(Hints.withHint(probe, messages.bind("activation.probe.hint"))),
                Hints.withHint(reach, messages.bind("activation.reach.hint")),
                Hints.withHint(share, messages.bind("activation.share.hint")),
                note);
    }
}

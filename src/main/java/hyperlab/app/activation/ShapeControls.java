package hyperlab.app.activation;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.Hints;
import hyperlab.app.control.PinnedControl;
import hyperlab.app.control.LinearRange;
import hyperlab.app.control.LinearSlider;
import hyperlab.app.control.LogSlider;
import hyperlab.app.control.NumberRule;
import hyperlab.app.control.WrappedText;
import hyperlab.app.control.Section;
import hyperlab.text.NumberFormats;
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
        probe.value().bindBidirectional(model.probe());
        probe.onSettled(model.undo()::settle);
        LogSlider reach = new LogSlider("activation-reach", messages, messages.bind("activation.reach"), 1, 100, 6);
        reach.rule(NumberRule.within(0.01, CurvesViewModel.MAX_REACH));
        reach.value().bindBidirectional(model.reach());
        reach.onSettled(model.undo()::settle);
        LinearSlider share = new LinearSlider(
                "activation-share", messages, messages.bind("activation.share"), LinearRange.of(1, 50, 1), 5);
        share.rule(NumberRule.between(0, 100));
        share.value().bindBidirectional(model.saturationPercent());
        share.onSettled(model.undo()::settle);
        WrappedText note = caption(messages.compute(
                () -> messages.get(
                        "activation.share.note",
                        NumberFormats.format(model.saturationPercent().get())),
                model.saturationPercent()));
        return new Section(
                messages.bind("activation.view"),
                PinnedControl.markFirst(Hints.withHint(probe, messages.bind("activation.probe.hint"))),
                Hints.withHint(reach, messages.bind("activation.reach.hint")),
                Hints.withHint(share, messages.bind("activation.share.hint")),
                note);
    }
}

package hyperlab.app.activation;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.Icons;
import hyperlab.app.control.LinearRange;
import hyperlab.app.control.LinearSlider;
import hyperlab.app.control.LogSlider;
import hyperlab.app.control.NumberRule;
import hyperlab.app.control.Prose;
import hyperlab.app.control.Section;
import hyperlab.app.control.SeriesMark;
import hyperlab.chart.CurveLook;
import hyperlab.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The left panel: which functions, their constants, and the view. */
final class ActivationControls extends VBox {
    private static final double SECTION_GAP = 16;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final ActivationViewModel model;
    private final LabContext context;
    private final Messages messages;
    /** Only what listens holds on to these, and too weakly. */
    private final List<BooleanBinding> held = new ArrayList<>();

    ActivationControls(ActivationViewModel model, LabContext context) {
        super(SECTION_GAP);
        this.model = model;
        this.context = context;
        this.messages = context.messages();
        setId("activation-controls");
        getChildren().addAll(overlay(), constants(), view());
    }

    private Section overlay() {
        Hyperlink clear = new Hyperlink();
        clear.setId("activation-clear");
        clear.setMinWidth(USE_PREF_SIZE);
        clear.textProperty().bind(messages.bind("activation.clear"));
        clear.setOnAction(event -> {
            model.undo().settle();
            model.clear();
            clear.setVisited(false);
        });
        VBox rows = new VBox(2);
        for (ActivationKind kind : ActivationKind.values()) {
            rows.getChildren().add(row(kind));
        }
        return new Section(messages.bind("activation.overlay"), rows).aside(clear);
    }

    private Node row(ActivationKind kind) {
        CheckBox box = new CheckBox();
        box.setId("activation-" + kind.id());
        box.textProperty().bind(messages.bind("activation.name." + kind.id()));
        SeriesMark mark = new SeriesMark(context.appearance(), CurveLook.series(kind.series()));
        mark.visibleProperty().bind(box.selectedProperty());
        box.setOnAction(event -> model.undo().settle());
        box.selectedProperty().bindBidirectional(model.selected(kind));
        box.setMinWidth(USE_PREF_SIZE);
        Button examine = Icons.button(
                "activation-examine-" + kind.id(),
                "fth-search",
                messages.compute(
                        () -> messages.get("activation.examine", messages.get("activation.name." + kind.id()))),
                () -> {
                    model.undo().settle();
                    model.examine(kind);
                });
        examine.getStyleClass().add("small");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, box, mark, gap, examine);
        row.setId("activation-row-" + kind.id());
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("activation-row");
        BooleanBinding isExamined = model.examined().isEqualTo(kind).and(model.selected(kind));
        held.add(isExamined);
        row.pseudoClassStateChanged(CHOSEN, isExamined.get());
        isExamined.addListener((observed, before, now) -> row.pseudoClassStateChanged(CHOSEN, now));
        return row;
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
        probe.rule(NumberRule.within(-ActivationViewModel.MOST_REACH, ActivationViewModel.MOST_REACH));
        LogSlider reach = new LogSlider("activation-reach", messages, messages.bind("activation.reach"), 1, 100, 6);
        reach.rule(NumberRule.within(0.01, ActivationViewModel.MOST_REACH));
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

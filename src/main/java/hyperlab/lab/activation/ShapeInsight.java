package hyperlab.lab.activation;

import hyperlab.chart.style.CurveStyle;
import hyperlab.finding.Severity;
import hyperlab.lab.LabContext;
import hyperlab.nn.Activation;
import hyperlab.nn.ActivationShape;
import hyperlab.text.FindingText;
import hyperlab.text.NumberFormats;
import hyperlab.ui.Messages;
import hyperlab.ui.control.DoctorSection;
import hyperlab.ui.control.FormulaView;
import hyperlab.ui.control.Readout;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.SeriesSymbol;
import hyperlab.ui.control.WrappedText;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.layout.VBox;

/** The right panel: values at the probe, the formulas of the examined function, and an explanation. */
final class ShapeInsight extends VBox {
    private static final double SECTION_GAP = 16;
    private static final int DIGITS = 3;

    private final CurvesViewModel model;
    private final LabContext context;
    private final Messages messages;
    private final Readout readout;
    private final ReadOnlyStringWrapper readoutTitle = new ReadOnlyStringWrapper("");
    private final FormulaView value;
    private final FormulaView derivative;
    private final ReadOnlyStringWrapper explanation = new ReadOnlyStringWrapper("");
    private final DoctorSection doctor;

    ShapeInsight(ActivationViewModel lab, LabContext context) {
        super(SECTION_GAP);
        this.model = lab.curves();
        this.context = context;
        this.messages = context.messages();
        setId("activation-insight");
        readout = new Readout(
                "activation-readout",
                List.of(
                        messages.bind("activation.table.function"),
                        new ReadOnlyStringWrapper("f(x)"),
                        new ReadOnlyStringWrapper("f′(x)")));
        value = context.formula("activation-function", "", "f");
        derivative = context.formula("activation-derivative", "", "f′");
        WrappedText prose = new WrappedText(explanation);
        prose.setId("activation-words");
        doctor = new DoctorSection("activation", messages, lab.undo(), lab::setup);
        getChildren()
                .addAll(
                        new Section(messages.bind("shell.readout"), readout).addToHeader(readoutTitle),
                        new Section(messages.bind("shell.seen"), value, derivative, prose),
                        doctor);
    }

    void show(CurvesViewState viewState) {
        String x = NumberFormats.format(viewState.probe());
        readoutTitle.set(messages.get("activation.readout.at", x));
        readout.rows(viewState.functions().stream()
                .map(drawn -> new Readout.ReadoutRow(
                        new SeriesSymbol(
                                context.appearance(),
                                CurveStyle.series(drawn.kind().series())),
                        List.of(
                                messages.get(drawn.kind().nameKey()),
                                NumberFormats.formatFixed(drawn.value(), DIGITS),
                                NumberFormats.formatFixed(drawn.derivative(), DIGITS)),
                        drawn.kind() == viewState.examined()))
                .toList());
        Optional<CurvesViewState.PlottedFunction> examined = viewState.functions().stream()
                .filter(drawn -> drawn.kind() == viewState.examined())
                .findFirst();
        if (examined.isEmpty()) {
            value.latexProperty().set("");
            derivative.latexProperty().set("");
            explanation.set(messages.get("activation.empty"));
            doctor.show(List.of());
            return;
        }
        CurvesViewState.PlottedFunction drawn = examined.get();
        value.latexProperty().set(drawn.curve().activation().formula());
        derivative.latexProperty().set(drawn.curve().activation().derivativeFormula());
        explanation.set(messages.get(
                "component.activation." + drawn.kind().id() + ".explanation",
                x,
                NumberFormats.formatFixed(drawn.value(), DIGITS),
                NumberFormats.formatFixed(drawn.derivative(), DIGITS),
                NumberFormats.format(constant(drawn.curve().activation()))));
        doctor.show(List.of(finding(viewState, drawn.curve().activation())));
    }

    /** The first constant of a function; 0 if it has none. */
    private static double constant(Activation activation) {
        return activation.constants().values().stream().findFirst().orElse(0.0);
    }

    /** A finding about the pinned probe, not about the position of the pointer. */
    private DoctorSection.FindingModel finding(CurvesViewState viewState, Activation activation) {
        String name = messages.get(viewState.examined().nameKey());
        double probe = viewState.pinnedProbe();
        double derivative = activation.derivative(probe);
        Object[] arguments = {
            name,
            NumberFormats.format(probe),
            NumberFormats.format(derivative, DIGITS),
            NumberFormats.format(model.saturationPercentProperty().get())
        };
        if (ActivationShape.canDie(activation) && derivative == 0) {
            boolean relu = viewState.examined() == ActivationKind.RELU;
            return createFinding(
                    "dead", Severity.WARNING, relu, () -> model.examine(ActivationKind.LEAKY_RELU), arguments);
        }
        if (viewState.isSaturated(probe)) {
            return createFinding(
                    "saturated",
                    Severity.WARNING,
                    true,
                    () -> model.probeProperty().set(0),
                    arguments);
        }
        return createFinding("passes", Severity.GOOD, false, () -> {}, arguments);
    }

    private DoctorSection.FindingModel createFinding(
            String what, Severity kind, boolean hasRemedy, Runnable remedy, Object... arguments) {
        String key = "activation.doctor." + what;
        return new DoctorSection.FindingModel(
                new FindingText(
                        kind,
                        messages.get(key + ".title", arguments),
                        messages.get(key + ".text", arguments),
                        hasRemedy ? messages.get(key + ".remedy") : ""),
                () -> {
                    model.undo().settle();
                    remedy.run();
                });
    }
}

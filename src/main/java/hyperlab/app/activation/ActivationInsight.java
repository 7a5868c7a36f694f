package hyperlab.app.activation;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.Finding;
import hyperlab.app.control.FormulaView;
import hyperlab.app.control.Prose;
import hyperlab.app.control.Readout;
import hyperlab.app.control.Section;
import hyperlab.app.control.SeriesMark;
import hyperlab.chart.CurveLook;
import hyperlab.nn.ActivationShape;
import hyperlab.text.Numbers;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.layout.VBox;

/** The right panel: values at the probe, the formula of the function examined worked there, and what that means. */
final class ActivationInsight extends VBox {
    private static final double SECTION_GAP = 16;
    private static final int DIGITS = 3;

    private final ActivationViewModel model;
    private final LabContext context;
    private final Messages messages;
    private final Readout readout;
    private final ReadOnlyStringWrapper at = new ReadOnlyStringWrapper("");
    private final FormulaView value;
    private final FormulaView derivative;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final VBox findings = new VBox(8);

    ActivationInsight(ActivationViewModel model, LabContext context) {
        super(SECTION_GAP);
        this.model = model;
        this.context = context;
        this.messages = context.messages();
        setId("activation-insight");
        readout = new Readout(
                "activation-readout",
                List.of(
                        messages.bind("activation.table.function"),
                        new ReadOnlyStringWrapper("f(x)"),
                        new ReadOnlyStringWrapper("f′(x)")));
        value = new FormulaView("", "f", context.appearance());
        derivative = new FormulaView("", "f′", context.appearance());
        Prose prose = new Prose(words);
        prose.setId("activation-words");
        getChildren()
                .addAll(
                        new Section(messages.bind("shell.readout"), readout).aside(at),
                        new Section(messages.bind("shell.seen"), value, derivative, prose),
                        new Section(messages.bind("shell.doctor"), findings));
    }

    void show(ActivationPicture picture) {
        String x = Numbers.show(picture.probe());
        at.set(messages.get("activation.readout.at", x));
        readout.rows(picture.drawn().stream()
                .map(drawn -> new Readout.Row(
                        new SeriesMark(
                                context.appearance(),
                                CurveLook.series(drawn.kind().series())),
                        List.of(
                                messages.get("activation.name." + drawn.kind().id()),
                                Numbers.fixed(drawn.value(), DIGITS),
                                Numbers.fixed(drawn.derivative(), DIGITS)),
                        drawn.kind() == picture.examined()))
                .toList());
        findings.getChildren().clear();
        Optional<ActivationPicture.Drawn> examined = picture.drawn().stream()
                .filter(drawn -> drawn.kind() == picture.examined())
                .findFirst();
        if (examined.isEmpty()) {
            value.latex().set("");
            derivative.latex().set("");
            words.set(messages.get("activation.empty"));
            return;
        }
        ActivationPicture.Drawn drawn = examined.get();
        value.latex().set(ActivationFormulas.value(drawn.curve().activation()));
        derivative.latex().set(ActivationFormulas.derivative(drawn.curve().activation()));
        words.set(messages.get(
                "activation.what." + drawn.kind().id(),
                x,
                Numbers.fixed(drawn.value(), DIGITS),
                Numbers.fixed(drawn.derivative(), DIGITS),
                Numbers.show(constant(drawn.kind()))));
        findings.getChildren().add(finding(picture, drawn, x));
    }

    private double constant(ActivationKind kind) {
        return switch (kind) {
            case LEAKY_RELU -> model.leakySlope().get();
            case PRELU -> model.preluSlope().get();
            case ELU -> model.eluAlpha().get();
            case MAXOUT -> model.maxoutPieces().get();
            default -> 0;
        };
    }

    private Finding finding(ActivationPicture picture, ActivationPicture.Drawn drawn, String x) {
        String name = messages.get("activation.name." + drawn.kind().id());
        String slope = Numbers.show(drawn.derivative(), DIGITS);
        if (ActivationShape.isDeadOnTheLeft(drawn.curve().activation()) && drawn.derivative() == 0) {
            Finding dead = say("dead", Finding.Kind.WARNING, name, x, slope);
            return drawn.kind() == ActivationKind.RELU
                    ? dead.remedy(messages.bind("activation.doctor.dead.remedy"), () -> {
                        model.undo().settle();
                        model.examine(ActivationKind.LEAKY_RELU);
                    })
                    : dead;
        }
        if (picture.probeIsSaturated()) {
            return say("saturated", Finding.Kind.WARNING, name, x, slope)
                    .remedy(messages.bind("activation.doctor.saturated.remedy"), () -> {
                        model.undo().settle();
                        model.probe().set(0);
                    });
        }
        return say("passes", Finding.Kind.GOOD, name, x, slope);
    }

    private Finding say(String what, Finding.Kind kind, String name, String x, String slope) {
        String percent = Numbers.show(model.saturationPercent().get());
        return new Finding(
                "activation-finding",
                kind,
                messages.bind("activation.doctor." + what + ".title", name, x),
                messages.bind("activation.doctor." + what + ".text", name, x, slope, percent));
    }
}

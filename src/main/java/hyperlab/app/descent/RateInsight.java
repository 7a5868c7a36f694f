package hyperlab.app.descent;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.DoctorSection;
import hyperlab.app.control.FormulaView;
import hyperlab.app.control.WrappedText;
import hyperlab.app.control.Readout;
import hyperlab.app.control.Section;
import hyperlab.app.control.SeriesSymbol;
import hyperlab.descent.Regime;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The lab's right panel: the readout, an explanation and the doctor. */
final class RateInsight extends VBox {
    private static final String FACTOR = "1 − ηc";
    private static final String LOCAL_FACTOR = "1 − ηf″";
    /** The condition for each regime; %1$s is the symbol for the curvature. */
    private static final Map<Regime, String> WHEN = Map.of(
            Regime.GLIDE,
            "0 < η < 1/%1$s",
            Regime.LAND,
            "η = 1/%1$s",
            Regime.OSCILLATE,
            "1/%1$s < η < 2/%1$s",
            Regime.DIVERGE,
            "η > 2/%1$s");

    private final LabContext context;
    private final RateViewModel lab;
    private final StringProperty position = new SimpleStringProperty("");
    private final StringProperty first = new SimpleStringProperty("");
    private final StringProperty second = new SimpleStringProperty("");
    private final StringProperty third = new SimpleStringProperty("");
    private final StringProperty seen = new SimpleStringProperty("");
    private final Readout readout;
    private final FormulaView formula;
    private final Readout coordinates;
    private final Section coordinatesSection;
    private final StringProperty arrival = new SimpleStringProperty("");
    private final StringProperty goal = new SimpleStringProperty("");
    private final StringProperty curvature = new SimpleStringProperty("c");
    private final GridPane regimes = new GridPane();
    private final DoctorSection doctor;
    private final NoiseInsight noise;
    private final WrappedText hidden;
    private final Marks marks;

    RateInsight(LabContext context, RateViewModel lab) {
        this.context = context;
        this.lab = lab;
        getStyleClass().addAll("rate-lab", "insight-content");
        Messages messages = context.messages();
        readout = new Readout("rate-readout", List.of(new SimpleStringProperty("η"), first, second, third, goal));
        coordinates = new Readout(
                "rate-coordinates",
                List.of(
                        new SimpleStringProperty(""),
                        messages.bind("rate.narrated.gradient"),
                        messages.bind("rate.coordinates.rate"),
                        messages.bind("rate.narrated.move")));
        coordinatesSection = new Section(messages.bind("rate.coordinates"), coordinates);
        marks = new Marks(context);
        formula = new FormulaView("", "", context.appearance());
        regimes.getStyleClass().add("regime-table");
        for (Regime regime : Regime.values()) {
            String key = "rate.seen." + RateWords.style(regime);
            Label when = new Label();
            when.textProperty().bind(curvature.map(name -> String.format(WHEN.get(regime), name)));
            when.getStyleClass().add("regime-when");
            Label what = new Label();
            what.textProperty().bind(messages.bind(key));
            what.getStyleClass().addAll("racer-word", RateWords.style(regime));
            regimes.addRow(regimes.getRowCount(), when, what);
        }
        noise = new NoiseInsight(context);
        hidden = new WrappedText(messages.bind("rate.ask.hidden"), "muted");
        doctor = new DoctorSection("rate", messages, lab.undo(), lab::document);
        WrappedText told = new WrappedText(arrival, "small", "muted");
        told.setId("rate-arrival");
        getChildren()
                .addAll(
                        new Section(messages.bind("shell.readout"), readout, told).addToHeader(position),
                        new Section(messages.bind("shell.seen"), new WrappedText(seen), formula, regimes),
                        coordinatesSection,
                        noise,
                        doctor,
                        hidden);
    }

    /** @param veiled whether the outcomes are hidden */
    void show(Moment moment, boolean veiled) {
        getChildren().forEach(child -> {
            if (!child.managedProperty().isBound()) {
                child.setManaged(veiled == hidden.equals(child));
                child.setVisible(child.isManaged());
            }
        });
        if (veiled) {
            noise.setVisible(false);
            return;
        }
        Texts texts = context.messages().texts();
        RacerWalk chosen = moment.chosen();
        position.set(texts.get(
                "rate.readout.at",
                Integer.toString(moment.step()),
                Integer.toString(moment.race().setup().steps())));
        boolean surface = moment.race().isSurface();
        first.set(surface ? "x" : moment.race().isParabola() ? FACTOR : LOCAL_FACTOR);
        second.set(surface ? "y" : "x");
        third.set(surface ? "f" : "f(x)");
        readout.rows(
                moment.race().walks().stream().map(walk -> row(moment, walk)).toList());
        seen.set(new RateWords(texts).seen(moment));
        boolean table = moment.hasOneFactor();
        formula.latex().set(table ? RateFormulas.ofOneFactor(moment.race()) : "");
        curvature.set(moment.curvatureSymbol());
        formula.setVisible(table);
        formula.setManaged(table);
        regimes.setVisible(table);
        regimes.setManaged(table);
        showCoordinates(moment);
        arrival.set(new RateWords(texts).arrival(moment.race(), chosen));
        goal.set(RateWords.goal(moment.race()));
        noise.show(moment, lab.noisy().found().get());
        doctor.show(findings(moment, texts));
    }

    /** Shows the gradient, effective rate and move of each variable for adaptive optimizers. */
    private void showCoordinates(Moment moment) {
        Optional<Narration> told =
                moment.narration().filter(narration -> narration.kind().adapts());
        coordinatesSection.setVisible(told.isPresent());
        coordinatesSection.setManaged(told.isPresent());
        told.ifPresent(narration -> coordinates.rows(IntStream.range(
                        0, narration.parts().size())
                .mapToObj(index -> new Readout.ReadoutRow(
                        null,
                        List.of(
                                RateWords.variable(index),
                                RateWords.inStep(narration.parts().get(index).gradient()),
                                RateWords.effectiveRate(narration.parts().get(index)),
                                RateWords.inStep(narration.parts().get(index).move())),
                        false))
                .toList()));
    }

    private Readout.ReadoutRow row(Moment moment, RacerWalk walk) {
        int step = moment.step();
        boolean surface = moment.race().isSurface();
        return new Readout.ReadoutRow(
                marks.of(walk, step),
                List.of(
                        NumberFormats.format(walk.rate(step), 3),
                        surface ? coordinate(walk.x(step)) : factor(walk, step),
                        surface ? coordinate(walk.y(step)) : column(walk.x(step)),
                        column(walk.value(step)),
                        RateWords.arrivalCell(moment.race(), walk)),
                walk.index() == moment.selected());
    }

    /** Creates each racer's marker once and reuses it. */
    private static final class Marks {
        private final LabContext context;
        private final List<SeriesSymbol> made = new ArrayList<>();

        Marks(LabContext context) {
            this.context = context;
        }

        SeriesSymbol of(RacerWalk walk, int step) {
            while (made.size() <= walk.index()) {
                made.add(new SeriesSymbol(context.appearance(), RacerLook.of(made.size())));
            }
            made.get(walk.index()).setLook(RacerLook.of(walk, step));
            return made.get(walk.index());
        }
    }

    /** The factor 1 − ηλ; a dash for a racer so far away that its local curvature means nothing. */
    private static String factor(RacerWalk walk, int step) {
        double factor = walk.factor(step);
        return walk.isPlain() && Math.abs(factor) < 1e4 ? NumberFormats.format(factor, 3) : "–";
    }

    /**
     * Formats a coordinate more narrowly than {@link #column}, because there are two of them: one digit is enough for
     * values near 0.
     */
    private static String coordinate(double number) {
        double size = Math.abs(number);
        return size > 0 && size < 0.005 ? NumberFormats.format(number, 1) : column(number);
    }

    private static String column(double number) {
        double size = Math.abs(number);
        if (size >= 1e5) {
            return NumberFormats.formatPower(number, 2);
        }
        if (number != 0 && size < 0.005) {
            return NumberFormats.format(number, 2);
        }
        return NumberFormats.formatFixed(number, size < 100 ? 2 : size < 1000 ? 1 : 0);
    }

    private List<DoctorSection.FindingModel> findings(Moment moment, Texts texts) {
        RateWords names = new RateWords(texts);
        Race race = moment.race();
        return race.findings().isEmpty()
                ? List.of(found(DiagnosisWords.fine(texts), () -> {}))
                : moment.findings().stream()
                        .map(diagnosis -> found(
                                DiagnosisWords.of(
                                        diagnosis, names.named(race, diagnosis.racer()), race.curvatureSymbol(), texts),
                                () -> lab.apply(diagnosis)))
                        .toList();
    }

    private static DoctorSection.FindingModel found(DiagnosisWords words, Runnable mend) {
        return new DoctorSection.FindingModel(words.kind(), words.title(), words.text(), words.remedy(), mend);
    }
}

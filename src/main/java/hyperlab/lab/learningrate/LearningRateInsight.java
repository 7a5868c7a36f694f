package hyperlab.lab.learningrate;

import hyperlab.descent.Regime;
import hyperlab.finding.Argument;
import hyperlab.lab.LabContext;
import hyperlab.lab.learningrate.race.DescentRace;
import hyperlab.lab.learningrate.race.RaceSnapshot;
import hyperlab.lab.learningrate.race.RacerRun;
import hyperlab.lab.learningrate.race.StepNarration;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.control.DoctorSection;
import hyperlab.ui.control.FormulaView;
import hyperlab.ui.control.Readout;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.SeriesSymbol;
import hyperlab.ui.control.WrappedText;
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
final class LearningRateInsight extends VBox {
    private static final String FACTOR = "1 − ηc";
    private static final String LOCAL_FACTOR = "1 − ηf″";
    /** The condition for each regime; %1$s is the symbol for the curvature. */
    private static final Map<Regime, String> CONDITIONS = Map.of(
            Regime.GLIDE,
            "0 < η < 1/%1$s",
            Regime.LAND,
            "η = 1/%1$s",
            Regime.OSCILLATE,
            "1/%1$s < η < 2/%1$s",
            Regime.DIVERGE,
            "η > 2/%1$s");

    private final LabContext context;
    private final LearningRateViewModel lab;
    private final StringProperty position = new SimpleStringProperty("");
    private final StringProperty first = new SimpleStringProperty("");
    private final StringProperty second = new SimpleStringProperty("");
    private final StringProperty third = new SimpleStringProperty("");
    private final StringProperty explanation = new SimpleStringProperty("");
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
    private final WrappedText hiddenNotice;
    private final RacerMarkers markers;

    LearningRateInsight(LabContext context, LearningRateViewModel lab) {
        this.context = context;
        this.lab = lab;
        getStyleClass().addAll("learning-rate-lab", "insight-content");
        Messages messages = context.messages();
        readout = new Readout(
                "learning-rate-readout", List.of(new SimpleStringProperty("η"), first, second, third, goal));
        coordinates = new Readout(
                "learning-rate-coordinates",
                List.of(
                        new SimpleStringProperty(""),
                        messages.bind("component.direction.gradient"),
                        messages.bind("learning-rate.coordinates.rate"),
                        messages.bind("learning-rate.narrated.move")));
        coordinatesSection = new Section(messages.bind("learning-rate.coordinates"), coordinates);
        markers = new RacerMarkers(context);
        formula = context.formula("learning-rate-formula", "", "");
        regimes.getStyleClass().add("regime-table");
        for (Regime regime : Regime.values()) {
            String key = "learning-rate.seen." + LearningRateText.style(regime);
            Label when = new Label();
            when.textProperty().bind(curvature.map(name -> String.format(CONDITIONS.get(regime), name)));
            when.getStyleClass().add("regime-when");
            Label what = new Label();
            what.textProperty().bind(messages.bind(key));
            what.getStyleClass().addAll("racer-word", LearningRateText.style(regime));
            regimes.addRow(regimes.getRowCount(), when, what);
        }
        noise = new NoiseInsight(context);
        hiddenNotice = new WrappedText(messages.bind("learning-rate.ask.hidden"), "muted");
        doctor = new DoctorSection("learning-rate", messages, lab.undo(), lab::document);
        WrappedText narrated = new WrappedText(arrival, "small", "muted");
        narrated.setId("learning-rate-arrival");
        getChildren()
                .addAll(
                        new Section(messages.bind("shell.readout"), readout, narrated).addToHeader(position),
                        new Section(messages.bind("shell.seen"), new WrappedText(explanation), formula, regimes),
                        coordinatesSection,
                        noise,
                        doctor,
                        hiddenNotice);
    }

    /** @param hidden whether the outcomes are hidden */
    void show(RaceSnapshot snapshot, boolean hidden) {
        getChildren().forEach(child -> {
            if (!child.managedProperty().isBound()) {
                child.setManaged(hidden == hiddenNotice.equals(child));
                child.setVisible(child.isManaged());
            }
        });
        if (hidden) {
            noise.setVisible(false);
            return;
        }
        Texts texts = context.messages().texts();
        RacerRun chosen = snapshot.selectedRun();
        position.set(texts.get(
                "learning-rate.readout.at",
                NumberFormats.count(snapshot.step()),
                Integer.toString(snapshot.race().setup().steps())));
        boolean surface = snapshot.race().isSurface();
        first.set(surface ? "x" : snapshot.race().isParabola() ? FACTOR : LOCAL_FACTOR);
        second.set(surface ? "y" : "x");
        third.set(surface ? "f" : "f(x)");
        readout.rows(snapshot.race().runs().stream()
                .filter(run -> run.racer().visible())
                .map(run -> row(snapshot, run))
                .toList());
        explanation.set(new LearningRateText(texts).explain(snapshot));
        boolean table = snapshot.hasConstantFactor();
        formula.latexProperty().set(table ? LearningRateFormulas.ofConstantCurvature(snapshot.race()) : "");
        curvature.set(snapshot.curvatureSymbol());
        formula.setVisible(table);
        formula.setManaged(table);
        regimes.setVisible(table);
        regimes.setManaged(table);
        showCoordinates(snapshot);
        arrival.set(new LearningRateText(texts).arrivalSentence(snapshot.race(), chosen));
        goal.set(LearningRateText.formatTolerance(snapshot.race()));
        noise.show(snapshot, lab.noisyDescents().resultsProperty().get());
        doctor.show(findings(snapshot, texts));
    }

    /** Shows the gradient, effective rate and move of each variable for adaptive optimizers. */
    private void showCoordinates(RaceSnapshot snapshot) {
        Optional<StepNarration> narrated =
                snapshot.narration().filter(narration -> narration.updateRule().isAdaptive());
        coordinatesSection.setVisible(narrated.isPresent());
        coordinatesSection.setManaged(narrated.isPresent());
        narrated.ifPresent(narration -> coordinates.rows(IntStream.range(
                        0, narration.coordinates().size())
                .mapToObj(index -> new Readout.ReadoutRow(
                        null,
                        List.of(
                                LearningRateText.variableName(index),
                                LearningRateText.formatStepNumber(
                                        narration.coordinates().get(index).gradient()),
                                LearningRateText.effectiveRate(
                                        narration.coordinates().get(index)),
                                LearningRateText.formatStepNumber(
                                        narration.coordinates().get(index).move())),
                        false))
                .toList()));
    }

    private Readout.ReadoutRow row(RaceSnapshot snapshot, RacerRun run) {
        int step = snapshot.step();
        boolean surface = snapshot.race().isSurface();
        return new Readout.ReadoutRow(
                markers.of(run, step),
                List.of(
                        NumberFormats.format(run.rate(step), 3),
                        surface ? formatCoordinate(run.x(step)) : formatFactor(run, step),
                        surface ? formatCoordinate(run.y(step)) : formatColumn(run.x(step)),
                        formatColumn(run.value(step)),
                        LearningRateText.arrivalCell(snapshot.race(), run)),
                run.index() == snapshot.selectedIndex());
    }

    /** Creates each racer's marker once and reuses it. */
    private static final class RacerMarkers {
        private final LabContext context;
        private final List<SeriesSymbol> markers = new ArrayList<>();

        RacerMarkers(LabContext context) {
            this.context = context;
        }

        SeriesSymbol of(RacerRun run, int step) {
            while (markers.size() <= run.index()) {
                markers.add(new SeriesSymbol(context.appearance(), RacerStyle.of(markers.size())));
            }
            markers.get(run.index()).setCurveStyle(RacerStyle.of(run, step));
            return markers.get(run.index());
        }
    }

    /** The factor 1 − ηλ; a dash for a racer so far away that its local curvature means nothing. */
    private static String formatFactor(RacerRun run, int step) {
        double factor = run.factor(step);
        return run.isPlainSgd() && Math.abs(factor) < 1e4 ? NumberFormats.format(factor, 3) : "–";
    }

    /**
     * Formats a coordinate more narrowly than {@link #formatColumn}, because there are two of them: one digit is enough for
     * values near 0.
     */
    private static String formatCoordinate(double number) {
        double size = Math.abs(number);
        return size > 0 && size < 0.005 ? NumberFormats.format(number, 1) : formatColumn(number);
    }

    private static String formatColumn(double number) {
        double size = Math.abs(number);
        if (size >= 1e5) {
            return NumberFormats.formatPower(number, 2);
        }
        if (number != 0 && size < 0.005) {
            return NumberFormats.format(number, 2);
        }
        return NumberFormats.formatFixed(number, size < 100 ? 2 : size < 1000 ? 1 : 0);
    }

    private List<DoctorSection.FindingModel> findings(RaceSnapshot snapshot, Texts texts) {
        DescentRace race = snapshot.race();
        if (race.findings().isEmpty()) {
            return DoctorSection.FindingModel.ofAll(List.of(), "learning-rate.doctor.fine", texts, remedy -> {});
        }
        // The label distinguishes the racer from others with the same rate.
        LearningRateText names = new LearningRateText(texts);
        return snapshot.sortedFindings().stream()
                .map(finding -> DoctorSection.FindingModel.of(
                        finding.withArgument(
                                0,
                                Argument.literal(
                                        names.rateLabel(race, finding.evidence().descent()))),
                        texts,
                        rate -> lab.applyRemedy(finding)))
                .toList();
    }
}

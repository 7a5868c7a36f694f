package hyperlab.app.batch;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.DoctorSection;
import hyperlab.app.control.FormulaView;
import hyperlab.app.control.WrappedText;
import hyperlab.app.control.Readout;
import hyperlab.app.control.Section;
import hyperlab.app.control.SeriesSymbol;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The lab's right panel: the readout, explanations with formulas, the result of the experiment, and the doctor. */
final class BatchInsight extends VBox {
    private final LabContext context;
    private final BatchViewModel lab;
    private final StringProperty position = new SimpleStringProperty("");
    private final StringProperty epoch = new SimpleStringProperty("");
    private final StringProperty noise = new SimpleStringProperty("");
    private final StringProperty critical = new SimpleStringProperty("");
    private final StringProperty scaling = new SimpleStringProperty("");
    private final StringProperty found = new SimpleStringProperty("");
    private final Map<Walker, SeriesSymbol> marks = new EnumMap<>(Walker.class);
    private final Readout readout;
    private final FormulaView cut;
    private final FormulaView spread;
    private final FormulaView criticalFormula;
    private final FormulaView scalingFormula;
    private final DoctorSection doctor;

    BatchInsight(LabContext context, BatchViewModel lab) {
        this.context = context;
        this.lab = lab;
        getStyleClass().addAll("batch-lab", "insight-content");
        Messages messages = context.messages();
        for (Walker walker : Walker.values()) {
            marks.put(walker, new SeriesSymbol(context.appearance(), walker.look()));
        }
        readout = new Readout(
                "batch-readout",
                List.of(
                        new SimpleStringProperty("B"),
                        messages.bind("batch.readout.steps"),
                        messages.bind("batch.readout.samples"),
                        messages.bind("batch.readout.excess")));
        cut = formula("");
        spread = formula("");
        criticalFormula = formula("");
        scalingFormula = formula("");
        doctor = new DoctorSection("batch", messages, lab.undo(), lab::document);
        WrappedText aboutEpoch = new WrappedText(epoch);
        aboutEpoch.setId("batch-epoch");
        WrappedText aboutFound = new WrappedText(found);
        aboutFound.setId("batch-found");
        Section experiment = new Section(messages.bind("batch.found"), aboutFound);
        whileSaid(found, experiment);
        WrappedText aboutScaling = new WrappedText(scaling);
        aboutScaling.setId("batch-scaling-seen");
        whileSaid(scaling, aboutScaling, scalingFormula);
        getChildren()
                .addAll(
                        new Section(messages.bind("shell.readout"), readout).addToHeader(position),
                        experiment,
                        new Section(
                                messages.bind("shell.seen"),
                                new WrappedText(messages.bind("batch.seen.mean")),
                                formula(BatchFormulas.MEAN),
                                new WrappedText(noise),
                                spread,
                                new WrappedText(critical),
                                criticalFormula,
                                aboutScaling,
                                scalingFormula),
                        doctor,
                        new Section(messages.bind("batch.epoch.title"), aboutEpoch, cut));
    }

    private FormulaView formula(String latex) {
        return new FormulaView(latex, "", context.appearance());
    }

    /** Shows the nodes only while the text is not empty. */
    private static void whileSaid(StringProperty words, Node... nodes) {
        for (Node node : nodes) {
            node.visibleProperty().bind(words.isNotEmpty());
            node.managedProperty().bind(node.visibleProperty());
        }
    }

    /**
     * Shows a snapshot. Explanations, formulas and findings are updated only if {@code calm}, which means that the
     * snapshot is shown long enough to be read.
     */
    void show(BatchMoment moment, boolean calm) {
        Texts texts = context.messages().texts();
        BatchWords words = new BatchWords(texts);
        position.set(texts.get(
                "batch.readout.at",
                Integer.toString(moment.step()),
                Integer.toString(moment.comparison().pacing().length())));
        readout.rows(Stream.of(Walker.values())
                .map(walker -> row(moment, walker, texts))
                .toList());
        if (calm) {
            epoch.set(words.epoch(moment));
            noise.set(words.noise(moment));
            critical.set(words.critical(moment));
            scaling.set(words.scaling(moment).orElse(""));
            cut.latex().set(BatchFormulas.epoch(moment.chosen()));
            spread.latex()
                    .set(BatchFormulas.spread(moment.noise(), moment.chosen().batch()));
            criticalFormula.latex().set(BatchFormulas.critical(moment.noise()));
            scalingFormula
                    .latex()
                    .set(BatchFormulas.scaling(
                            moment.comparison().setup().training(),
                            moment.chosen().batch()));
            doctor.show(DiagnosisWords.of(Doctor.examine(moment), texts, lab::mend));
        }
    }

    /** Shows the result of the selected experiment. */
    void showFound(BatchMoment moment) {
        found.set(new ExperimentWords(context.messages().texts()).found(lab.experiments(), moment));
    }

    private Readout.ReadoutRow row(BatchMoment moment, Walker walker, Texts texts) {
        int batch = moment.comparison().walk(walker).cut().batch();
        return new Readout.ReadoutRow(
                Objects.requireNonNull(marks.get(walker)),
                List.of(
                        walker == Walker.WHOLE ? texts.get("shell.full") : Integer.toString(batch),
                        Integer.toString(moment.steps(walker)),
                        Long.toString(moment.samplesSeen(walker)),
                        moment.diverged(walker) ? "∞" : column(moment.excess(walker))),
                walker == Walker.CHOSEN);
    }

    private static String column(double number) {
        return number >= 0.0005 && number < 1e4 ? NumberFormats.formatFixed(number, 4) : NumberFormats.format(number, 2);
    }
}

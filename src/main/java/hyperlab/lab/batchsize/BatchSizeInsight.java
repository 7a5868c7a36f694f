package hyperlab.lab.batchsize;

import hyperlab.lab.LabContext;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.control.DoctorSection;
import hyperlab.ui.control.FormulaView;
import hyperlab.ui.control.Readout;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.SeriesSymbol;
import hyperlab.ui.control.WrappedText;
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
final class BatchSizeInsight extends VBox {
    private final LabContext context;
    private final BatchSizeViewModel lab;
    private final StringProperty position = new SimpleStringProperty("");
    private final StringProperty epoch = new SimpleStringProperty("");
    private final StringProperty noise = new SimpleStringProperty("");
    private final StringProperty critical = new SimpleStringProperty("");
    private final StringProperty scaling = new SimpleStringProperty("");
    private final StringProperty experimentResult = new SimpleStringProperty("");
    private final Map<ComparedDescent, SeriesSymbol> marks = new EnumMap<>(ComparedDescent.class);
    private final Readout readout;
    private final FormulaView cut;
    private final FormulaView spread;
    private final FormulaView criticalFormula;
    private final FormulaView scalingFormula;
    private final DoctorSection doctor;

    BatchSizeInsight(LabContext context, BatchSizeViewModel lab) {
        this.context = context;
        this.lab = lab;
        getStyleClass().addAll("batch-size-lab", "insight-content");
        Messages messages = context.messages();
        for (ComparedDescent descent : ComparedDescent.values()) {
            marks.put(descent, new SeriesSymbol(context.appearance(), descent.style()));
        }
        readout = new Readout(
                "batch-size-readout",
                List.of(
                        new SimpleStringProperty("B"),
                        messages.bind("batch-size.readout.steps"),
                        messages.bind("batch-size.readout.samples"),
                        messages.bind("batch-size.readout.excess")));
        cut = formula("");
        spread = formula("");
        criticalFormula = formula("");
        scalingFormula = formula("");
        doctor = new DoctorSection("batch-size", messages, lab.undo(), lab::document);
        WrappedText epochProse = new WrappedText(epoch);
        epochProse.setId("batch-size-epoch");
        WrappedText resultProse = new WrappedText(experimentResult);
        resultProse.setId("batch-size-found");
        Section experiment = new Section(messages.bind("batch-size.found"), resultProse);
        bindVisibility(experimentResult, experiment);
        WrappedText scalingProse = new WrappedText(scaling);
        scalingProse.setId("batch-size-scaling-seen");
        bindVisibility(scaling, scalingProse, scalingFormula);
        getChildren()
                .addAll(
                        new Section(messages.bind("shell.readout"), readout).addToHeader(position),
                        experiment,
                        new Section(
                                messages.bind("shell.seen"),
                                new WrappedText(messages.bind("batch-size.seen.mean")),
                                formula(BatchSizeFormulas.MEAN),
                                new WrappedText(noise),
                                spread,
                                new WrappedText(critical),
                                criticalFormula,
                                scalingProse,
                                scalingFormula),
                        doctor,
                        new Section(messages.bind("batch-size.epoch.title"), epochProse, cut));
    }

    private FormulaView formula(String latex) {
        return context.formula("batch-size-formula", latex, "");
    }

    /** Shows the nodes only while the text is not empty. */
    private static void bindVisibility(StringProperty text, Node... nodes) {
        for (Node node : nodes) {
            node.visibleProperty().bind(text.isNotEmpty());
            node.managedProperty().bind(node.visibleProperty());
        }
    }

    /**
     * Shows a snapshot. Explanations, formulas and findings are updated only if {@code calm}, which means that the
     * snapshot is shown long enough to be read.
     */
    void show(BatchSizeSnapshot snapshot, boolean readable) {
        Texts texts = context.messages().texts();
        BatchSizeText text = new BatchSizeText(texts);
        position.set(texts.get(
                "batch-size.readout.at",
                NumberFormats.count(snapshot.step()),
                Integer.toString(snapshot.comparison().pacing().totalSteps())));
        readout.rows(Stream.of(ComparedDescent.values())
                .map(descent -> row(snapshot, descent, texts))
                .toList());
        if (readable) {
            epoch.set(text.epochText(snapshot));
            noise.set(text.noiseText(snapshot));
            critical.set(text.criticalBatchText(snapshot));
            scaling.set(text.scalingText(snapshot).orElse(""));
            cut.latexProperty().set(BatchSizeFormulas.epoch(snapshot.chosenBatches()));
            spread.latexProperty()
                    .set(BatchSizeFormulas.spread(
                            snapshot.noise(), snapshot.chosenBatches().batchSize()));
            criticalFormula.latexProperty().set(BatchSizeFormulas.critical(snapshot.noise()));
            scalingFormula
                    .latexProperty()
                    .set(BatchSizeFormulas.scaling(
                            snapshot.comparison().setup().training(),
                            snapshot.chosenBatches().batchSize()));
            doctor.show(DoctorSection.FindingModel.ofAll(
                    snapshot.findings(), "batch-size.doctor.fine", texts, lab::applyRemedy));
        }
    }

    /** Shows the result of the selected experiment. */
    void showExperiment(BatchSizeSnapshot snapshot) {
        experimentResult.set(
                new BatchSizeExperimentText(context.messages().texts()).resultText(lab.experiments(), snapshot));
    }

    private Readout.ReadoutRow row(BatchSizeSnapshot snapshot, ComparedDescent descent, Texts texts) {
        int batch = snapshot.comparison().path(descent).epochBatches().batchSize();
        return new Readout.ReadoutRow(
                Objects.requireNonNull(marks.get(descent)),
                List.of(
                        descent == ComparedDescent.WHOLE ? texts.get("shell.full") : Integer.toString(batch),
                        Integer.toString(snapshot.steps(descent)),
                        NumberFormats.count(snapshot.samplesSeen(descent)),
                        snapshot.hasDiverged(descent) ? "∞" : formatExcess(snapshot.excessLoss(descent))),
                descent == ComparedDescent.CHOSEN);
    }

    private static String formatExcess(double number) {
        return number >= 0.0005 && number < 1e4
                ? NumberFormats.formatFixed(number, 4)
                : NumberFormats.format(number, 2);
    }
}

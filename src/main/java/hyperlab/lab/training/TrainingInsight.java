package hyperlab.lab.training;

import hyperlab.lab.LabContext;
import hyperlab.lab.training.inspection.TrainingDiagnosisView;
import hyperlab.lab.training.run.CompareInsight;
import hyperlab.lab.training.run.CountsTable;
import hyperlab.lab.training.run.PlaygroundInsight;
import hyperlab.lab.training.run.PlayheadReading;
import hyperlab.lab.training.run.RunReadout;
import hyperlab.lab.training.run.SeedsInsight;
import hyperlab.lab.training.run.TestSetInsight;
import hyperlab.lab.training.run.TrainingViewState;
import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.lab.training.settings.LocalizedText;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.concurrent.Conflator;
import hyperlab.ui.control.FormulaView;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.playback.Playback;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.VBox;

/**
 * The panel with the numbers at the play head, the comparison with the previous run, observations, the update rule and
 * counts.
 */
final class TrainingInsight extends VBox {
    private final TrainingViewModel lab;
    private final Messages messages;
    private final ExperimentSettings settings;
    private final Playback playback;
    private final CompareInsight compare;
    private final SeedsInsight seeds;
    private final TestSetInsight test;
    private final ScalingInsight scaling;
    private final RunReadout readout;
    private final PlaygroundInsight original;
    private final StringProperty readoutEpoch = new SimpleStringProperty(this, "readoutPlace", "");
    private final VBox observationBox = new VBox(8);
    private final List<StringProperty> paragraphs = new ArrayList<>();
    private final FormulaView formula;
    private final CountsTable counts;

    TrainingInsight(
            TrainingViewModel lab,
            ExperimentSettings settings,
            Playback playback,
            CompareInsight compare,
            SeedsInsight seeds,
            TestSetInsight test,
            ScalingInsight scaling,
            TrainingDiagnosisView diagnosis,
            LabContext context) {
        this.lab = lab;
        this.settings = settings;
        this.playback = playback;
        this.compare = compare;
        this.seeds = seeds;
        this.test = test;
        this.scaling = scaling;
        this.messages = context.messages();
        getStyleClass().add("training-insight");
        readout = new RunReadout(context);
        original = new PlaygroundInsight(messages);
        formula = context.formula("training-formula", "", messages.get("training.formula"));
        counts = new CountsTable(messages);
        Section numbers = new Section(messages.bind("shell.readout"), readout).addToHeader(readoutEpoch);
        getChildren()
                .addAll(
                        original,
                        compare,
                        numbers,
                        test,
                        scaling,
                        seeds,
                        diagnosis,
                        new Section(messages.bind("shell.seen"), observationBox, formula),
                        new Section(messages.bind("training.counts"), counts));
        Conflator<TrainingViewState> updates = new Conflator<>(context.lowPriority(), state -> show());
        lab.viewStateProperty().addListener((observed, before, now) -> updates.offer(now));
        lab.inspection()
                .inspectionProperty()
                .addListener((observed, before, now) ->
                        updates.offer(lab.viewStateProperty().get()));
        messages.languageProperty().addListener((observed, before, now) -> show());
        show();
    }

    private void show() {
        TrainingViewState state = lab.viewStateProperty().get();
        formula.latexProperty().set(state.experiment().training().optimizer().updateFormula());
        showObservations(lab.observations());
        compare.show();
        seeds.show(state);
        original.show(state);
        test.show(state);
        scaling.show(state);
        updateReadout(state);
        counts.show(state, settings.hyperparameterCount());
    }

    private void showObservations(List<LocalizedText> words) {
        Texts texts = messages.texts();
        while (paragraphs.size() < words.size()) {
            StringProperty paragraph = new SimpleStringProperty("");
            paragraphs.add(paragraph);
            observationBox.getChildren().add(new WrappedText(paragraph));
        }
        for (int k = 0; k < paragraphs.size(); k++) {
            paragraphs.get(k).set(k < words.size() ? words.get(k).format(texts) : "");
            observationBox.getChildren().get(k).setVisible(k < words.size());
            observationBox.getChildren().get(k).setManaged(k < words.size());
        }
    }

    private void updateReadout(TrainingViewState state) {
        PlayheadReading reading = state.reading();
        Integer cursor = state.cursor();
        int epoch = cursor != null
                ? cursor
                : reading == null ? 0 : reading.atPlayhead().epoch();
        readoutEpoch.set(
                reading == null
                        ? ""
                        : messages.get(
                                "training.readout.at",
                                Integer.toString(epoch),
                                Integer.toString(playback.lengthProperty().get())));
        readout.show(state);
    }
}

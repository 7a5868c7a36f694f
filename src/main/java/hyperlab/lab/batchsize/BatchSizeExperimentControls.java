package hyperlab.lab.batchsize;

import hyperlab.batch.EscapeSettings;
import hyperlab.batch.TargetSettings;
import hyperlab.lab.LabContext;
import hyperlab.ui.Messages;
import hyperlab.ui.control.FocusableToggleSwitch;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.SegmentedButton;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberRule;
import hyperlab.ui.control.slider.LinearRange;
import hyperlab.ui.control.slider.LinearSlider;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Selects the experiment, shows its settings, and runs or stops it. */
final class BatchSizeExperimentControls extends VBox {
    private final Messages messages;
    private final BatchSizeViewModel lab;
    private final BatchSizeSettings settings;

    BatchSizeExperimentControls(LabContext context, BatchSizeViewModel lab) {
        this.messages = context.messages();
        this.lab = lab;
        this.settings = lab.settings();
        getChildren()
                .add(new Section(
                        messages.bind("batch-size.experiment"),
                        selector(messages, lab, "batch-size-experiment"),
                        visibleFor(BatchSizeExperiments.Kind.TARGET, targetFields()),
                        visibleFor(BatchSizeExperiments.Kind.ESCAPE, escapeFields()),
                        runButton(messages, lab, "batch-size-run")));
    }

    /** A control that selects the experiment. */
    static Node selector(Messages messages, BatchSizeViewModel lab, String id) {
        SegmentedButton<BatchSizeExperiments.Kind> kind = new SegmentedButton<>(
                id, messages, List.of(BatchSizeExperiments.Kind.values()), BatchSizeExperimentText::key);
        kind.valueProperty().bindBidirectional(lab.experiments().chosenProperty());
        return Hints.withHint(kind, messages.bind("batch-size.experiment.hint"));
    }

    /** A button that runs the selected experiment, or stops it while it runs. */
    static Button runButton(Messages messages, BatchSizeViewModel lab, String id) {
        Button button = new Button();
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        Runnable update = () -> {
            boolean running = lab.experiments().isRunning();
            button.setGraphic(Icons.icon(running ? "fth-x" : "fth-shuffle"));
            button.setText(messages.get(
                    running
                            ? "batch-size.experiment.stop"
                            : BatchSizeExperimentText.key(
                                            lab.experiments().chosenProperty().get()) + ".run"));
        };
        lab.experiments().onChange(update);
        messages.languageProperty().addListener((observed, before, now) -> update.run());
        update.run();
        button.setOnAction(event -> {
            if (lab.experiments().isRunning()) {
                lab.stop();
            } else {
                lab.run();
            }
        });
        return button;
    }

    private Node visibleFor(BatchSizeExperiments.Kind kind, VBox fields) {
        fields.getStyleClass().add("controls-group");
        fields.managedProperty().bind(fields.visibleProperty());
        fields.visibleProperty().bind(lab.experiments().chosenProperty().isEqualTo(kind));
        return fields;
    }

    private VBox targetFields() {
        FocusableToggleSwitch best = new FocusableToggleSwitch("batch-size-best-rate");
        best.setSelected(settings.bestRateProperty().get());
        best.selectedProperty()
                .addListener(
                        (observed, before, now) -> settings.bestRateProperty().set(now));
        settings.bestRateProperty().addListener((observed, before, now) -> best.setSelected(now));
        return new VBox(
                field(
                        "batch-size-target-share",
                        "batch-size.target.share",
                        NumberRule.between(0, 1),
                        settings.targetShareProperty()),
                Hints.withHint(
                        new FieldRow(messages.bind("batch-size.target.bestRate"), best),
                        messages.bind("batch-size.target.bestRate.hint")),
                field(
                        "batch-size-target-seeds",
                        "batch-size.target.seeds",
                        NumberRule.wholeWithin(1, TargetSettings.MAX_SEEDS),
                        settings.targetSeedsProperty()));
    }

    private VBox escapeFields() {
        LinearSlider noise = slider(
                "batch-size-escape-noise",
                "batch-size.escape.noise",
                LinearRange.of(0, 8, 0.1),
                settings.escapeNoiseProperty());
        noise.rule(NumberRule.NOT_NEGATIVE);
        return new VBox(
                noise,
                slider(
                        "batch-size-escape-tilt",
                        "batch-size.escape.tilt",
                        LinearRange.of(0, EscapeSettings.MAX_TILT, 0.01),
                        settings.escapeTiltProperty()),
                field(
                        "batch-size-escape-steps",
                        "batch-size.escape.steps",
                        NumberRule.wholeWithin(1, EscapeSettings.MAX_STEPS),
                        settings.escapeStepsProperty()),
                field(
                        "batch-size-escape-runs",
                        "batch-size.escape.runs",
                        NumberRule.wholeWithin(1, EscapeSettings.MAX_RUNS),
                        settings.escapeRunsProperty()));
    }

    private LinearSlider slider(String id, String key, LinearRange range, DoubleProperty number) {
        LinearSlider slider = new LinearSlider(id, messages, messages.bind(key), range, number.get());
        slider.valueProperty().bindBidirectional(number);
        slider.onSettled(lab.undo()::settle);
        return Hints.withHint(slider, messages.bind(key + ".hint"));
    }

    private Node field(String id, String key, NumberRule rule, DoubleProperty number) {
        return FieldRow.ofNumber(messages, lab.undo(), id, key, rule, number);
    }
}

package hyperlab.app.batch;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.FieldRow;
import hyperlab.app.control.Hints;
import hyperlab.app.control.Icons;
import hyperlab.app.control.LinearRange;
import hyperlab.app.control.LinearSlider;
import hyperlab.app.control.NumberRule;
import hyperlab.app.control.Section;
import hyperlab.app.control.SegmentedButton;
import hyperlab.app.control.FocusableToggleSwitch;
import hyperlab.batch.EscapeSettings;
import hyperlab.batch.TargetSettings;
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
                        messages.bind("batch.experiment"),
                        selector(messages, lab, "batch-experiment"),
                        visibleFor(BatchSizeExperiments.Kind.TARGET, targetFields()),
                        visibleFor(BatchSizeExperiments.Kind.ESCAPE, escapeFields()),
                        runButton(messages, lab, "batch-run")));
    }

    /** A control that selects the experiment. */
    static Node selector(Messages messages, BatchSizeViewModel lab, String id) {
        SegmentedButton<BatchSizeExperiments.Kind> kind =
                new SegmentedButton<>(id, messages, List.of(BatchSizeExperiments.Kind.values()), BatchSizeExperimentText::key);
        kind.value().bindBidirectional(lab.experiments().chosen());
        return Hints.withHint(kind, messages.bind("batch.experiment.hint"));
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
                            ? "batch.experiment.stop"
                            : BatchSizeExperimentText.key(lab.experiments().chosen().get()) + ".run"));
        };
        lab.experiments().onChange(update);
        messages.language().addListener((observed, before, now) -> update.run());
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
        fields.visibleProperty().bind(lab.experiments().chosen().isEqualTo(kind));
        return fields;
    }

    private VBox targetFields() {
        FocusableToggleSwitch best = new FocusableToggleSwitch("batch-best-rate");
        best.setSelected(settings.bestRate().get());
        best.selectedProperty()
                .addListener((observed, before, now) -> settings.bestRate().set(now));
        settings.bestRate().addListener((observed, before, now) -> best.setSelected(now));
        return new VBox(
                field("batch-target-share", "batch.target.share", NumberRule.between(0, 1), settings.targetShare()),
                Hints.withHint(
                        new FieldRow(messages.bind("batch.target.bestRate"), best),
                        messages.bind("batch.target.bestRate.hint")),
                field(
                        "batch-target-seeds",
                        "batch.target.seeds",
                        NumberRule.wholeWithin(1, TargetSettings.MAX_SEEDS),
                        settings.targetSeeds()));
    }

    private VBox escapeFields() {
        LinearSlider noise =
                slider("batch-escape-noise", "batch.escape.noise", LinearRange.of(0, 8, 0.1), settings.escapeNoise());
        noise.rule(NumberRule.NOT_NEGATIVE);
        return new VBox(
                noise,
                slider(
                        "batch-escape-tilt",
                        "batch.escape.tilt",
                        LinearRange.of(0, EscapeSettings.MAX_TILT, 0.01),
                        settings.escapeTilt()),
                field(
                        "batch-escape-steps",
                        "batch.escape.steps",
                        NumberRule.wholeWithin(1, EscapeSettings.MAX_STEPS),
                        settings.escapeSteps()),
                field(
                        "batch-escape-runs",
                        "batch.escape.runs",
                        NumberRule.wholeWithin(1, EscapeSettings.MAX_RUNS),
                        settings.escapeRuns()));
    }

    private LinearSlider slider(String id, String key, LinearRange range, DoubleProperty number) {
        LinearSlider slider = new LinearSlider(id, messages, messages.bind(key), range, number.get());
        slider.value().bindBidirectional(number);
        slider.onSettled(lab.undo()::settle);
        return Hints.withHint(slider, messages.bind(key + ".hint"));
    }

    private Node field(String id, String key, NumberRule rule, DoubleProperty number) {
        return FieldRow.ofNumber(messages, lab.undo(), id, key, rule, number);
    }
}

package hyperlab.lab.learningrate;

import hyperlab.descent.RepeatedNoiseSettings;
import hyperlab.lab.LabContext;
import hyperlab.lab.learningrate.race.NoisyDescents;
import hyperlab.ui.Messages;
import hyperlab.ui.control.FocusableToggleSwitch;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberRule;
import hyperlab.ui.control.slider.LinearRange;
import hyperlab.ui.control.slider.LinearSlider;
import hyperlab.ui.control.slider.PowerSlider;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The gradient noise toggle, and the noise settings while it is on. */
final class NoiseControls extends VBox {
    private static final int MAX_POWER_OF_TWO = 8;
    private static final double MAX_DEVIATION = 10;
    private static final double MAX_EXACT_INTEGER = 1L << 53;

    private final Messages messages;
    private final LearningRateViewModel lab;

    NoiseControls(LabContext context, LearningRateViewModel lab) {
        this.messages = context.messages();
        this.lab = lab;
        getStyleClass().add("controls-group");
        NoiseProperties noise = lab.settings().noise();
        FocusableToggleSwitch on = new FocusableToggleSwitch("learning-rate-noise");
        on.setSelected(noise.enabledProperty().get());
        on.selectedProperty()
                .addListener((observed, before, now) -> noise.enabledProperty().set(now));
        noise.enabledProperty().addListener((observed, before, now) -> on.setSelected(now));
        LinearSlider deviation = new LinearSlider(
                "learning-rate-noise-deviation",
                messages,
                messages.bind("learning-rate.noise.deviation"),
                LinearRange.of(0, MAX_DEVIATION, 0.1),
                RepeatedNoiseSettings.DEFAULT.deviation());
        deviation.rule(NumberRule.NOT_NEGATIVE);
        deviation.valueProperty().bindBidirectional(noise.deviationProperty());
        deviation.onSettled(lab.undo()::settle);
        PowerSlider batch = new PowerSlider(
                "learning-rate-noise-batch",
                messages,
                messages.bind("learning-rate.noise.batch"),
                MAX_POWER_OF_TWO,
                RepeatedNoiseSettings.MAX_BATCH_SIZE,
                RepeatedNoiseSettings.DEFAULT.batchSize());
        batch.valueProperty().bindBidirectional(noise.batchSizeProperty());
        batch.onSettled(lab.undo()::settle);
        VBox settings = new VBox(
                Hints.withHint(deviation, messages.bind("learning-rate.noise.deviation.hint")),
                Hints.withHint(batch, messages.bind("learning-rate.noise.batch.hint")),
                field("walks", NumberRule.wholeWithin(2, RepeatedNoiseSettings.MAX_RUNS), noise.walksProperty()),
                field("seed", NumberRule.wholeWithin(-MAX_EXACT_INTEGER, MAX_EXACT_INTEGER), noise.seedProperty()),
                new WrappedText(messages.bind("learning-rate.noise.balls"), "muted", "small"),
                stop());
        settings.getStyleClass().add("controls-group");
        settings.managedProperty().bind(settings.visibleProperty());
        settings.visibleProperty().bind(on.selectedProperty());
        getChildren()
                .addAll(
                        Hints.withHint(
                                new FieldRow(messages.bind("learning-rate.noise"), on).bold(),
                                messages.bind("learning-rate.noise.hint")),
                        settings);
    }

    private Node field(String name, NumberRule rule, DoubleProperty number) {
        return FieldRow.ofNumber(
                messages, lab.undo(), "learning-rate-noise-" + name, "learning-rate.noise." + name, rule, number);
    }

    /** The stop button; visible only while paths are being computed. */
    private Node stop() {
        Button stop = new Button();
        stop.setId("learning-rate-noise-stop");
        stop.setMaxWidth(Double.MAX_VALUE);
        stop.textProperty().bind(messages.bind("learning-rate.noise.stop"));
        stop.setOnAction(event -> lab.noisyDescents().stop());
        stop.managedProperty().bind(stop.visibleProperty());
        stop.visibleProperty()
                .bind(lab.noisyDescents().resultsProperty().map(NoisyDescents.NoisyDescentResults::running));
        return Hints.withHint(stop, messages.bind("learning-rate.noise.stop.hint"));
    }
}

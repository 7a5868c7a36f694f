package hyperlab.app.descent;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.FieldRow;
import hyperlab.app.control.Hints;
import hyperlab.app.control.LinearRange;
import hyperlab.app.control.LinearSlider;
import hyperlab.app.control.NumberRule;
import hyperlab.app.control.PowerSlider;
import hyperlab.app.control.FocusableToggleSwitch;
import hyperlab.descent.RepeatedNoiseSettings;
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
        FocusableToggleSwitch on = new FocusableToggleSwitch("rate-noise");
        on.setSelected(noise.on().get());
        on.selectedProperty().addListener((observed, before, now) -> noise.on().set(now));
        noise.on().addListener((observed, before, now) -> on.setSelected(now));
        LinearSlider deviation = new LinearSlider(
                "rate-noise-deviation",
                messages,
                messages.bind("rate.noise.deviation"),
                LinearRange.of(0, MAX_DEVIATION, 0.1),
                RepeatedNoiseSettings.DEFAULT.deviation());
        deviation.rule(NumberRule.NOT_NEGATIVE);
        deviation.value().bindBidirectional(noise.deviation());
        deviation.onSettled(lab.undo()::settle);
        PowerSlider batch = new PowerSlider(
                "rate-noise-batch",
                messages,
                messages.bind("rate.noise.batch"),
                MAX_POWER_OF_TWO,
                RepeatedNoiseSettings.MAX_BATCH_SIZE,
                RepeatedNoiseSettings.DEFAULT.batchSize());
        batch.value().bindBidirectional(noise.batchSize());
        batch.onSettled(lab.undo()::settle);
        VBox settings = new VBox(
                Hints.withHint(deviation, messages.bind("rate.noise.deviation.hint")),
                Hints.withHint(batch, messages.bind("rate.noise.batch.hint")),
                field("walks", NumberRule.wholeWithin(2, RepeatedNoiseSettings.MAX_RUNS), noise.walks()),
                field("seed", NumberRule.wholeWithin(-MAX_EXACT_INTEGER, MAX_EXACT_INTEGER), noise.seed()),
                stop());
        settings.getStyleClass().add("controls-group");
        settings.managedProperty().bind(settings.visibleProperty());
        settings.visibleProperty().bind(on.selectedProperty());
        getChildren()
                .addAll(
                        Hints.withHint(
                                new FieldRow(messages.bind("rate.noise"), on).bold(),
                                messages.bind("rate.noise.hint")),
                        settings);
    }

    private Node field(String name, NumberRule rule, DoubleProperty number) {
        return FieldRow.ofNumber(messages, lab.undo(), "rate-noise-" + name, "rate.noise." + name, rule, number);
    }

    /** The stop button; visible only while paths are being computed. */
    private Node stop() {
        Button stop = new Button();
        stop.setId("rate-noise-stop");
        stop.setMaxWidth(Double.MAX_VALUE);
        stop.textProperty().bind(messages.bind("rate.noise.stop"));
        stop.setOnAction(event -> lab.noisyDescents().stop());
        stop.managedProperty().bind(stop.visibleProperty());
        stop.visibleProperty().bind(lab.noisyDescents().found().map(NoisyDescents.NoisyDescentResults::running));
        return Hints.withHint(stop, messages.bind("rate.noise.stop.hint"));
    }
}

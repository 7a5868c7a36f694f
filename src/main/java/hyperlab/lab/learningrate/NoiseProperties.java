package hyperlab.lab.learningrate;

import hyperlab.descent.RepeatedNoiseSettings;
import hyperlab.lab.learningrate.race.RaceState;
import hyperlab.ui.SettingsState;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;

/** The settings of the gradient noise as properties. They are part of the lab's settings. */
public final class NoiseProperties {
    private final SettingsState<RaceState> settingsState;
    private final ObjectProperty<Boolean> on;
    private final DoubleProperty deviation;
    private final DoubleProperty batchSize;
    private final DoubleProperty pathCount;
    private final DoubleProperty seed;

    NoiseProperties(SettingsState<RaceState> settingsState) {
        this.settingsState = settingsState;
        on = settingsState.part(
                "learning-rate.undo.noise",
                state -> state.setup().noise().enabled(),
                (state, isOn) -> with(state, state.setup().noise().withEnabled(isOn)));
        deviation = number(
                "learning-rate.undo.noise.deviation",
                RepeatedNoiseSettings::deviation,
                RepeatedNoiseSettings::withDeviation);
        batchSize = number(
                "learning-rate.undo.noise.batch",
                noise -> (double) noise.batchSize(),
                (noise, size) -> noise.withBatchSize(size.intValue()));
        pathCount = number(
                "learning-rate.undo.noise.walks",
                noise -> (double) noise.runs(),
                (noise, count) -> noise.withRuns(count.intValue()));
        seed = number(
                "learning-rate.undo.noise.seed",
                noise -> (double) noise.seed(),
                (noise, seed) -> noise.withSeed(seed.longValue()));
    }

    private DoubleProperty number(
            String undoKey,
            Function<RepeatedNoiseSettings, Double> part,
            BiFunction<RepeatedNoiseSettings, Double, RepeatedNoiseSettings> with) {
        return settingsState.number(
                undoKey,
                state -> part.apply(state.setup().noise()),
                (state, value) -> with(state, with.apply(state.setup().noise(), value)));
    }

    private static RaceState with(RaceState state, RepeatedNoiseSettings noise) {
        return state.with(state.setup().withNoise(noise));
    }

    /** Whether gradient noise is turned on. */
    public ObjectProperty<Boolean> enabledProperty() {
        return on;
    }

    /** S, the standard deviation of the gradient noise for one sample. */
    public DoubleProperty deviationProperty() {
        return deviation;
    }

    /** B, the batch size. */
    public DoubleProperty batchSizeProperty() {
        return batchSize;
    }

    /** The number of repeated paths. */
    public DoubleProperty walksProperty() {
        return pathCount;
    }

    /** The random seed of the first path. */
    public DoubleProperty seedProperty() {
        return seed;
    }
}

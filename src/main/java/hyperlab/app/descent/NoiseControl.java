package hyperlab.app.descent;

import hyperlab.app.Whole;
import hyperlab.descent.NoiseSettings;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;

/** What can be set of the gradient noise, a property each; part of the lab's settings. */
public final class NoiseControl {
    private final Whole<RaceState> whole;
    private final ObjectProperty<Boolean> on;
    private final DoubleProperty deviation;
    private final DoubleProperty batchSize;
    private final DoubleProperty walks;
    private final DoubleProperty seed;

    NoiseControl(Whole<RaceState> whole) {
        this.whole = whole;
        on = whole.part(
                "rate.undo.noise",
                state -> state.setup().noise().on(),
                (state, isOn) -> with(state, state.setup().noise().withOn(isOn)));
        deviation = number("rate.undo.noise.deviation", NoiseSettings::deviation, NoiseSettings::withDeviation);
        batchSize = number(
                "rate.undo.noise.batch",
                noise -> (double) noise.batchSize(),
                (noise, size) -> noise.withBatchSize(size.intValue()));
        walks = number(
                "rate.undo.noise.walks",
                noise -> (double) noise.walks(),
                (noise, count) -> noise.withWalks(count.intValue()));
        seed = number(
                "rate.undo.noise.seed",
                noise -> (double) noise.seed(),
                (noise, seed) -> noise.withSeed(seed.longValue()));
    }

    private DoubleProperty number(
            String undoKey,
            Function<NoiseSettings, Double> part,
            BiFunction<NoiseSettings, Double, NoiseSettings> with) {
        return whole.number(
                undoKey,
                state -> part.apply(state.setup().noise()),
                (state, value) -> with(state, with.apply(state.setup().noise(), value)));
    }

    private static RaceState with(RaceState state, NoiseSettings noise) {
        return state.with(state.setup().withNoise(noise));
    }

    /** Whether the noisy walks are shown. */
    public ObjectProperty<Boolean> on() {
        return on;
    }

    /** S. */
    public DoubleProperty deviation() {
        return deviation;
    }

    /** B. */
    public DoubleProperty batchSize() {
        return batchSize;
    }

    /** How often the walk is taken. */
    public DoubleProperty walks() {
        return walks;
    }

    /** Of the first walk. */
    public DoubleProperty seed() {
        return seed;
    }
}

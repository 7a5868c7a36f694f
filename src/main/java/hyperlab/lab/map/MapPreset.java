package hyperlab.lab.map;

import hyperlab.data.DataSettings;
import hyperlab.descent.DescentSetup;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.MeanFieldNetwork;
import hyperlab.nn.Activation;
import hyperlab.nn.Loss;
import hyperlab.optim.Sgd;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingSettings;
import hyperlab.tune.SearchDimension.IntegerDimension;
import hyperlab.tune.SearchDimension.LinearDimension;
import hyperlab.tune.SearchDimension.LogDimension;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The maps that the lab offers, each with two pixels to compare. */
enum MapPreset {
    /** Learning rate and batch size on two moons: 200 training samples, 2-8-1, tanh, plain SGD, 30 epochs. */
    MOONS("moons", 0.2, 16, 2.5, 16),
    /** Learning rate and batch size on digits. */
    DIGITS("digits", 0.1, 32, 1, 32),
    /** Learning rate and momentum on a parabola. */
    MOMENTUM("momentum", 0.3, 0.8, 0.3, 0.2045),
    /** The learning rates of both layers of the network of Sohl-Dickstein (2024). */
    FRACTAL("fractal", 10, 10, 1000, 1000);

    private static final String RATE = "training.learningRate";
    private static final String BATCH_SIZE = "training.batchSize";
    private static final int COUNT = 64;
    private static final int FINE_COUNT = 128;
    private static final int EPOCHS = 30;
    private static final int DIGITS_EPOCHS = 5;
    private static final int STEPS = 60;
    private static final Map<MapPreset, MapSpecification> MAPS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(preset -> preset, MapPreset::mapOf));

    private final String id;
    private final double pinnedX;
    private final double pinnedY;
    private final double comparedX;
    private final double comparedY;

    MapPreset(String id, double pinnedX, double pinnedY, double comparedX, double comparedY) {
        this.id = id;
        this.pinnedX = pinnedX;
        this.pinnedY = pinnedY;
        this.comparedX = comparedX;
        this.comparedY = comparedY;
    }

    String id() {
        return id;
    }

    double pinnedX() {
        return pinnedX;
    }

    double pinnedY() {
        return pinnedY;
    }

    double comparedX() {
        return comparedX;
    }

    double comparedY() {
        return comparedY;
    }

    MapSpecification map() {
        return Objects.requireNonNull(MAPS.get(this));
    }

    private static MapSpecification mapOf(MapPreset preset) {
        return switch (preset) {
            case MOONS ->
                new MapSpecification(
                        new MapSubject.OfExperiment(moons()),
                        new MapAxis(RATE, new LogDimension(0.003, 30), COUNT),
                        new MapAxis(BATCH_SIZE, new IntegerDimension(1, 128), COUNT, true),
                        MapColor.TRAIN_LOSS);
            case DIGITS ->
                new MapSpecification(
                        new MapSubject.OfExperiment(digits()),
                        new MapAxis(RATE, new LogDimension(0.003, 3), COUNT),
                        new MapAxis(BATCH_SIZE, new IntegerDimension(1, 512), COUNT / 2, true),
                        MapColor.TRAIN_LOSS);
            case MOMENTUM ->
                new MapSpecification(
                        new MapSubject.OfDescent(parabola()),
                        new MapAxis("learningRate", new LinearDimension(0.01, 4), FINE_COUNT),
                        new MapAxis("optimizer.momentum", new LinearDimension(0, 0.99), FINE_COUNT),
                        MapColor.SPECTRAL_RADIUS);
            case FRACTAL ->
                new MapSpecification(
                        new MapSubject.OfMeanField(MeanFieldNetwork.DEFAULT),
                        new MapAxis("layerRates.0", new LogDimension(1, 1e4), FINE_COUNT),
                        new MapAxis("layerRates.1", new LogDimension(1, 1e4), FINE_COUNT),
                        MapColor.TRAIN_LOSS);
        };
    }

    private static Experiment moons() {
        return Experiment.DEFAULT
                .withSeed(1)
                .withData(DataSettings.DEFAULT.withSamples(250))
                .withNetwork(NetworkSettings.DEFAULT.withHidden(List.of(8)).withActivation(new Activation.Tanh()))
                .withTraining(plainSgd(EPOCHS, 16));
    }

    private static Experiment digits() {
        return Experiment.DEFAULT
                .withSeed(1)
                .withData(DataSettings.DEFAULT.withSource("digits").withNoise(0))
                .withNetwork(NetworkSettings.DEFAULT.withHidden(List.of(16)).withActivation(new Activation.Tanh()))
                .withTraining(plainSgd(DIGITS_EPOCHS, 32));
    }

    private static TrainingSettings plainSgd(int epochs, int batchSize) {
        return TrainingSettings.DEFAULT
                .withLoss(Loss.SQUARED_ERROR)
                .withOptimizer(Sgd.DEFAULT)
                .withLearningRate(0.2)
                .withBatchSize(new BatchSize(batchSize))
                .withEpochs(epochs);
    }

    private static DescentSetup parabola() {
        return new DescentSetup(
                "parabola",
                Map.of("curvature", 1.0),
                List.of(1.0),
                STEPS,
                List.of(new DescentSetup.Racer(0.3, new Sgd(0.8, false), true)));
    }

    /** The preset with this subject; empty for another one. */
    static Optional<MapPreset> of(MapSubject subject) {
        return Optional.ofNullable(Subjects.PRESETS.get(subject));
    }

    /** Made once, because the controls ask after each change. */
    private static final class Subjects {
        static final Map<MapSubject, MapPreset> PRESETS = Arrays.stream(MapPreset.values())
                .collect(Collectors.toMap(preset -> preset.map().subject(), preset -> preset));
    }
}

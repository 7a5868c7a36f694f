package hyperlab.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSplitter;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.MapTrainers;
import hyperlab.map.PixelTrainer.PixelValues;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
import hyperlab.tune.SearchDimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pixels have the numbers of a training run with the same settings, bit for bit. */
class NetworkPixelTrainerTest {
    private static final Experiment BASE = ExperimentOverrides.with(
            Experiment.DEFAULT,
            List.of(
                    "seed=3",
                    "data.samples=60",
                    "data.noise=0.2",
                    "network.hidden=[4]",
                    "network.activation=tanh",
                    "training.optimizer=sgd",
                    "training.epochs=12"));
    private static final MapAxis RATES =
            new MapAxis("training.learningRate", new SearchDimension.LogDimension(0.01, 1000), 64);
    private static final MapAxis SIZES =
            new MapAxis("training.batchSize", new SearchDimension.IntegerDimension(1, 60), 60);

    private static NetworkPixelTrainer trainer(MapSpecification map) {
        return MapTrainers.network(map, null);
    }

    private static MapSpecification map(Experiment experiment, MapAxis x, MapAxis y, MapColor color) {
        return new MapSpecification(new MapSubject.OfExperiment(experiment), x, y, color);
    }

    /** The pixel by the definition of its outcome, from the trainer's own run. */
    private static Pixel expected(Experiment experiment, MapColor color) {
        TrainingRun run = new TrainingRun(
                experiment, DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), null), null);
        double initial = run.report().trainLoss();
        int rows = run.partition().train().samples();
        List<EpochReport> reports = new ArrayList<>(List.of(run.report()));
        List<Double> epochLosses = new ArrayList<>();
        double sum = 0;
        int samples = 0;
        while (run.outcome() == null) {
            boolean ended = run.step();
            double loss = run.stepReport().batchLoss();
            if (!(loss <= 1e6 * Math.max(1, initial))) {
                return new Pixel(PixelOutcome.DIVERGED, reports.size() - 1 + (double) samples / rows, Double.NaN, 1);
            }
            samples += run.stepReport().batchSamples();
            sum += loss * run.stepReport().batchSamples();
            if (ended) {
                reports.add(run.report());
                epochLosses.add(sum / samples);
                samples = 0;
                sum = 0;
            }
        }
        EpochReport last = run.report();
        if (run.outcome() instanceof TrainingOutcome.Diverged || last.trainLoss() > initial) {
            return new Pixel(PixelOutcome.DIVERGED, last.epoch(), Double.NaN, 1);
        }
        int from = Math.max(1, epochLosses.size() / 2);
        int rises = 0;
        for (int i = from; i < epochLosses.size(); i++) {
            rises += epochLosses.get(i) > 1.05 * epochLosses.get(i - 1) ? 1 : 0;
        }
        int judged = epochLosses.size() - from;
        boolean oscillates = judged >= 4 && 4 * rises >= judged;
        double value = switch (color) {
            case TRAIN_LOSS -> last.trainLoss();
            case VALIDATION_LOSS -> last.validationLoss();
            case GENERALIZATION_GAP -> last.validationLoss() - last.trainLoss();
            case TRAIN_ACCURACY -> last.trainAccuracy();
            case VALIDATION_ACCURACY -> last.validationAccuracy();
            case EPOCHS_TO_TARGET ->
                reports.stream()
                        .filter(report -> report.trainLoss() <= MapSpecification.DEFAULT_TARGET)
                        .mapToDouble(EpochReport::epoch)
                        .findFirst()
                        .orElse(Double.NaN);
            case DEAD_UNITS, OUTCOME, SPECTRAL_RADIUS -> Double.NaN;
        };
        return new Pixel(oscillates ? PixelOutcome.OSCILLATING : PixelOutcome.CONVERGED, last.epoch(), value, 0);
    }

    @Test
    void hundredRandomPixelsEqualTrainingRuns() {
        Random random = new Random(1);
        List<String> variants = List.of(
                "training.patience=0",
                "training.loss=squaredError",
                "training.optimizer={\"name\":\"sgd\",\"momentum\":0.9}",
                "training.optimizer=adam",
                "training.patience=2",
                "network.dropout=0.3",
                "ensemble=2",
                "training.layerRates=[0.3,0.02]",
                "training.schedule={\"name\":\"cosine\",\"warmup\":2}",
                "training.penalty.l2=0.1");
        List<MapColor> colors = List.of(
                MapColor.TRAIN_LOSS,
                MapColor.VALIDATION_LOSS,
                MapColor.GENERALIZATION_GAP,
                MapColor.TRAIN_ACCURACY,
                MapColor.VALIDATION_ACCURACY,
                MapColor.EPOCHS_TO_TARGET,
                MapColor.OUTCOME);
        Set<PixelOutcome> outcomes = new TreeSet<>();
        for (int i = 0; i < 100; i++) {
            Experiment experiment = ExperimentOverrides.with(BASE, List.of(variants.get(i % variants.size())));
            MapColor color = colors.get(random.nextInt(colors.size()));
            NetworkPixelTrainer trainer = trainer(map(experiment, RATES, SIZES, color));
            PixelValues values = new PixelValues(
                    RATES.values().get(random.nextInt(64)), SIZES.values().get(random.nextInt(60)));

            Pixel pixel = trainer.train(values, () -> false);

            Experiment same = ExperimentOverrides.with(
                    experiment, List.of("training.learningRate=" + values.x(), "training.batchSize=" + values.y()));
            assertEquals(same, trainer.experiment(values));
            assertEquals(expected(same, color), pixel, () -> same + " " + color);
            outcomes.add(known(pixel).outcome());
        }
        assertEquals(Set.of(PixelOutcome.CONVERGED, PixelOutcome.OSCILLATING, PixelOutcome.DIVERGED), outcomes);
    }

    /** Whichever pixels are trained together, each is that of a training run. */
    @Test
    void pixelsTrainedTogetherEqualTrainingRuns() {
        List<MapAxis> others = List.of(
                SIZES,
                new MapAxis("training.penalty.l2", new SearchDimension.LogDimension(1e-4, 1), 6),
                new MapAxis("training.optimizer.momentum", new SearchDimension.LinearDimension(0, 0.9), 6),
                new MapAxis("network.dropout", new SearchDimension.LinearDimension(0, 1), 3),
                new MapAxis("training.layerRates.1", new SearchDimension.LogDimension(0.01, 1), 5));
        Random random = new Random(2);
        for (MapAxis other : others) {
            MapSpecification map = map(BASE, RATES, other, MapColor.TRAIN_LOSS).withSeeds(2);
            NetworkPixelTrainer trainer = trainer(map);
            List<PixelValues> values = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int row = random.nextInt(Math.min(6, other.values().size()));
                values.add(new PixelValues(
                        RATES.values().get(random.nextInt(64)), other.values().get(row)));
            }
            Pixel[] pixels = new Pixel[values.size()];
            trainer.trainAll(values, (index, pixel, colors) -> pixels[index] = pixel, () -> false);
            for (int i = 0; i < pixels.length; i++) {
                assertEquals(
                        expectedOfTwoSeeds(trainer, values.get(i)),
                        pixels[i],
                        values.get(i).toString());
            }
        }
    }

    private static Pixel expectedOfTwoSeeds(NetworkPixelTrainer trainer, PixelValues values) {
        try {
            Experiment experiment = trainer.experiment(values);
            Pixel one = expected(experiment, MapColor.TRAIN_LOSS);
            Pixel other = expected(experiment.withSeed(experiment.seed() + 1), MapColor.TRAIN_LOSS);
            return SeedMedian.of(List.of(one, other), MapColor.TRAIN_LOSS);
        } catch (InvalidInputException invalid) {
            return Pixel.INVALID;
        }
    }

    @Test
    void pixelsThatSeeSameBatchesAreGrouped() {
        assertFalse(trainer(map(BASE, RATES, SIZES, MapColor.TRAIN_LOSS)).groupsColumns());
        assertTrue(trainer(map(BASE, SIZES, RATES, MapColor.TRAIN_LOSS)).groupsColumns());
        assertTrue(trainer(map(BASE, RATES, SIZES, MapColor.TRAIN_LOSS)).preferredBatch() > 1);
        Experiment wide = ExperimentOverrides.with(BASE, List.of("network.hidden=[40]"));
        assertEquals(1, trainer(map(wide, RATES, SIZES, MapColor.TRAIN_LOSS)).preferredBatch());
        Experiment slow = ExperimentOverrides.with(BASE, List.of("training.epochs=40000"));
        int slowBatch = trainer(map(slow, RATES, SIZES, MapColor.TRAIN_LOSS)).preferredBatch();
        assertTrue(slowBatch > 1 && slowBatch < 128, () -> "" + slowBatch);
    }

    private static Pixel known(Pixel pixel) {
        assertNotNull(pixel);
        return pixel;
    }

    @Test
    void anyKeyCanBeOnAnAxis() {
        MapAxis momentum = new MapAxis("training.optimizer.momentum", new SearchDimension.LinearDimension(0, 0.9), 10);
        MapAxis noise = new MapAxis("data.noise", new SearchDimension.LinearDimension(0, 0.5), 6);
        MapAxis layers =
                new MapAxis("network.hidden", new SearchDimension.CategoricalDimension(List.of("[2]", "[3,3]")), 2);
        MapAxis layerRate = new MapAxis("training.layerRates.1", new SearchDimension.LogDimension(0.01, 1), 4);
        for (List<MapAxis> pair : List.of(
                List.of(momentum, noise),
                List.of(layers, RATES),
                List.of(RATES, momentum),
                List.of(noise, layerRate))) {
            NetworkPixelTrainer trainer = trainer(map(BASE, pair.get(0), pair.get(1), MapColor.VALIDATION_LOSS));
            PixelValues values = new PixelValues(
                    pair.get(0).values().get(1), pair.get(1).values().get(1));
            Experiment same = ExperimentOverrides.with(
                    BASE,
                    List.of(pair.get(0).key() + "=" + values.x(), pair.get(1).key() + "=" + values.y()));

            assertEquals(same, trainer.experiment(values));
            assertEquals(expected(same, MapColor.VALIDATION_LOSS), trainer.train(values, () -> false));
        }
    }

    @Test
    void layerRateOnAxisStartsFromLearningRate() {
        MapAxis first = new MapAxis("training.layerRates.0", new SearchDimension.LogDimension(0.01, 1), 4);
        NetworkPixelTrainer trainer = trainer(map(BASE, first, SIZES, MapColor.TRAIN_LOSS));

        Experiment experiment = trainer.experiment(new PixelValues("0.5", "20"));

        assertEquals(
                List.of(0.5, BASE.training().learningRate()),
                experiment.training().layerRates());
    }

    @Test
    void severalSeedsGiveMedianRun() {
        MapSpecification one = map(BASE, RATES, SIZES, MapColor.TRAIN_LOSS);
        PixelValues values = new PixelValues(RATES.values().get(30), "7");
        List<Pixel> runs = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            runs.add(trainer(one.withSubject(new MapSubject.OfExperiment(BASE.withSeed(3 + k))))
                    .train(values, () -> false));
        }
        Pixel median = trainer(one.withSeeds(5)).train(values, () -> false);

        assertEquals(
                runs.stream().mapToDouble(Pixel::value).sorted().toArray()[2],
                known(median).value());
        assertEquals(0, median.divergedShare());
    }

    @Test
    void medianCountsDivergedRunsAsWorst() {
        Pixel good = new Pixel(PixelOutcome.CONVERGED, 9, 0.1, 0);
        Pixel fair = new Pixel(PixelOutcome.OSCILLATING, 9, 0.3, 0);
        Pixel late = new Pixel(PixelOutcome.DIVERGED, 5, Double.NaN, 1);
        Pixel early = new Pixel(PixelOutcome.DIVERGED, 1, Double.NaN, 1);

        assertEquals(
                new Pixel(PixelOutcome.OSCILLATING, 9, 0.3, 1.0 / 3),
                SeedMedian.of(List.of(late, fair, good), MapColor.TRAIN_LOSS));
        assertEquals(
                new Pixel(PixelOutcome.DIVERGED, 5, Double.NaN, 2.0 / 3),
                SeedMedian.of(List.of(early, good, late), MapColor.TRAIN_LOSS));
        assertEquals(
                new Pixel(PixelOutcome.CONVERGED, 9, 0.1, 0.5),
                SeedMedian.of(List.of(early, good, late, fair), MapColor.VALIDATION_ACCURACY));
    }

    @Test
    void deadUnitsAreCounted() {
        Experiment relu = ExperimentOverrides.with(BASE, List.of("network.activation=relu", "network.hidden=[8]"));
        NetworkPixelTrainer trainer = trainer(map(relu, RATES, SIZES, MapColor.DEAD_UNITS));

        double low =
                known(trainer.train(new PixelValues("0.01", "20"), () -> false)).value();
        double high = Stream.of("0.3", "0.6", "1.0", "1.5", "2.0")
                .map(rate -> known(trainer.train(new PixelValues(rate, "4"), () -> false)))
                .filter(pixel -> !pixel.diverged())
                .mapToDouble(Pixel::value)
                .max()
                .orElseThrow();

        assertTrue(high > low && high <= 1 && low >= 0, () -> low + " " + high);
        assertEquals(Math.rint(8 * high), 8 * high);
    }

    @Test
    void invalidValuesGiveInvalidPixels() {
        MapAxis dropout = new MapAxis("network.dropout", new SearchDimension.LinearDimension(0, 1), 3);
        NetworkPixelTrainer trainer = trainer(map(BASE, dropout, SIZES, MapColor.TRAIN_LOSS));

        assertEquals(Pixel.INVALID, trainer.train(new PixelValues("1.0", "20"), () -> false));
        assertEquals(
                PixelOutcome.CONVERGED,
                known(trainer.train(new PixelValues("0.5", "20"), () -> false)).outcome());
    }

    @Test
    void cancelledRunHasNoResult() {
        assertNull(
                trainer(map(BASE, RATES, SIZES, MapColor.TRAIN_LOSS)).train(new PixelValues("0.01", "1"), () -> true));
    }

    @Test
    void unknownKeysAndColorsAreRejected() {
        MapAxis unknown = new MapAxis("training.learningRat", new SearchDimension.LogDimension(0.1, 1), 4);
        InvalidInputException key = assertThrows(
                InvalidInputException.class, () -> trainer(map(BASE, SIZES, unknown, MapColor.TRAIN_LOSS)));
        assertEquals(Rule.UNKNOWN_KEY, key.rule());
        assertTrue(key.name().startsWith("y."), key.name());
        InvalidInputException color = assertThrows(
                InvalidInputException.class, () -> trainer(map(BASE, RATES, SIZES, MapColor.SPECTRAL_RADIUS)));
        assertEquals(Rule.COLOR_SUBJECT, color.rule());
        Experiment numeric = ExperimentOverrides.with(BASE, List.of("data.source=sine"));
        assertThrows(InvalidInputException.class, () -> trainer(map(numeric, RATES, SIZES, MapColor.TRAIN_ACCURACY)));
    }
}

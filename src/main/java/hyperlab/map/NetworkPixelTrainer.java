package hyperlab.map;

import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.data.PredictionTask;
import hyperlab.nn.Evaluation;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.EndpointLanes;
import hyperlab.train.EndpointRun;
import hyperlab.train.Experiment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Trains a network for each pixel, with the numbers of {@link hyperlab.train.TrainingRun}. Data are read and split once
 * for all pixels with the same data settings and seed.
 */
public final class NetworkPixelTrainer implements PixelTrainer {
    private static final Set<Rule> UNKNOWN_KEYS = EnumSet.of(Rule.UNKNOWN_KEY, Rule.UNKNOWN_KEY_OF);
    /** 128 MB: two splits of MNIST, or hundreds of small data sets. */
    private static final long MAX_SPLIT_NUMBERS = 16_000_000;

    /** From this number of runs on, training side by side is faster than one after the other. */
    private static final int MIN_LANES = 4;
    /** Fewer make the loops over them slow. */
    private static final int MIN_BATCH = 16;
    /** With more, the numbers no longer fit a fast cache. */
    private static final int MAX_BATCH = 128;
    /** {@link EndpointLanes#work} of a batch that takes a few tenths of a second, so that the map changes often. */
    private static final double BATCH_WORK = 2.5e8;

    /** All that a run gives without watching the target. */
    private static final Set<MapColor> COLORS =
            EnumSet.complementOf(EnumSet.of(MapColor.EPOCHS_TO_TARGET, MapColor.SPECTRAL_RADIUS));

    private static final Map<MapColor, Pixel> INVALID_PIXELS = invalidPixels();

    private final MapSpecification map;
    private final Experiment base;
    private final ExperimentAxes axes;
    private final @Nullable Path folder;
    private final SplitCache splits = new SplitCache(MAX_SPLIT_NUMBERS);
    private @Nullable Grouping grouping;
    private @Nullable DataSet rows;

    /**
     * @param map a map of an experiment
     * @param settings returns an experiment with the values of some keys set; throws an {@link InvalidInputException}
     *     if they are invalid
     * @param folder the folder that paths in the experiment are relative to; null for the working directory
     */
    public NetworkPixelTrainer(
            MapSpecification map,
            BiFunction<Experiment, Map<String, String>, Experiment> settings,
            @Nullable Path folder) {
        this.map = map;
        this.base = ((MapSubject.OfExperiment) map.subject()).experiment();
        this.axes = new ExperimentAxes(base, map.x().key(), map.y().key(), settings);
        this.folder = folder;
    }

    private static Map<MapColor, Pixel> invalidPixels() {
        Map<MapColor, Pixel> pixels = new EnumMap<>(MapColor.class);
        for (MapColor color : MapColor.values()) {
            pixels.put(color, Pixel.INVALID);
        }
        return pixels;
    }

    /** The experiment of a pixel, whose training run with {@code hyperlab train} has the same result. */
    public Experiment experiment(PixelValues values) {
        return axes.experiment(values);
    }

    /** The data of the map's experiment, split as it specifies. */
    public DataSplit partition() {
        return split(base);
    }

    /**
     * Validates the map before it starts, and returns this.
     *
     * @throws InvalidInputException if the data cannot be read, the color is not available for the data, the experiment
     *     has given initial weights, or the key of an axis is unknown
     */
    public NetworkPixelTrainer validate() {
        if (base.network().initialWeights() != null) {
            throw new InvalidInputException("experiment.network.initialWeights", Rule.ONE_TRAINING_ONLY);
        }
        boolean accuracy = map.color() == MapColor.TRAIN_ACCURACY || map.color() == MapColor.VALIDATION_ACCURACY;
        boolean numeric = split(base).train().task() == PredictionTask.REGRESSION;
        if (map.color() == MapColor.SPECTRAL_RADIUS || (accuracy && numeric)) {
            throw new InvalidInputException(
                    "color", Rule.COLOR_SUBJECT, map.color().fileName());
        }
        rejectUnknownKey("x", map.x().key(), map.x().values().get(0));
        rejectUnknownKey("y", map.y().key(), map.y().values().get(0));
        return this;
    }

    /** Rejects unknown keys. Other errors are ignored, because a value may be valid in combination with others. */
    private void rejectUnknownKey(String axis, String key, String value) {
        Optional<InvalidInputException> error = findError(Map.of(key, value));
        if (error.isPresent() && UNKNOWN_KEYS.contains(error.get().rule())) {
            throw error.get().withPrefix(axis);
        }
    }

    private Optional<InvalidInputException> findError(Map<String, String> values) {
        try {
            Objects.requireNonNull(axes.withValues(values));
            return Optional.empty();
        } catch (InvalidInputException error) {
            return Optional.of(error);
        }
    }

    /** How the pixels are trained together. */
    private record Grouping(int batch, boolean byColumn) {}

    private synchronized Grouping grouping() {
        Grouping known = grouping;
        if (known == null) {
            known = findGrouping();
            grouping = known;
        }
        return known;
    }

    private Grouping findGrouping() {
        try {
            DataSplit split = split(base);
            if (!EndpointLanes.supports(base, split)) {
                return new Grouping(1, false);
            }
            double batch = BATCH_WORK / Math.max(1, EndpointLanes.work(base, split) * map.seeds());
            return new Grouping((int) Math.max(MIN_BATCH, Math.min(MAX_BATCH, batch)), rowsDiffer());
        } catch (InvalidInputException invalid) {
            return new Grouping(1, false);
        }
    }

    /** Whether pixels of a row cannot be trained side by side, but those of a column can. */
    private boolean rowsDiffer() {
        List<String> x = map.x().values();
        List<String> y = map.y().values();
        Experiment first = groupKey(x.get(0), y.get(0));
        return !first.equals(groupKey(x.get(x.size() - 1), y.get(0)))
                && first.equals(groupKey(x.get(0), y.get(y.size() - 1)));
    }

    private Experiment groupKey(String x, String y) {
        return EndpointLanes.groupKey(axes.experiment(new PixelValues(x, y)));
    }

    @Override
    public int preferredBatch() {
        return grouping().batch();
    }

    @Override
    public boolean groupsColumns() {
        return grouping().byColumn();
    }

    @Override
    public @Nullable Pixel train(PixelValues values, BooleanSupplier cancelled) {
        Pixel[] result = new Pixel[1];
        trainAll(List.of(values), (index, pixel, colors) -> result[index] = pixel, cancelled);
        return result[0];
    }

    @Override
    public void trainAll(List<PixelValues> pixels, PixelConsumer results, BooleanSupplier cancelled) {
        Map<Experiment, List<SeedRun>> groups = new LinkedHashMap<>();
        for (int i = 0; i < pixels.size(); i++) {
            SeedPixels pixel = new SeedPixels(i, map.seeds(), results);
            try {
                Experiment experiment = axes.experiment(pixels.get(i));
                Experiment key = EndpointLanes.groupKey(experiment);
                for (int k = 0; k < map.seeds(); k++) {
                    groups.computeIfAbsent(key.withSeed(key.seed() + k), unused -> new ArrayList<>())
                            .add(new SeedRun(pixel, k, experiment.withSeed(experiment.seed() + k)));
                }
            } catch (InvalidInputException invalid) {
                results.accept(i, Pixel.INVALID, INVALID_PIXELS);
            }
        }
        for (List<SeedRun> group : groups.values()) {
            if (cancelled.getAsBoolean()) {
                return;
            }
            train(group, cancelled);
        }
    }

    /** The pixels of one pair of values with all seeds. */
    private final class SeedPixels {
        private final int index;
        private final List<Map<MapColor, Pixel>> bySeed;
        private final PixelConsumer results;
        private int missing;

        SeedPixels(int index, int seeds, PixelConsumer results) {
            this.index = index;
            this.bySeed = new ArrayList<>(Collections.nCopies(seeds, INVALID_PIXELS));
            this.results = results;
            missing = seeds;
        }

        void set(int seedIndex, Map<MapColor, Pixel> pixels) {
            bySeed.set(seedIndex, pixels);
            missing--;
            if (missing == 0) {
                Map<MapColor, Pixel> medians =
                        bySeed.contains(INVALID_PIXELS) ? INVALID_PIXELS : SeedMedian.ofColors(bySeed);
                results.accept(index, Objects.requireNonNull(medians.get(map.color())), medians);
            }
        }
    }

    private record SeedRun(SeedPixels pixel, int seedIndex, Experiment experiment) {
        void ended(Map<MapColor, Pixel> pixels) {
            pixel.set(seedIndex, pixels);
        }
    }

    /** Trains runs with an equal {@link EndpointLanes#groupKey}. */
    private void train(List<SeedRun> group, BooleanSupplier cancelled) {
        double target = map.color() == MapColor.EPOCHS_TO_TARGET ? map.target() : Double.NaN;
        EndpointRun.EndpointCriteria criteria = new EndpointRun.EndpointCriteria(PixelOutcome.MAX_LOSS_RATIO, target);
        try {
            DataSplit split = split(group.get(0).experiment());
            if (group.size() >= MIN_LANES && EndpointLanes.supports(group.get(0).experiment(), split)) {
                List<Experiment> experiments =
                        group.stream().map(SeedRun::experiment).toList();
                new EndpointLanes(experiments, split, criteria)
                        .run((run, result) -> group.get(run).ended(pixels(result, split)), cancelled);
                return;
            }
            for (SeedRun run : group) {
                EndpointRun.EndpointResult result = new EndpointRun(run.experiment(), split, criteria).run(cancelled);
                if (result == null) {
                    return;
                }
                run.ended(pixels(result, split));
            }
        } catch (InvalidInputException invalid) {
            group.forEach(run -> run.ended(INVALID_PIXELS));
        }
    }

    /** The pixels of one run with all the colors that it gives, among them that of the map. */
    private Map<MapColor, Pixel> pixels(EndpointRun.EndpointResult result, DataSplit split) {
        Evaluation train = result.train();
        Evaluation validation = result.validation();
        if (train == null || validation == null || train.loss() > result.initialLoss()) {
            Pixel diverged = new Pixel(PixelOutcome.DIVERGED, result.epochs(), Double.NaN, 1);
            return withColors(color -> diverged);
        }
        boolean oscillates = OscillationRule.applies(result.epochLosses(), result.epochLosses().length);
        PixelOutcome outcome = oscillates ? PixelOutcome.OSCILLATING : PixelOutcome.CONVERGED;
        return withColors(color ->
                new Pixel(outcome, result.epochs(), value(color, result, new Losses(train, validation), split), 0));
    }

    private Map<MapColor, Pixel> withColors(Function<MapColor, Pixel> pixel) {
        Map<MapColor, Pixel> pixels = new EnumMap<>(MapColor.class);
        COLORS.forEach(color -> pixels.put(color, pixel.apply(color)));
        if (map.color() == MapColor.EPOCHS_TO_TARGET) {
            pixels.put(map.color(), pixel.apply(map.color()));
        }
        return pixels;
    }

    private record Losses(Evaluation train, Evaluation validation) {}

    private static double value(MapColor color, EndpointRun.EndpointResult result, Losses last, DataSplit split) {
        return switch (color) {
            case TRAIN_LOSS -> last.train().loss();
            case VALIDATION_LOSS -> last.validation().loss();
            case GENERALIZATION_GAP -> last.validation().loss() - last.train().loss();
            case TRAIN_ACCURACY -> last.train().accuracy();
            case VALIDATION_ACCURACY -> last.validation().accuracy();
            case EPOCHS_TO_TARGET -> result.epochsToTarget() < 0 ? Double.NaN : result.epochsToTarget();
            case DEAD_UNITS ->
                DeadUnits.share(result.ensemble().members(), split.train().features());
            case OUTCOME, SPECTRAL_RADIUS -> Double.NaN;
        };
    }

    /** The data of an experiment, split as it specifies. The data of a file or a bundled data set are loaded once. */
    private DataSplit split(Experiment experiment) {
        return splits.get(new SplitCache.SplitKey(experiment.data(), experiment.seed()), this::newSplit);
    }

    /** Called by one thread at a time. */
    private DataSplit newSplit(SplitCache.SplitKey key) {
        if (DataSplitter.isGenerated(key.data()) || !key.data().hasSameRows(base.data())) {
            return DataSplitter.loadAndSplit(key.data(), key.seed(), folder);
        }
        DataSet known = rows;
        if (known == null) {
            known = DataSplitter.load(base.data(), base.seed(), folder);
            rows = known;
        }
        return DataSplitter.split(known, key.data(), key.seed());
    }
}

package hyperlab.map;

import hyperlab.rule.ClosestMatch;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Trains a {@link MeanFieldNetwork} for each pixel, many pixels of one thread at the same time. */
public final class MeanFieldPixelTrainer implements PixelTrainer {
    /** The keys that an axis can set. */
    public static final List<String> KEYS = List.of("layerRates.0", "layerRates.1", "steps", "seed");

    private static final int LANES = 128;
    private static final int BATCH = 4 * LANES;

    private final MapSpecification map;
    private final MeanFieldNetwork base;

    /** @param map a map of this network */
    public MeanFieldPixelTrainer(MapSpecification map) {
        this.map = map;
        this.base = ((MapSubject.OfMeanField) map.subject()).network();
    }

    /**
     * Validates the map before it starts, and returns this.
     *
     * @throws InvalidInputException if the color is not available, or the key of an axis is unknown
     */
    public MeanFieldPixelTrainer validate() {
        if (map.color() != MapColor.TRAIN_LOSS && map.color() != MapColor.OUTCOME) {
            throw new InvalidInputException(
                    "color", Rule.COLOR_SUBJECT, map.color().fileName());
        }
        requireKnown("x", map.x().key());
        requireKnown("y", map.y().key());
        return this;
    }

    private static void requireKnown(String axis, String key) {
        if (!KEYS.contains(key)) {
            throw new InvalidInputException(key, Rule.UNKNOWN_KEY, ClosestMatch.of(key, KEYS)).withPrefix(axis);
        }
    }

    /**
     * The network of a pixel.
     *
     * @throws InvalidInputException if a value is invalid
     */
    public MeanFieldNetwork network(PixelValues values) {
        return with(with(base, map.x().key(), values.x()), map.y().key(), values.y());
    }

    /**
     * The losses of the run of a pixel, with the first seed: before the first step, and after each step until the run
     * ended.
     *
     * @param cancelled checked at each step; true stops the run
     * @throws InvalidInputException if a value is invalid
     */
    public double[] losses(PixelValues values, BooleanSupplier cancelled) {
        MeanFieldNetwork network = network(values);
        MeanFieldProblem problem = MeanFieldProblem.draw(network.width(), network.samples(), network.seed());
        return MeanFieldBatch.losses(
                problem,
                new MeanFieldBatch.LaneRun(
                        network.layerRates().get(0), network.layerRates().get(1), network.steps()),
                cancelled);
    }

    private static MeanFieldNetwork with(MeanFieldNetwork network, String key, String value) {
        try {
            List<Double> rates = network.layerRates();
            return switch (KEYS.indexOf(key)) {
                case 0 -> network.withLayerRates(List.of(Double.valueOf(value), rates.get(1)));
                case 1 -> network.withLayerRates(List.of(rates.get(0), Double.valueOf(value)));
                case 2 -> network.withSteps(Integer.parseInt(value));
                default -> network.withSeed(Long.parseLong(value));
            };
        } catch (NumberFormatException e) {
            throw new InvalidInputException(key, Rule.NUMBER, value);
        }
    }

    @Override
    public int preferredBatch() {
        return BATCH;
    }

    @Override
    public @Nullable Pixel train(PixelValues values, BooleanSupplier cancelled) {
        Pixel[] result = new Pixel[1];
        trainAll(List.of(values), (index, pixel, colors) -> result[index] = pixel, cancelled);
        return result[0];
    }

    @Override
    public void trainAll(List<PixelValues> pixels, PixelConsumer results, BooleanSupplier cancelled) {
        List<List<Map<MapColor, Pixel>>> seedResults = new ArrayList<>();
        pixels.forEach(unused -> seedResults.add(new ArrayList<>()));
        Map<Long, List<SeedRun>> runsBySeed = new TreeMap<>();
        for (int i = 0; i < pixels.size(); i++) {
            try {
                MeanFieldNetwork network = network(pixels.get(i));
                for (int k = 0; k < map.seeds(); k++) {
                    runsBySeed
                            .computeIfAbsent(network.seed() + k, seed -> new ArrayList<>())
                            .add(new SeedRun(i, network));
                }
            } catch (InvalidInputException invalid) {
                results.accept(
                        i, Pixel.INVALID, Map.of(MapColor.TRAIN_LOSS, Pixel.INVALID, MapColor.OUTCOME, Pixel.INVALID));
            }
        }
        runsBySeed.forEach((seed, runs) -> train(seed, runs, seedResults, results, cancelled));
    }

    private record SeedRun(int pixel, MeanFieldNetwork network) {}

    private void train(
            long seed,
            List<SeedRun> runs,
            List<List<Map<MapColor, Pixel>>> seedResults,
            PixelConsumer results,
            BooleanSupplier cancelled) {
        MeanFieldBatch.LaneRun[] laneRuns = runs.stream()
                .map(run -> new MeanFieldBatch.LaneRun(
                        run.network().layerRates().get(0),
                        run.network().layerRates().get(1),
                        run.network().steps()))
                .toArray(MeanFieldBatch.LaneRun[]::new);
        MeanFieldProblem problem = MeanFieldProblem.draw(base.width(), base.samples(), seed);
        int lanes = Math.min(LANES, laneRuns.length);
        new MeanFieldBatch(problem, lanes)
                .run(
                        laneRuns,
                        (index, losses) -> {
                            int pixel = runs.get(index).pixel();
                            List<Map<MapColor, Pixel>> bySeed = seedResults.get(pixel);
                            bySeed.add(pixels(losses));
                            if (bySeed.size() == map.seeds()) {
                                Map<MapColor, Pixel> medians = SeedMedian.ofColors(bySeed);
                                results.accept(pixel, Objects.requireNonNull(medians.get(map.color())), medians);
                            }
                        },
                        cancelled);
    }

    private static Map<MapColor, Pixel> pixels(MeanFieldBatch.LossTrack losses) {
        PixelOutcome outcome = losses.outcome();
        boolean diverged = outcome == PixelOutcome.DIVERGED;
        int share = diverged ? 1 : 0;
        return Map.of(
                MapColor.TRAIN_LOSS,
                new Pixel(outcome, losses.stepsDone(), diverged ? Double.NaN : losses.loss(), share),
                MapColor.OUTCOME,
                new Pixel(outcome, losses.stepsDone(), Double.NaN, share));
    }
}

package hyperlab.cases;

import hyperlab.map.MapComputation;
import hyperlab.map.MapSpecification;
import hyperlab.map.PixelStore;
import hyperlab.map.PixelTrainer;
import hyperlab.map.RateScaling.SeedRates;
import hyperlab.train.IncrementalStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Computes the maps of a case again, one seed after another, and finds their best rates. */
public final class MapCaseRun implements IncrementalStudy<SeedRates> {
    private final MapSpecification map;
    private final Function<MapSpecification, PixelTrainer> trainers;
    private final int threads;
    private final Executor executor;

    /**
     * @param map the map of the case, with the number of seeds to run
     * @param trainers creates what trains the pixels of a map
     * @param threads the maximum number of threads
     * @param executor runs the work of all threads but the first
     */
    public MapCaseRun(
            MapSpecification map,
            Function<MapSpecification, PixelTrainer> trainers,
            int threads,
            Executor executor) {
        this.map = map;
        this.trainers = trainers;
        this.threads = threads;
        this.executor = executor;
    }

    /** Ends without the remaining seeds if a map has no best rate for each batch size. */
    @Override
    public void run(PartialResultsListener<SeedRates> listener, BooleanSupplier cancelled) {
        List<SeedRates> found = new ArrayList<>();
        for (MapSpecification each : map.eachSeed()) {
            List<SeedRates> before = List.copyOf(found);
            MapComputation computation = new MapComputation(each, trainers.apply(each), PixelStore.NONE);
            boolean complete = computation.run(
                    executor,
                    threads,
                    snapshot -> listener.resultsChanged(
                            before,
                            Math.min(
                                    0.99,
                                    (before.size()
                                                    + (double) snapshot.progress().known()
                                                            / snapshot.progress().pixels())
                                            / map.seeds())),
                    cancelled);
            Optional<SeedRates> rates = complete ? SeedRates.of(computation.snapshot()) : Optional.empty();
            if (rates.isEmpty()) {
                return;
            }
            found.add(rates.get());
            listener.resultsChanged(List.copyOf(found), (double) found.size() / map.seeds());
        }
    }
}

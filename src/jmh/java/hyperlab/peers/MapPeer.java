package hyperlab.peers;

import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.MapTrainers;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapComputation;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.MeanFieldNetwork;
import hyperlab.map.PixelStore;
import hyperlab.train.Experiment;
import hyperlab.tune.SearchDimension;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Computes a map again and again, and prints the pixels per second and, for the first map, the seconds until its coarse
 * picture: {@code MapPeer w1|paper SIZE THREADS ROUNDS}. Both maps have SIZE × SIZE pixels.
 *
 * <ul>
 *   <li>{@code w1}: the network of the workload W1, 30 epochs, unshuffled batches of 10; learning rate 0.003 … 3 and L2
 *       penalty 10⁻⁵ … 10⁻¹.
 *   <li>{@code paper}: the network of Sohl-Dickstein (2024) with 16 samples, 500 steps; both rates 1 … 10⁴.
 * </ul>
 */
public final class MapPeer {
    private MapPeer() {}

    /** The map of a name. */
    public static MapSpecification map(String name, int size) {
        if (name.equals("paper")) {
            return new MapSpecification(
                    new MapSubject.OfMeanField(MeanFieldNetwork.DEFAULT),
                    new MapAxis("layerRates.0", new SearchDimension.LogDimension(1, 1e4), size),
                    new MapAxis("layerRates.1", new SearchDimension.LogDimension(1, 1e4), size),
                    MapColor.TRAIN_LOSS);
        }
        Path file = Path.of("src/jmh/workloads/W1.hyperlab.json");
        if (!(Documents.read(file) instanceof Document.OfExperiment document)) {
            throw new IllegalArgumentException(file + " is no experiment");
        }
        Experiment experiment = ExperimentOverrides.with(
                document.experiment(), List.of("training.epochs=30", "training.shuffle=false"));
        return new MapSpecification(
                new MapSubject.OfExperiment(experiment),
                new MapAxis("training.learningRate", new SearchDimension.LogDimension(0.003, 3), size),
                new MapAxis("training.penalty.l2", new SearchDimension.LogDimension(1e-5, 0.1), size),
                MapColor.TRAIN_LOSS);
    }

    /** Takes the map, its size, the number of threads, and the number of rounds. */
    public static void main(String[] arguments) {
        MapSpecification map = map(arguments[0], Integer.parseInt(arguments[1]));
        int threads = Integer.parseInt(arguments[2]);
        ExecutorService executor = Executors.newCachedThreadPool();
        for (int round = 0; round < Integer.parseInt(arguments[3]); round++) {
            MapComputation computation = new MapComputation(map, MapTrainers.of(map, null), PixelStore.NONE);
            long start = System.nanoTime();
            double[] first = new double[1];
            computation.run(
                    executor,
                    threads,
                    snapshot -> first[0] = first[0] == 0 ? (System.nanoTime() - start) / 1e9 : first[0],
                    () -> false);
            double seconds = (System.nanoTime() - start) / 1e9;
            int pixels = map.x().values().size() * map.y().values().size();
            System.out.println(pixels / seconds + " " + first[0]);
        }
        executor.shutdown();
    }
}

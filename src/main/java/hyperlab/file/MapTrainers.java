package hyperlab.file;

import hyperlab.map.DescentPixelTrainer;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.MeanFieldPixelTrainer;
import hyperlab.map.NetworkPixelTrainer;
import hyperlab.map.PixelTrainer;
import hyperlab.rule.InvalidInputException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Creates what trains the pixels of a map, with the keys of a network's axes set as by {@link ExperimentOverrides}. */
public final class MapTrainers {
    private MapTrainers() {}

    /**
     * Creates the trainer of a map, after validating the map.
     *
     * @param folder the folder that paths in the map are relative to; null for the working directory
     * @throws InvalidInputException if the data cannot be read, the color is not available, or the key of an axis is
     *     unknown
     */
    public static PixelTrainer of(MapSpecification map, @Nullable Path folder) {
        return map.subject().accept(new MapSubject.Visitor<>() {
            @Override
            public PixelTrainer visit(MapSubject.OfExperiment of) {
                return network(map, folder);
            }

            @Override
            public PixelTrainer visit(MapSubject.OfDescent of) {
                return new DescentPixelTrainer(map).validate();
            }

            @Override
            public PixelTrainer visit(MapSubject.OfMeanField of) {
                return new MeanFieldPixelTrainer(map).validate();
            }
        });
    }

    /** The trainer of a map of an experiment, which also knows the experiment of each pixel. */
    public static NetworkPixelTrainer network(MapSpecification map, @Nullable Path folder) {
        return new NetworkPixelTrainer(map, ExperimentOverrides::with, folder).validate();
    }
}

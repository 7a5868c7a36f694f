package hyperlab.lab.map;

import hyperlab.file.ExperimentOverrides;
import hyperlab.map.DescentPixelTrainer;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.MeanFieldPixelTrainer;
import hyperlab.map.NetworkPixelTrainer;
import hyperlab.map.PixelTrainer;
import hyperlab.train.Experiment;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What trains the pixels of a map. */
final class MapTrainers {
    private MapTrainers() {}

    /**
     * A validated trainer.
     *
     * @param folder the base folder of relative paths; null for the working directory
     * @throws hyperlab.rule.InvalidInputException if the map is invalid or its data cannot be read
     */
    static PixelTrainer of(MapSpecification map, @Nullable Path folder) {
        MapSubject subject = map.subject();
        if (subject instanceof MapSubject.OfDescent) {
            return new DescentPixelTrainer(map).validate();
        }
        if (subject instanceof MapSubject.OfMeanField) {
            return new MeanFieldPixelTrainer(map).validate();
        }
        return new NetworkPixelTrainer(map, MapTrainers::withValues, folder).validate();
    }

    private static Experiment withValues(Experiment experiment, Map<String, String> values) {
        return ExperimentOverrides.with(
                experiment,
                values.entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .toList());
    }
}

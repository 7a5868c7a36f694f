package hyperlab.app.training;

import hyperlab.data.Partition;
import hyperlab.data.Partitions;
import hyperlab.file.WeightsFile;
import hyperlab.nn.LayerWeights;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what an experiment names, and makes its run. */
final class RunOpener implements LiveRun.Opener {
    private final @Nullable Path folder;

    /** @param folder where the experiment's paths start; null for the working directory */
    RunOpener(@Nullable Path folder) {
        this.folder = folder;
    }

    @Override
    public TrainingRun open(Experiment experiment) {
        Partition partition = Partitions.of(experiment.data(), experiment.seed(), folder);
        return new TrainingRun(experiment, partition, initialWeights(experiment));
    }

    private @Nullable List<LayerWeights> initialWeights(Experiment experiment) {
        String file = experiment.network().initialWeights();
        if (file == null) {
            return null;
        }
        return WeightsFile.read(folder == null ? Path.of(file) : folder.resolve(file));
    }
}

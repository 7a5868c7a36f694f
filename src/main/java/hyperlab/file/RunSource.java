package hyperlab.file;

import hyperlab.data.DataSet;
import hyperlab.data.Partition;
import hyperlab.data.Partitions;
import hyperlab.nn.LayerWeights;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From an experiment to its run: reads the data and the weights that it names. Any thread. */
public final class RunSource {
    private final @Nullable Path folder;

    /** @param folder where the experiment's paths start; null for the working directory */
    public RunSource(@Nullable Path folder) {
        this.folder = folder;
    }

    /**
     * The run of an experiment, before its first step.
     *
     * @throws hyperlab.rule.Refusal if a file, a value or both together will not do
     */
    public TrainingRun open(Experiment experiment) {
        return open(experiment, data(experiment));
    }

    /** The data alone; the same for other seeds unless they {@link Partitions#isDrawn are drawn}. */
    public DataSet data(Experiment experiment) {
        return Partitions.load(experiment.data(), experiment.seed(), folder);
    }

    /** The run with the {@link #data} at hand. */
    public TrainingRun open(Experiment experiment, DataSet whole) {
        Partition partition = Partitions.part(whole, experiment.data(), experiment.seed());
        return new TrainingRun(experiment, partition, initialWeights(experiment));
    }

    private @Nullable List<List<LayerWeights>> initialWeights(Experiment experiment) {
        String file = experiment.network().initialWeights();
        if (file == null) {
            return null;
        }
        Path first = folder == null ? Path.of(file) : folder.resolve(file);
        List<List<LayerWeights>> weights = new ArrayList<>();
        for (int member = 0; member < experiment.ensemble(); member++) {
            weights.add(WeightsFile.read(WeightsFile.ofMember(first, member)));
        }
        return weights;
    }
}

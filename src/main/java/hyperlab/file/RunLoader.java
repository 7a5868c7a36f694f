package hyperlab.file;

import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.train.Execution;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates runs from experiments: reads the data and the weights that they name. Thread-safe. */
public final class RunLoader {
    private final @Nullable Path folder;

    /** @param folder the base folder of the experiment's relative paths; null for the working directory */
    public RunLoader(@Nullable Path folder) {
        this.folder = folder;
    }

    /**
     * The run of an experiment, before its first step.
     *
     * @throws hyperlab.rule.InvalidInputException if a file, a value or their combination is invalid
     */
    public TrainingRun open(Experiment experiment) {
        return open(experiment, data(experiment));
    }

    /** The same, with the given threads; see {@link TrainingRun}. */
    public TrainingRun open(Experiment experiment, Execution execution) {
        DataSplit partition = DataSplitter.split(data(experiment), experiment.data(), experiment.seed());
        return new TrainingRun(experiment, partition, initialWeights(experiment), execution);
    }

    /** Loads only the data; the same for every seed unless they {@link DataSplitter#isGenerated are drawn}. */
    public DataSet data(Experiment experiment) {
        return DataSplitter.load(experiment.data(), experiment.seed(), folder);
    }

    /** Creates the run from already loaded {@link #data}. */
    public TrainingRun open(Experiment experiment, DataSet data) {
        DataSplit partition = DataSplitter.split(data, experiment.data(), experiment.seed());
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
            weights.add(WeightsFile.read(WeightsFile.memberPath(first, member)));
        }
        return weights;
    }
}

package hyperlab.cli.train;

import hyperlab.data.PredictionTask;
import hyperlab.file.Document;
import hyperlab.file.RelativePaths;
import hyperlab.nn.Loss;
import hyperlab.optim.Sgd;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.train.Experiment;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a run for texts and charts.
 *
 * @param document creates the source document, with paths relative to the given folder
 * @param name the display name; may be empty
 * @param epochs the requested number of epochs
 * @param loss the reported loss function
 * @param optimizer the optimizer's name
 * @param learningRate the base learning rate
 * @param ensemble the number of networks
 */
public record RunMetadata(
        Function<Path, Document> document,
        String name,
        int epochs,
        Loss loss,
        String optimizer,
        double learningRate,
        int ensemble) {
    /**
     * The metadata of an experiment's run.
     *
     * @param from the base folder of the experiment's relative paths; null for the working directory
     */
    public static RunMetadata of(Experiment experiment, PredictionTask task, @Nullable Path from) {
        return new RunMetadata(
                folder -> new Document.OfExperiment(RelativePaths.rebased(experiment, from, folder)),
                experiment.name(),
                experiment.training().epochs(),
                experiment.training().lossFor(task),
                experiment.training().optimizer().name(),
                experiment.training().learningRate(),
                experiment.ensemble());
    }

    static RunMetadata of(PlaygroundExperiment experiment) {
        return new RunMetadata(
                folder -> new Document.OfPlayground(experiment),
                "",
                experiment.epochs(),
                Loss.SQUARED_ERROR,
                Sgd.DEFAULT.name(),
                experiment.link().training().learningRate(),
                1);
    }
}

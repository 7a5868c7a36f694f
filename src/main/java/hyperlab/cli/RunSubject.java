package hyperlab.cli;

import hyperlab.data.Task;
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
 * What is told and drawn of a run beside its numbers.
 *
 * @param document what made it, as it must stand in a file of the given folder
 * @param name for people; may be empty
 * @param epochs how many were asked for
 * @param loss what is reported
 * @param optimizer its name
 * @param learningRate the base rate
 * @param ensemble how many networks there are
 */
record RunSubject(
        Function<Path, Document> document,
        String name,
        int epochs,
        Loss loss,
        String optimizer,
        double learningRate,
        int ensemble) {
    /** @param from the folder that the experiment's paths are relative to; null for the working directory */
    static RunSubject of(Experiment experiment, Task task, @Nullable Path from) {
        return new RunSubject(
                folder -> new Document.OfExperiment(RelativePaths.moved(experiment, from, folder)),
                experiment.name(),
                experiment.training().epochs(),
                experiment.training().lossFor(task),
                experiment.training().optimizer().name(),
                experiment.training().learningRate(),
                experiment.ensemble());
    }

    static RunSubject of(PlaygroundExperiment experiment) {
        return new RunSubject(
                folder -> new Document.OfPlayground(experiment),
                "",
                experiment.epochs(),
                Loss.SQUARED_ERROR,
                Sgd.DEFAULT.name(),
                experiment.link().training().learningRate(),
                1);
    }
}

package hyperlab.tune;

import hyperlab.tune.SearchSpace.Parameter;
import java.util.List;

/** The commonly tuned hyperparameters of an experiment with common search ranges. */
public final class UsualAxes {
    private static final Parameter RATE = new Parameter("training.learningRate", new Axis.Log(1e-4, 1));
    private static final Parameter L2 = new Parameter("training.penalty.l2", new Axis.Log(1e-5, 0.1));
    private static final Parameter BATCH =
            new Parameter("training.batchSize", new Axis.Choice(List.of("8", "16", "32", "64")));

    /** All of them, the most important first. */
    public static final List<Parameter> ALL = List.of(
            RATE,
            L2,
            BATCH,
            new Parameter("network.hidden", new Axis.Choice(List.of("[4]", "[8]", "[16]", "[8,8]"))),
            new Parameter(
                    "network.activation.name",
                    new Axis.Choice(List.of("\"relu\"", "\"tanh\"", "\"sigmoid\"", "\"gelu\""))),
            new Parameter("network.dropout", new Axis.Linear(0, 0.5)),
            new Parameter("network.initializer", new Axis.Choice(List.of("\"xavier\"", "\"he\""))),
            new Parameter(
                    "training.optimizer.name",
                    new Axis.Choice(List.of("\"sgd\"", "\"rmsprop\"", "\"adam\"", "\"nadam\""))),
            new Parameter(
                    "training.schedule.name",
                    new Axis.Choice(List.of("\"constant\"", "\"exponential\"", "\"cosine\""))),
            new Parameter("training.epochs", new Axis.Whole(5, 100)),
            new Parameter("training.penalty.l1", new Axis.Log(1e-5, 0.1)),
            new Parameter("data.standardize", new Axis.Choice(List.of("false", "true"))),
            new Parameter("ensemble", new Axis.Whole(1, 5)),
            new Parameter("seed", new Axis.Whole(1, 1000)));

    private UsualAxes() {}

    /** The default search space: learning rate, L2 penalty and batch size. */
    public static SearchSpace space() {
        return new SearchSpace(List.of(RATE, L2, BATCH));
    }
}

package hyperlab.tune;

import hyperlab.tune.SearchSpace.Hyperparameter;
import java.util.List;

/** The commonly tuned hyperparameters of an experiment with common search ranges. */
public final class DefaultSearchSpace {
    private static final Hyperparameter RATE =
            new Hyperparameter("training.learningRate", new SearchDimension.LogDimension(1e-4, 1));
    private static final Hyperparameter L2 =
            new Hyperparameter("training.penalty.l2", new SearchDimension.LogDimension(1e-5, 0.1));
    private static final Hyperparameter BATCH = new Hyperparameter(
            "training.batchSize", new SearchDimension.CategoricalDimension(List.of("8", "16", "32", "64")));

    /** Whether the features are standardized. */
    static final Hyperparameter STANDARDIZE =
            new Hyperparameter("data.standardize", new SearchDimension.CategoricalDimension(List.of("false", "true")));

    /** All of them, the most important first. */
    public static final List<Hyperparameter> ALL = List.of(
            RATE,
            L2,
            BATCH,
            new Hyperparameter(
                    "network.hidden", new SearchDimension.CategoricalDimension(List.of("[4]", "[8]", "[16]", "[8,8]"))),
            new Hyperparameter(
                    "network.activation.name",
                    new SearchDimension.CategoricalDimension(
                            List.of("\"relu\"", "\"tanh\"", "\"sigmoid\"", "\"gelu\""))),
            new Hyperparameter("network.dropout", new SearchDimension.LinearDimension(0, 0.5)),
            new Hyperparameter(
                    "network.initializer", new SearchDimension.CategoricalDimension(List.of("\"xavier\"", "\"he\""))),
            new Hyperparameter(
                    "training.optimizer.name",
                    new SearchDimension.CategoricalDimension(
                            List.of("\"sgd\"", "\"rmsprop\"", "\"adam\"", "\"nadam\""))),
            new Hyperparameter(
                    "training.schedule.name",
                    new SearchDimension.CategoricalDimension(List.of("\"constant\"", "\"exponential\"", "\"cosine\""))),
            new Hyperparameter("training.epochs", new SearchDimension.IntegerDimension(5, 100)),
            new Hyperparameter("training.penalty.l1", new SearchDimension.LogDimension(1e-5, 0.1)),
            new Hyperparameter(
                    "training.penalty.method",
                    new SearchDimension.CategoricalDimension(List.of("\"subgradient\"", "\"proximal\""))),
            STANDARDIZE,
            new Hyperparameter("ensemble", new SearchDimension.IntegerDimension(1, 5)),
            new Hyperparameter("seed", new SearchDimension.IntegerDimension(1, 1000)));

    private DefaultSearchSpace() {}

    /** The default search space: learning rate, L2 penalty and batch size. */
    public static SearchSpace space() {
        return new SearchSpace(List.of(RATE, L2, BATCH));
    }
}

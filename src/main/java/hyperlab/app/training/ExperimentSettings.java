package hyperlab.app.training;

import hyperlab.app.Undo;
import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.nn.Activation;
import hyperlab.nn.Convolution;
import hyperlab.optim.Optimizer;
import hyperlab.optim.OptimizerConstant;
import hyperlab.optim.Penalty;
import hyperlab.optim.Sgd;
import hyperlab.text.Numbers;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The experiment that is being set up, with a property for each setting that has a control. What has none (a schedule,
 * patience, an initializer) stays as it was opened.
 */
final class ExperimentSettings {
    private static final String CONVOLUTIONS = "training.convolutions";

    /** Names of the settings of the data. */
    static final Set<String> DATA = Set.of(
            "training.source",
            "training.samples",
            "training.noise",
            "training.trainFraction",
            "training.standardize",
            "training.csv");

    /** Names of the settings that the initial weights depend on. */
    static final Set<String> NETWORK =
            Set.of(CONVOLUTIONS, "training.hidden", "training.activation", "training.activationParameter");

    private final ObjectProperty<Experiment> experiment =
            new SimpleObjectProperty<>(this, "experiment", Experiment.DEFAULT);
    private final Undo undo;
    private final List<Setting<?>> all = new ArrayList<>();

    private final Setting<String> source;
    private final Setting<Integer> samples;
    private final Setting<Double> noise;
    private final Setting<Double> trainFraction;
    private final Setting<Boolean> standardize;
    private final Setting<CsvSettings> csv;
    private final Setting<List<Convolution>> convolutions;
    private final Setting<List<Integer>> hidden;
    private final Setting<Activation> activation;
    private final Setting<Double> activationParameter;
    private final Setting<Double> dropout;
    private final Setting<Optimizer> optimizer;
    private final Map<OptimizerConstant, Setting<Double>> constants = new EnumMap<>(OptimizerConstant.class);
    private final Setting<Boolean> nesterov;
    private final Setting<Double> learningRate;
    private final Setting<BatchSize> batchSize;
    private final Setting<Integer> epochs;
    private final Setting<Double> l1;
    private final Setting<Double> l2;
    private final Setting<Long> seed;

    ExperimentSettings(Undo undo) {
        this.undo = undo;
        source = setting(
                "training.source", e -> e.data().source(), DataEdits::withSource, ExperimentSettings::saySource);
        samples = data(
                "training.samples", DataSettings::samples, DataSettings::withSamples, n -> Words.plain(n.toString()));
        noise = data("training.noise", DataSettings::noise, DataSettings::withNoise, Words::number);
        trainFraction = data(
                "training.trainFraction",
                DataSettings::trainFraction,
                DataSettings::withTrainFraction,
                share -> Words.plain(Numbers.show(100 * share) + " %"));
        standardize =
                data("training.standardize", DataSettings::standardize, DataSettings::withStandardize, Words::onOrOff);
        csv = setting(
                "training.csv",
                e -> e.data().csv(),
                DataEdits::withCsv,
                file -> Words.plain(file.file() + ", " + file.target()));
        convolutions = network(
                CONVOLUTIONS, NetworkSettings::convolutions, NetworkSettings::withConvolutions, Convolutions::say);
        hidden = network("training.hidden", NetworkSettings::hidden, NetworkSettings::withHidden, HiddenLayers::say);
        activation = network(
                "training.activation",
                NetworkSettings::activation,
                NetworkSettings::withActivation,
                function -> Words.of("training.activation." + function.name()));
        activationParameter = network(
                "training.activationParameter",
                network -> ActivationParameter.of(network.activation()),
                (network, value) -> network.withActivation(ActivationParameter.with(network.activation(), value)),
                Words::number);
        dropout = network("training.dropout", NetworkSettings::dropout, NetworkSettings::withDropout, Words::number);
        optimizer = setting(
                "training.optimizer",
                e -> e.training().optimizer(),
                (e, chosen) -> e.withTraining(e.training().withOptimizer(chosen)),
                chosen -> Words.of("training.optimizer." + chosen.name()));
        for (OptimizerConstant constant : OptimizerConstant.values()) {
            constants.put(constant, ofOptimizer(constant));
        }
        nesterov = setting(
                "training.nesterov",
                e -> e.training().optimizer() instanceof Sgd sgd ? sgd.nesterov() : null,
                (e, on) -> e.training().optimizer() instanceof Sgd sgd
                        ? e.withTraining(e.training().withOptimizer(new Sgd(sgd.momentum(), on)))
                        : e,
                Words::onOrOff);
        learningRate = setting(
                "training.learningRate",
                e -> e.training().learningRate(),
                (e, rate) -> e.withTraining(e.training().withLearningRate(rate)),
                Words::number);
        batchSize = setting(
                "training.batchSize",
                e -> e.training().batchSize(),
                (e, size) -> e.withTraining(e.training().withBatchSize(size)),
                ExperimentSettings::sayBatch);
        epochs = setting(
                "training.epochs",
                e -> e.training().epochs(),
                (e, count) -> e.withTraining(e.training().withEpochs(count)),
                count -> Words.plain(count.toString()));
        l1 = penalty("training.l1", Penalty::l1, (penalty, value) -> new Penalty(value, penalty.l2()));
        l2 = penalty("training.l2", Penalty::l2, (penalty, value) -> new Penalty(penalty.l1(), value));
        seed = setting("training.seed", Experiment::seed, Experiment::withSeed, value -> Words.plain(value.toString()));
        experiment.addListener((observed, before, after) -> all.forEach(Setting::follow));
    }

    // properties

    /** The whole, with what has no control. */
    ObjectProperty<Experiment> experiment() {
        return experiment;
    }

    Setting<String> source() {
        return source;
    }

    /** Null for the source's own number. */
    Setting<Integer> samples() {
        return samples;
    }

    Setting<Double> noise() {
        return noise;
    }

    Setting<Double> trainFraction() {
        return trainFraction;
    }

    Setting<Boolean> standardize() {
        return standardize;
    }

    /** Null unless the source is {@code csv}. */
    Setting<CsvSettings> csv() {
        return csv;
    }

    /** Set in files alone so far; empty for none. */
    Setting<List<Convolution>> convolutions() {
        return convolutions;
    }

    Setting<List<Integer>> hidden() {
        return hidden;
    }

    Setting<Activation> activation() {
        return activation;
    }

    /** Slope, alpha or pieces of the activation function; null where it has none. */
    Setting<Double> activationParameter() {
        return activationParameter;
    }

    Setting<Double> dropout() {
        return dropout;
    }

    Setting<Optimizer> optimizer() {
        return optimizer;
    }

    /** Null where the optimizer has no such constant; a momentum of 0 also takes Nesterov's variant back. */
    Setting<Double> constant(OptimizerConstant constant) {
        return Objects.requireNonNull(constants.get(constant));
    }

    /** Null for other optimizers than SGD. */
    Setting<Boolean> nesterov() {
        return nesterov;
    }

    Setting<Double> learningRate() {
        return learningRate;
    }

    Setting<BatchSize> batchSize() {
        return batchSize;
    }

    Setting<Integer> epochs() {
        return epochs;
    }

    Setting<Double> l1() {
        return l1;
    }

    Setting<Double> l2() {
        return l2;
    }

    Setting<Long> seed() {
        return seed;
    }

    /** How many hyperparameters the experiment has: settings of the network and its training, not of the data. */
    int hyperparameterCount() {
        return (int) all.stream()
                .filter(setting -> !DATA.contains(setting.nameKey()) && setting.get() != null)
                .filter(setting ->
                        setting != convolutions || !convolutions.get().isEmpty())
                .count();
    }

    /** What is not the same in two experiments, by name; names of experiments do not count. */
    List<Difference> differences(Experiment before, Experiment after) {
        List<Difference> found = all.stream()
                .map(setting -> setting.between(before, after))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(ArrayList::new));
        if (found.isEmpty() && !before.withName("").equals(after.withName(""))) {
            found.add(Difference.UNNAMED);
        }
        return List.copyOf(found);
    }

    static Words saySource(String source) {
        return Words.of("training.source." + source);
    }

    static Words sayBatch(BatchSize size) {
        return size.isFull() ? Words.of("shell.full") : Words.plain(Integer.toString(size.samples()));
    }

    private <T> Setting<T> data(
            String nameKey,
            Function<DataSettings, @Nullable T> get,
            BiFunction<DataSettings, T, DataSettings> with,
            Function<T, Words> say) {
        return setting(nameKey, e -> get.apply(e.data()), (e, value) -> e.withData(with.apply(e.data(), value)), say);
    }

    private <T> Setting<T> network(
            String nameKey,
            Function<NetworkSettings, @Nullable T> get,
            BiFunction<NetworkSettings, T, NetworkSettings> with,
            Function<T, Words> say) {
        return setting(
                nameKey, e -> get.apply(e.network()), (e, value) -> e.withNetwork(with.apply(e.network(), value)), say);
    }

    private Setting<Double> penalty(
            String nameKey, Function<Penalty, Double> get, BiFunction<Penalty, Double, Penalty> with) {
        return setting(
                nameKey,
                e -> get.apply(e.training().penalty()),
                (e, value) -> e.withTraining(
                        e.training().withPenalty(with.apply(e.training().penalty(), value))),
                Words::number);
    }

    private Setting<Double> ofOptimizer(OptimizerConstant constant) {
        return setting(
                "training.constant." + constant.id(),
                e -> constant.of(e.training().optimizer()).stream()
                        .boxed()
                        .findFirst()
                        .orElse(null),
                (e, value) -> e.withTraining(
                        e.training().withOptimizer(constant.with(e.training().optimizer(), value))),
                Words::number);
    }

    private <T> Setting<T> setting(
            String nameKey,
            Function<Experiment, @Nullable T> get,
            BiFunction<Experiment, T, Experiment> with,
            Function<T, Words> say) {
        Setting<T> setting = new Setting<>(nameKey, experiment, undo, new Setting.Lens<>(get, with, say));
        all.add(setting);
        return setting;
    }
}

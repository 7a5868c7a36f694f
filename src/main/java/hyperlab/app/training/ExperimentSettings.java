package hyperlab.app.training;

import hyperlab.app.Undo;
import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.data.SplitOrder;
import hyperlab.data.Task;
import hyperlab.image.ImageShape;
import hyperlab.nn.Activation;
import hyperlab.nn.Convolution;
import hyperlab.nn.Loss;
import hyperlab.optim.Optimizer;
import hyperlab.optim.OptimizerConstant;
import hyperlab.optim.Penalty;
import hyperlab.optim.Sgd;
import hyperlab.text.Numbers;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingSettings;
import java.util.ArrayList;
import java.util.Arrays;
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

/** The experiment that is being set up, with a property for each setting. */
final class ExperimentSettings {
    /** What the samples are set to for the source's own number. */
    static final int ALL_SAMPLES = Integer.MAX_VALUE;

    static final String INITIALIZER = "training.initializer";
    static final String INITIALIZER_RANGE = "training.initializerRange";
    static final String WEIGHTS = "training.weights";

    private static final String CONVOLUTIONS = "training.convolutions";
    private static final String AUTO = "auto";

    /** The losses on offer, by their names in files. */
    static final List<String> LOSSES = List.of(AUTO, Loss.CROSS_ENTROPY.fileName(), Loss.SQUARED_ERROR.fileName());

    /** The tasks on offer for a table of one's own, by their names in files. */
    static final List<String> TASKS = List.of(AUTO, Task.CLASSIFICATION.fileName(), Task.REGRESSION.fileName());

    /** Names of the settings of the data. */
    static final Set<String> DATA = Set.of(
            "training.source",
            "training.samples",
            "training.noise",
            "training.trainFraction",
            "training.split",
            "training.ownSplit",
            "training.splitSeed",
            "training.folds",
            "training.fold",
            "training.testFraction",
            "training.standardize",
            "training.csv",
            "training.csv.task",
            "training.csv.features",
            "training.image");

    /** Names of the settings that the initial weights depend on. */
    static final Set<String> NETWORK = Set.of(
            CONVOLUTIONS,
            "training.hidden",
            "training.activation",
            "training.activationParameter",
            INITIALIZER,
            INITIALIZER_RANGE,
            WEIGHTS);

    private final ObjectProperty<Experiment> experiment =
            new SimpleObjectProperty<>(this, "experiment", Experiment.DEFAULT);
    private final Undo undo;
    private final SettingMaker maker;

    private final Setting<String> source;
    private final Setting<Integer> samples;
    private final Setting<Double> noise;
    private final Setting<Double> trainFraction;
    private final Setting<SplitOrder> split;
    private final Setting<Boolean> standardize;
    private final PartingSettings parting;
    private final Setting<CsvSettings> csv;
    private final Setting<String> csvTask;
    private final Setting<List<String>> csvFeatures;
    private final Setting<List<Integer>> image;
    private final Setting<List<Convolution>> convolutions;
    private final Setting<List<Integer>> hidden;
    private final Setting<Activation> activation;
    private final Setting<Double> activationParameter;
    private final StartSettings start;
    private final Setting<Double> dropout;
    private final Setting<String> loss;
    private final Setting<Optimizer> optimizer;
    private final Map<OptimizerConstant, Setting<Double>> constants = new EnumMap<>(OptimizerConstant.class);
    private final Setting<Boolean> nesterov;
    private final Setting<Double> learningRate;
    private final ScheduleSettings schedule;
    private final Setting<BatchSize> batchSize;
    private final Setting<Boolean> shuffle;
    private final Setting<Integer> epochs;
    private final Setting<Double> l1;
    private final Setting<Double> l2;
    private final Setting<Integer> patience;
    private final Setting<Integer> ensemble;
    private final Setting<Long> seed;

    ExperimentSettings(Undo undo) {
        this.undo = undo;
        maker = new SettingMaker(experiment, undo);
        source = maker.setting(
                "training.source", e -> e.data().source(), DataEdits::withSource, ExperimentSettings::saySource);
        samples = maker.data(
                "training.samples",
                DataSettings::samples,
                (data, n) -> data.withSamples(n == ALL_SAMPLES ? null : n),
                n -> Words.plain(n.toString()));
        noise = maker.data("training.noise", DataSettings::noise, DataSettings::withNoise, Words::number);
        trainFraction = maker.data(
                "training.trainFraction",
                DataSettings::trainFraction,
                DataSettings::withTrainFraction,
                share -> Words.plain(Numbers.show(100 * share) + " %"));
        split = maker.data(
                "training.split",
                DataSettings::split,
                DataSettings::withSplit,
                order -> Words.of("training.split." + order.fileName()));
        standardize = maker.data(
                "training.standardize", DataSettings::standardize, DataSettings::withStandardize, Words::onOrOff);
        parting = new PartingSettings(maker);
        csv = maker.setting(
                        "training.csv",
                        e -> e.data().csv(),
                        DataEdits::withCsv,
                        file -> Words.plain(file.file() + ", " + file.target()))
                .comparedBy(file -> file.file() + "\n" + file.target() + "\n" + file.dropMissing());
        csvTask = maker.setting(
                "training.csv.task",
                e -> e.data().csv() == null ? null : taskOf(e.data().csv()),
                (e, name) -> e.data().csv() == null
                        ? e
                        : DataEdits.withCsv(e, DataEdits.as(e.data().csv(), taskNamed(name))),
                name -> Words.of("training.csv.task." + name));
        csvFeatures = maker.setting(
                "training.csv.features",
                e -> e.data().csv() == null ? null : e.data().csv().features(),
                (e, names) -> e.data().csv() == null
                        ? e
                        : DataEdits.withCsv(e, DataEdits.from(e.data().csv(), names)),
                names -> names.isEmpty()
                        ? Words.of("training.csv.features.all")
                        : Words.plain(String.join(", ", names)));
        image = maker.setting(
                "training.image",
                e -> e.data().csv() == null ? null : sides(e.data().image()),
                DataEdits::withImage,
                sides -> sides.isEmpty()
                        ? Words.of("training.noLayers")
                        : Words.plain(sides.get(0) + " × " + sides.get(1) + " × " + sides.get(2)));
        convolutions = maker.network(
                CONVOLUTIONS, NetworkSettings::convolutions, NetworkSettings::withConvolutions, Convolutions::say);
        hidden = maker.network(
                "training.hidden", NetworkSettings::hidden, NetworkSettings::withHidden, HiddenLayers::say);
        activation = maker.network(
                        "training.activation",
                        NetworkSettings::activation,
                        NetworkSettings::withActivation,
                        function -> Words.of("training.activation." + function.name()))
                .comparedBy(Activation::name);
        activationParameter = maker.network(
                "training.activationParameter",
                network -> ActivationParameter.of(network.activation()),
                (network, value) -> network.withActivation(ActivationParameter.with(network.activation(), value)),
                Words::number);
        start = new StartSettings(maker);
        dropout = maker.network(
                "training.dropout", NetworkSettings::dropout, NetworkSettings::withDropout, Words::number);
        loss = maker.training(
                "training.lossFunction",
                training -> training.loss() == null ? AUTO : training.loss().fileName(),
                (training, name) -> training.withLoss(lossNamed(name)),
                name -> Words.of("training.lossFunction." + name));
        optimizer = maker.setting(
                        "training.optimizer",
                        e -> e.training().optimizer(),
                        (e, chosen) -> e.withTraining(e.training().withOptimizer(chosen)),
                        chosen -> Words.of("training.optimizer." + chosen.name()))
                .comparedBy(Optimizer::name);
        for (OptimizerConstant constant : OptimizerConstant.values()) {
            constants.put(constant, ofOptimizer(constant));
        }
        nesterov = maker.setting(
                "training.nesterov",
                e -> e.training().optimizer() instanceof Sgd sgd ? sgd.nesterov() : null,
                (e, on) -> e.training().optimizer() instanceof Sgd sgd
                        ? e.withTraining(e.training().withOptimizer(new Sgd(sgd.momentum(), on)))
                        : e,
                Words::onOrOff);
        learningRate = maker.setting(
                "training.learningRate",
                e -> e.training().learningRate(),
                (e, rate) -> e.withTraining(e.training().withLearningRate(rate)),
                Words::number);
        schedule = new ScheduleSettings(maker);
        batchSize = maker.setting(
                "training.batchSize",
                e -> e.training().batchSize(),
                (e, size) -> e.withTraining(e.training().withBatchSize(size)),
                ExperimentSettings::sayBatch);
        shuffle = maker.training(
                "training.shuffle", TrainingSettings::shuffle, TrainingSettings::withShuffle, Words::onOrOff);
        epochs = maker.setting(
                "training.epochs",
                e -> e.training().epochs(),
                (e, count) -> e.withTraining(e.training().withEpochs(count)),
                count -> Words.plain(count.toString()));
        l1 = penalty("training.l1", Penalty::l1, (penalty, value) -> new Penalty(value, penalty.l2()));
        l2 = penalty("training.l2", Penalty::l2, (penalty, value) -> new Penalty(penalty.l1(), value));
        patience = maker.training(
                "training.patience",
                TrainingSettings::patience,
                TrainingSettings::withPatience,
                epochs -> epochs == 0 ? Words.of("training.patience.never") : Words.plain(epochs.toString()));
        ensemble = maker.setting(
                "training.ensemble",
                Experiment::ensemble,
                Experiment::withEnsemble,
                members -> Words.plain(members.toString()));
        seed = maker.setting(
                "training.seed", Experiment::seed, Experiment::withSeed, value -> Words.plain(value.toString()));
    }

    // properties

    /** The whole. */
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

    Setting<SplitOrder> split() {
        return split;
    }

    Setting<Boolean> standardize() {
        return standardize;
    }

    /** Rows held out, folds, and what draws them. */
    PartingSettings parting() {
        return parting;
    }

    /** Null unless the source is {@code csv}. */
    Setting<CsvSettings> csv() {
        return csv;
    }

    /** One of {@link #TASKS}; null unless the source is {@code csv}. */
    Setting<String> csvTask() {
        return csvTask;
    }

    /** Empty for every other numeric column; null unless the source is {@code csv}. */
    Setting<List<String>> csvFeatures() {
        return csvFeatures;
    }

    /** Channels, height and width of a row's image, empty for none; null unless the source is {@code csv}. */
    Setting<List<Integer>> image() {
        return image;
    }

    /** Empty for none. */
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

    /** How the weights start. */
    StartSettings start() {
        return start;
    }

    Setting<Double> dropout() {
        return dropout;
    }

    /** One of {@link #LOSSES}. */
    Setting<String> loss() {
        return loss;
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

    ScheduleSettings schedule() {
        return schedule;
    }

    Setting<BatchSize> batchSize() {
        return batchSize;
    }

    Setting<Boolean> shuffle() {
        return shuffle;
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

    /** 0 for never. */
    Setting<Integer> patience() {
        return patience;
    }

    Setting<Integer> ensemble() {
        return ensemble;
    }

    Setting<Long> seed() {
        return seed;
    }

    /** How many hyperparameters the experiment has: settings of the network and its training, not of the data. */
    int hyperparameterCount() {
        return (int) maker.all().stream()
                .filter(setting -> !DATA.contains(setting.nameKey()) && setting.get() != null)
                .filter(setting ->
                        setting != convolutions || !convolutions.get().isEmpty())
                .filter(setting -> !setting.get().equals(""))
                .count();
    }

    /** An experiment with one setting, by its name, taken from another. */
    Experiment copy(String nameKey, Experiment from, Experiment to) {
        Experiment copied = to;
        for (Setting<?> setting : maker.all()) {
            if (setting.nameKey().equals(nameKey)) {
                copied = setting.copied(from, copied);
            }
        }
        return copied;
    }

    /** Sets all at once, as one change that undo knows by {@code nameKey}. */
    void replace(String nameKey, Experiment changed) {
        Experiment before = experiment.get();
        undo.settle();
        experiment.set(changed);
        undo.did(nameKey, experiment, before, changed, experiment::set);
        undo.settle();
    }

    /** The value that the setting of that name has in an experiment, in words; of none where it has no such setting. */
    Words say(String nameKey, Experiment given) {
        return maker.all().stream()
                .filter(setting -> setting.nameKey().equals(nameKey))
                .map(setting -> setting.said(given))
                .findFirst()
                .orElse(Words.of("training.noLayers"));
    }

    /** What is not the same in two experiments, by name; names of experiments do not count. */
    List<Difference> differences(Experiment before, Experiment after) {
        List<Difference> found = maker.all().stream()
                .map(setting -> setting.between(before, after))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(ArrayList::new));
        Integer samplesBefore = before.data().samples();
        Integer samplesAfter = after.data().samples();
        boolean sameSource = before.data().source().equals(after.data().source());
        if (sameSource && (samplesBefore == null) != (samplesAfter == null)) {
            found.add(new Difference("training.samples", saySamples(samplesBefore), saySamples(samplesAfter)));
        }
        if (found.isEmpty() && !before.withName("").equals(after.withName(""))) {
            found.add(Difference.UNNAMED);
        }
        return List.copyOf(found);
    }

    private static Words saySamples(@Nullable Integer samples) {
        return samples == null ? Words.of("training.samples.all") : Words.plain(samples.toString());
    }

    private static String taskOf(CsvSettings csv) {
        Task task = csv.task();
        return task == null ? AUTO : task.fileName();
    }

    private static @Nullable Task taskNamed(String name) {
        return Arrays.stream(Task.values())
                .filter(task -> task.fileName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static List<Integer> sides(@Nullable ImageShape image) {
        return image == null ? List.of() : List.of(image.channels(), image.height(), image.width());
    }

    private static @Nullable Loss lossNamed(String name) {
        return Arrays.stream(Loss.values())
                .filter(loss -> loss.fileName().equals(name))
                .findFirst()
                .orElse(null);
    }

    static Words saySource(String source) {
        return Words.of("training.source." + source);
    }

    static Words sayBatch(BatchSize size) {
        return size.isFull() ? Words.of("shell.full") : Words.plain(Integer.toString(size.samples()));
    }

    private Setting<Double> penalty(
            String nameKey, Function<Penalty, Double> get, BiFunction<Penalty, Double, Penalty> with) {
        return maker.setting(
                nameKey,
                e -> get.apply(e.training().penalty()),
                (e, value) -> e.withTraining(
                        e.training().withPenalty(with.apply(e.training().penalty(), value))),
                Words::number);
    }

    private Setting<Double> ofOptimizer(OptimizerConstant constant) {
        return maker.setting(
                "training.constant." + constant.id(),
                e -> constant.of(e.training().optimizer()).stream()
                        .boxed()
                        .findFirst()
                        .orElse(null),
                (e, value) -> e.withTraining(
                        e.training().withOptimizer(constant.with(e.training().optimizer(), value))),
                Words::number);
    }
}

package hyperlab.lab.training.settings;

import hyperlab.nn.Loss;
import hyperlab.optim.L1Method;
import hyperlab.optim.Penalty;
import hyperlab.train.BatchSize;
import hyperlab.train.TrainingSettings;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of training: loss, optimizer, learning rate and schedule, batch size, number of epochs and
 * regularization.
 */
public final class LearningSettings {
    private static final String AUTO = "auto";

    /** The available losses, by their names in files. */
    static final List<String> LOSSES = Stream.concat(
                    Stream.of(AUTO), Arrays.stream(Loss.values()).map(Loss::fileName))
            .toList();

    private final Setting<String> loss;
    private final OptimizerSettings optimizer;
    private final Setting<Double> learningRate;
    private final ScheduleSettings schedule;
    private final Setting<BatchSize> batchSize;
    private final Setting<Boolean> shuffle;
    private final Setting<Integer> epochs;
    private final Setting<Double> l1;
    private final Setting<Double> l2;
    private final Setting<L1Method> l1Method;
    private final Setting<Integer> patience;

    LearningSettings(SettingFactory factory) {
        loss = factory.training(
                "training.lossFunction",
                training -> training.loss() == null ? AUTO : training.loss().fileName(),
                (training, name) -> training.withLoss(lossNamed(name)),
                name -> LocalizedText.of("training.lossFunction." + name));
        optimizer = new OptimizerSettings(factory);
        learningRate = factory.setting(
                "training.learningRate",
                e -> e.training().learningRate(),
                (e, rate) -> e.withTraining(e.training().withLearningRate(rate).withLayerRates(List.of())),
                LocalizedText::number);
        schedule = new ScheduleSettings(factory);
        batchSize = factory.setting(
                "training.batchSize",
                e -> e.training().batchSize(),
                (e, size) -> e.withTraining(e.training().withBatchSize(size)),
                LearningSettings::batchSizeText);
        shuffle = factory.training(
                "training.shuffle", TrainingSettings::shuffle, TrainingSettings::withShuffle, LocalizedText::onOrOff);
        epochs = factory.setting(
                "training.epochs",
                e -> e.training().epochs(),
                (e, count) -> e.withTraining(e.training().withEpochs(count)),
                count -> LocalizedText.literal(count.toString()));
        l1 = penalty(factory, "training.l1", Penalty::l1, Penalty::withL1, LocalizedText::number);
        l2 = penalty(factory, "training.l2", Penalty::l2, Penalty::withL2, LocalizedText::number);
        l1Method = penalty(
                factory, "training.l1Method", Penalty::method, Penalty::withMethod, LearningSettings::l1MethodText);
        patience = factory.training(
                "training.patience",
                TrainingSettings::patience,
                TrainingSettings::withPatience,
                epochs -> epochs == 0
                        ? LocalizedText.of("training.patience.never")
                        : LocalizedText.literal(epochs.toString()));
    }

    /** One of {@link #LOSSES}. */
    Setting<String> loss() {
        return loss;
    }

    public OptimizerSettings optimizer() {
        return optimizer;
    }

    public Setting<Double> learningRate() {
        return learningRate;
    }

    public ScheduleSettings schedule() {
        return schedule;
    }

    public Setting<BatchSize> batchSize() {
        return batchSize;
    }

    Setting<Boolean> shuffle() {
        return shuffle;
    }

    public Setting<Integer> epochs() {
        return epochs;
    }

    public Setting<Double> l1() {
        return l1;
    }

    public Setting<Double> l2() {
        return l2;
    }

    /** How steps apply the L1 penalty. */
    public Setting<L1Method> l1Method() {
        return l1Method;
    }

    /** The patience of early stopping in epochs; 0 for never. */
    public Setting<Integer> patience() {
        return patience;
    }

    static LocalizedText batchSizeText(BatchSize size) {
        return size.isFull() ? LocalizedText.of("shell.full") : LocalizedText.literal(Integer.toString(size.samples()));
    }

    static LocalizedText l1MethodText(L1Method method) {
        return LocalizedText.of("training.l1Method." + method.fileName());
    }

    private static @Nullable Loss lossNamed(String name) {
        return Arrays.stream(Loss.values())
                .filter(loss -> loss.fileName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static <T> Setting<T> penalty(
            SettingFactory factory,
            String nameKey,
            Function<Penalty, T> get,
            BiFunction<Penalty, T, Penalty> with,
            Function<T, LocalizedText> describe) {
        return factory.setting(
                nameKey,
                e -> get.apply(e.training().penalty()),
                (e, value) -> e.withTraining(
                        e.training().withPenalty(with.apply(e.training().penalty(), value))),
                describe);
    }
}

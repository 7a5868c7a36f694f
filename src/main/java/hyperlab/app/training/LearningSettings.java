package hyperlab.app.training;

import hyperlab.nn.Loss;
import hyperlab.optim.Penalty;
import hyperlab.train.BatchSize;
import hyperlab.train.TrainingSettings;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings of training: loss, optimizer, learning rate and schedule, batch size, number of epochs and
 * regularization.
 */
final class LearningSettings {
    private static final String AUTO = "auto";

    /** The available losses, by their names in files. */
    static final List<String> LOSSES = List.of(AUTO, Loss.CROSS_ENTROPY.fileName(), Loss.SQUARED_ERROR.fileName());

    private final Setting<String> loss;
    private final OptimizerSettings optimizer;
    private final Setting<Double> learningRate;
    private final ScheduleSettings schedule;
    private final Setting<BatchSize> batchSize;
    private final Setting<Boolean> shuffle;
    private final Setting<Integer> epochs;
    private final Setting<Double> l1;
    private final Setting<Double> l2;
    private final Setting<Integer> patience;

    LearningSettings(SettingMaker maker) {
        loss = maker.training(
                "training.lossFunction",
                training -> training.loss() == null ? AUTO : training.loss().fileName(),
                (training, name) -> training.withLoss(lossNamed(name)),
                name -> Words.of("training.lossFunction." + name));
        optimizer = new OptimizerSettings(maker);
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
                LearningSettings::sayBatch);
        shuffle = maker.training(
                "training.shuffle", TrainingSettings::shuffle, TrainingSettings::withShuffle, Words::onOrOff);
        epochs = maker.setting(
                "training.epochs",
                e -> e.training().epochs(),
                (e, count) -> e.withTraining(e.training().withEpochs(count)),
                count -> Words.plain(count.toString()));
        l1 = penalty(maker, "training.l1", Penalty::l1, (penalty, value) -> new Penalty(value, penalty.l2()));
        l2 = penalty(maker, "training.l2", Penalty::l2, (penalty, value) -> new Penalty(penalty.l1(), value));
        patience = maker.training(
                "training.patience",
                TrainingSettings::patience,
                TrainingSettings::withPatience,
                epochs -> epochs == 0 ? Words.of("training.patience.never") : Words.plain(epochs.toString()));
    }

    /** One of {@link #LOSSES}. */
    Setting<String> loss() {
        return loss;
    }

    OptimizerSettings optimizer() {
        return optimizer;
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

    /** The patience of early stopping in epochs; 0 for never. */
    Setting<Integer> patience() {
        return patience;
    }

    static Words sayBatch(BatchSize size) {
        return size.isFull() ? Words.of("shell.full") : Words.plain(Integer.toString(size.samples()));
    }

    private static @Nullable Loss lossNamed(String name) {
        return Arrays.stream(Loss.values())
                .filter(loss -> loss.fileName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Setting<Double> penalty(
            SettingMaker maker,
            String nameKey,
            Function<Penalty, Double> get,
            BiFunction<Penalty, Double, Penalty> with) {
        return maker.setting(
                nameKey,
                e -> get.apply(e.training().penalty()),
                (e, value) -> e.withTraining(
                        e.training().withPenalty(with.apply(e.training().penalty(), value))),
                Words::number);
    }
}

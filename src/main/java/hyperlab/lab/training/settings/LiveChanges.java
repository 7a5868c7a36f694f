package hyperlab.lab.training.settings;

import hyperlab.file.runs.ChangedSetting;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The settings that can change during a run, from its next step on. All others require a restart. */
public final class LiveChanges {
    /** Name keys of these settings. */
    static final Set<String> NAME_KEYS = Set.of(
            "training.learningRate",
            "training.batchSize",
            "training.schedule",
            "training.schedule.every",
            "training.schedule.factor",
            "training.schedule.floor",
            "training.warmup",
            "training.dropout",
            "training.l1",
            "training.l2",
            "training.l1Method");

    private static final List<LiveSetting> SETTINGS = List.of(
            new LiveSetting(
                    "training.learningRate",
                    ChangedSetting.LEARNING_RATE,
                    experiment -> LocalizedText.number(experiment.training().learningRate())),
            new LiveSetting(
                    "training.batchSize",
                    ChangedSetting.BATCH_SIZE,
                    experiment ->
                            LearningSettings.batchSizeText(experiment.training().batchSize())),
            new LiveSetting(
                    "training.schedule",
                    ChangedSetting.SCHEDULE,
                    experiment ->
                            ScheduleSettings.describe(experiment.training().schedule())),
            new LiveSetting(
                    "training.dropout",
                    ChangedSetting.DROPOUT,
                    experiment -> LocalizedText.number(experiment.network().dropout())),
            new LiveSetting(
                    "training.l1",
                    ChangedSetting.L1,
                    experiment ->
                            LocalizedText.number(experiment.training().penalty().l1())),
            new LiveSetting(
                    "training.l2",
                    ChangedSetting.L2,
                    experiment ->
                            LocalizedText.number(experiment.training().penalty().l2())),
            new LiveSetting(
                    "training.l1Method",
                    ChangedSetting.L1_METHOD,
                    experiment -> LearningSettings.l1MethodText(
                            experiment.training().penalty().method())));

    private LiveChanges() {}

    /**
     * The settings that a run continues with when {@code wanted} is requested: these settings from {@code wanted}, all
     * others unchanged.
     */
    public static Experiment applyLive(Experiment now, Experiment requested) {
        return now.withNetwork(now.network().withDropout(requested.network().dropout()))
                .withTraining(now.training()
                        .withLearningRate(requested.training().learningRate())
                        .withLayerRates(requested.training().layerRates())
                        .withBatchSize(requested.training().batchSize())
                        .withSchedule(requested.training().schedule())
                        .withPenalty(requested.training().penalty()));
    }

    /**
     * The settings that a branch of a run continues with. In addition to these settings, the optimizer, number of
     * epochs, shuffling and patience may change.
     */
    public static Experiment applyAtBranch(Experiment now, Experiment requested) {
        TrainingSettings training = requested.training();
        return now.withNetwork(now.network().withDropout(requested.network().dropout()))
                .withTraining(new TrainingSettings(
                        now.training().loss(),
                        training.optimizer(),
                        training.learningRate(),
                        training.layerRates(),
                        training.schedule(),
                        training.batchSize(),
                        training.shuffle(),
                        training.epochs(),
                        training.penalty(),
                        training.patience()));
    }

    /** The differences between two experiments in these settings. */
    public static List<SettingDifference> differences(Experiment before, Experiment after) {
        List<SettingDifference> differences = new ArrayList<>();
        for (LiveSetting live : SETTINGS) {
            LocalizedText one = live.describe().apply(before);
            LocalizedText other = live.describe().apply(after);
            if (!one.equals(other)) {
                differences.add(new SettingDifference(live.nameKey(), one, other));
            }
        }
        return List.copyOf(differences);
    }

    /** A description of the value of one of these settings. */
    public static LocalizedText describe(String nameKey, Experiment experiment) {
        return of(live -> live.nameKey().equals(nameKey)).describe().apply(experiment);
    }

    /** The setting with this name key, as represented in files. */
    public static ChangedSetting changedSetting(String nameKey) {
        return of(live -> live.nameKey().equals(nameKey)).setting();
    }

    public static String nameKey(ChangedSetting setting) {
        return of(live -> live.setting() == setting).nameKey();
    }

    private static LiveSetting of(Predicate<LiveSetting> requested) {
        return SETTINGS.stream().filter(requested).findFirst().orElseThrow();
    }

    /**
     * A setting whose changes are marked on the curves.
     *
     * @param describe describes its value
     */
    private record LiveSetting(String nameKey, ChangedSetting setting, Function<Experiment, LocalizedText> describe) {}
}

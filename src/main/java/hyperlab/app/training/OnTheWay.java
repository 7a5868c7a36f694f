package hyperlab.app.training;

import hyperlab.file.ChangedSetting;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The settings that can change during a run, from its next step on. All others require a restart. */
final class OnTheWay {
    /** Name keys of these settings. */
    static final Set<String> NAMES = Set.of(
            "training.learningRate",
            "training.batchSize",
            "training.schedule",
            "training.schedule.every",
            "training.schedule.factor",
            "training.schedule.floor",
            "training.warmup",
            "training.dropout",
            "training.l1",
            "training.l2");

    private static final List<Way> WAYS = List.of(
            new Way(
                    "training.learningRate",
                    ChangedSetting.LEARNING_RATE,
                    experiment -> Words.number(experiment.training().learningRate())),
            new Way(
                    "training.batchSize",
                    ChangedSetting.BATCH_SIZE,
                    experiment ->
                            LearningSettings.sayBatch(experiment.training().batchSize())),
            new Way(
                    "training.schedule",
                    ChangedSetting.SCHEDULE,
                    experiment -> ScheduleSettings.say(experiment.training().schedule())),
            new Way(
                    "training.dropout",
                    ChangedSetting.DROPOUT,
                    experiment -> Words.number(experiment.network().dropout())),
            new Way(
                    "training.l1",
                    ChangedSetting.L1,
                    experiment -> Words.number(experiment.training().penalty().l1())),
            new Way(
                    "training.l2",
                    ChangedSetting.L2,
                    experiment -> Words.number(experiment.training().penalty().l2())));

    private OnTheWay() {}

    /**
     * The settings that a run continues with when {@code wanted} is requested: these settings from {@code wanted}, all
     * others unchanged.
     */
    static Experiment takenUp(Experiment now, Experiment wanted) {
        return now.withNetwork(now.network().withDropout(wanted.network().dropout()))
                .withTraining(now.training()
                        .withLearningRate(wanted.training().learningRate())
                        .withBatchSize(wanted.training().batchSize())
                        .withSchedule(wanted.training().schedule())
                        .withPenalty(wanted.training().penalty()));
    }

    /**
     * The settings that a branch of a run continues with. In addition to these settings, the optimizer, number of
     * epochs, shuffling and patience may change.
     */
    static Experiment branched(Experiment now, Experiment wanted) {
        TrainingSettings training = wanted.training();
        return now.withNetwork(now.network().withDropout(wanted.network().dropout()))
                .withTraining(new TrainingSettings(
                        now.training().loss(),
                        training.optimizer(),
                        training.learningRate(),
                        training.schedule(),
                        training.batchSize(),
                        training.shuffle(),
                        training.epochs(),
                        training.penalty(),
                        training.patience()));
    }

    /** The differences between two experiments in these settings. */
    static List<Difference> between(Experiment before, Experiment after) {
        List<Difference> found = new ArrayList<>();
        for (Way way : WAYS) {
            Words one = way.said().apply(before);
            Words other = way.said().apply(after);
            if (!one.equals(other)) {
                found.add(new Difference(way.nameKey(), one, other));
            }
        }
        return List.copyOf(found);
    }

    /** A description of the value of one of these settings. */
    static Words say(String nameKey, Experiment experiment) {
        return of(way -> way.nameKey().equals(nameKey)).said().apply(experiment);
    }

    /** The setting with this name key, as represented in files. */
    static ChangedSetting changed(String nameKey) {
        return of(way -> way.nameKey().equals(nameKey)).setting();
    }

    static String nameKey(ChangedSetting setting) {
        return of(way -> way.setting() == setting).nameKey();
    }

    private static Way of(Predicate<Way> wanted) {
        return WAYS.stream().filter(wanted).findFirst().orElseThrow();
    }

    /**
     * A setting whose changes are marked on the curves.
     *
     * @param said describes its value
     */
    private record Way(String nameKey, ChangedSetting setting, Function<Experiment, Words> said) {}
}

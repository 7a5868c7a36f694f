package hyperlab.app.training;

import hyperlab.train.Experiment;
import hyperlab.train.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The settings that a run takes up at its next step; every other waits for a restart. */
final class OnTheWay {
    /** Names of these settings. */
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

    private OnTheWay() {}

    /** What a run goes on with when {@code wanted} is asked of it: these settings of that, all others as they are. */
    static Experiment takenUp(Experiment now, Experiment wanted) {
        return now.withNetwork(now.network().withDropout(wanted.network().dropout()))
                .withTraining(now.training()
                        .withLearningRate(wanted.training().learningRate())
                        .withBatchSize(wanted.training().batchSize())
                        .withSchedule(wanted.training().schedule())
                        .withPenalty(wanted.training().penalty()));
    }

    /**
     * What a branch of a run goes on with: beside these settings also another optimizer, number of epochs, shuffling and
     * patience.
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

    /** What of these settings is not the same in both. */
    static List<Difference> between(Experiment before, Experiment after) {
        List<Difference> found = new ArrayList<>();
        add(
                found,
                "training.learningRate",
                Words.number(before.training().learningRate()),
                Words.number(after.training().learningRate()));
        add(
                found,
                "training.batchSize",
                LearningSettings.sayBatch(before.training().batchSize()),
                LearningSettings.sayBatch(after.training().batchSize()));
        add(
                found,
                "training.schedule",
                ScheduleSettings.say(before.training().schedule()),
                ScheduleSettings.say(after.training().schedule()));
        add(
                found,
                "training.dropout",
                Words.number(before.network().dropout()),
                Words.number(after.network().dropout()));
        add(
                found,
                "training.l1",
                Words.number(before.training().penalty().l1()),
                Words.number(after.training().penalty().l1()));
        add(
                found,
                "training.l2",
                Words.number(before.training().penalty().l2()),
                Words.number(after.training().penalty().l2()));
        return List.copyOf(found);
    }

    private static void add(List<Difference> found, String nameKey, Words before, Words after) {
        if (!before.equals(after)) {
            found.add(new Difference(nameKey, before, after));
        }
    }
}

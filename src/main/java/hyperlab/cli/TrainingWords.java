package hyperlab.cli;

import hyperlab.data.DataSet;
import hyperlab.data.Partition;
import hyperlab.playground.PlaygroundLink;
import hyperlab.text.Numbers;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingOutcome.Completed;
import hyperlab.train.TrainingOutcome.Diverged;
import hyperlab.train.TrainingOutcome.Stopped;

/** A run in a few sentences. */
final class TrainingWords {
    private final Texts texts;

    TrainingWords(Texts texts) {
        this.texts = texts;
    }

    /** What trains on what. */
    String start(RunSubject subject, Partition partition) {
        return texts.get(
                "command.train.start",
                partition.whole().name(),
                whole(partition.train().samples()),
                whole(partition.validation().samples()),
                subject.optimizer(),
                Numbers.show(subject.learningRate()));
    }

    /** What link trains, with every key, so that a seed that was drawn is told too. */
    String link(PlaygroundLink link) {
        return texts.get("command.train.link", link.text());
    }

    /** Of how many networks; only for an ensemble. */
    String ensemble(RunSubject subject) {
        return texts.get("command.train.ensemble", whole(subject.ensemble()));
    }

    /** How many rows were left out; only where some were. */
    String dropped(DataSet data) {
        return texts.get("command.train.dropped", whole(data.dropped()));
    }

    String epoch(EpochReport report) {
        String losses = texts.get(
                "command.train.epoch",
                whole(report.epoch()),
                Numbers.show(report.trainLoss()),
                Numbers.show(report.validationLoss()));
        return Double.isNaN(report.validationAccuracy())
                ? losses
                : texts.get("command.train.accuracy", losses, Numbers.show(100 * report.validationAccuracy(), 3));
    }

    String end(TrainingOutcome outcome) {
        String epochs = whole(outcome.epochs());
        String best = whole(outcome.bestEpoch());
        if (outcome instanceof Diverged diverged) {
            return texts.get("command.train.diverged", epochs, Numbers.show(diverged.loss()));
        }
        if (outcome instanceof Stopped) {
            return texts.get("command.train.stopped", epochs, best);
        }
        boolean early = outcome instanceof Completed completed && completed.early();
        return texts.get(early ? "command.train.early" : "command.train.completed", epochs, best);
    }

    private static String whole(int number) {
        return Integer.toString(number);
    }
}

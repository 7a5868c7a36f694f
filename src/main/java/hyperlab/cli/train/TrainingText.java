package hyperlab.cli.train;

import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.nn.Evaluation;
import hyperlab.playground.PlaygroundLink;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.SeededExperiments;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingOutcome.Completed;
import hyperlab.train.TrainingOutcome.Diverged;
import hyperlab.train.TrainingOutcome.Stopped;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Describes a run in a few sentences. */
public final class TrainingText {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Texts texts;

    public TrainingText(Texts texts) {
        this.texts = texts;
    }

    Texts texts() {
        return texts;
    }

    /** The data, the optimizer and the learning rate. */
    String start(RunMetadata subject, DataSplit partition) {
        return texts.get(
                "command.train.start",
                partition.all().name(),
                format(partition.train().samples()),
                format(partition.validation().samples()),
                subject.optimizer(),
                NumberFormats.format(subject.learningRate()));
    }

    /** The complete link with all keys, including a randomly drawn seed. */
    String link(PlaygroundLink link) {
        return texts.get("command.train.link", link.text());
    }

    /** The number of networks; only for an ensemble. */
    String ensemble(RunMetadata subject) {
        return texts.get("command.train.ensemble", format(subject.ensemble()));
    }

    /** The number of dropped rows; only if there are any. */
    String describeDroppedRows(DataSet data) {
        return texts.get("command.train.dropped", format(data.droppedRows()));
    }

    /** Says which results a run replaced. */
    String replaced(Path folder, Instant finishedAt) {
        return texts.get(
                "command.train.replaced", folder.toString(), MINUTE.format(finishedAt.atZone(ZoneId.systemDefault())));
    }

    String epoch(EpochReport report) {
        String losses = texts.get(
                "command.train.epoch",
                format(report.epoch()),
                NumberFormats.format(report.trainLoss()),
                NumberFormats.format(report.validationLoss()));
        return Double.isNaN(report.validationAccuracy())
                ? losses
                : texts.get(
                        "command.train.accuracy", losses, NumberFormats.format(100 * report.validationAccuracy(), 3));
    }

    String describeEnd(TrainingOutcome outcome) {
        String epochs = format(outcome.epochs());
        String best = format(outcome.bestEpoch());
        String plural = outcome.epochs() == 1 ? ".one" : "";
        return outcome.accept(new TrainingOutcome.Visitor<>() {
            @Override
            public String visit(Completed completed) {
                String key = completed.early() ? "command.train.early" : "command.train.completed";
                return texts.get(key + plural, epochs, best);
            }

            @Override
            public String visit(Stopped stopped) {
                return texts.get("command.train.stopped" + plural, epochs, best);
            }

            @Override
            public String visit(Diverged diverged) {
                return texts.get("command.train.diverged" + plural, epochs, NumberFormats.format(diverged.loss()));
            }
        });
    }

    /** The evaluation on the test data. */
    String describeTest(Evaluation test, int rows) {
        String loss = texts.get("command.train.test", format(rows), NumberFormats.format(test.loss()));
        return Double.isNaN(test.accuracy())
                ? loss
                : texts.get("command.train.testAccuracy", loss, NumberFormats.format(100 * test.accuracy(), 3));
    }

    /** The range of seeds; only for several seeds. */
    String seeds(SeededExperiments seeds) {
        return texts.get(
                "command.train.seeds",
                format(seeds.count()),
                Long.toString(seeds.experimentOf(0).seed()),
                Long.toString(seeds.experimentOf(seeds.count() - 1).seed()));
    }

    /** A finding, the number of runs that have it, and the seed that its numbers are from. */
    String inRuns(String finding, int runs, int all, long seed) {
        return texts.get("command.finding.runs", format(runs), format(all), Long.toString(seed), finding);
    }

    /** The progress of all runs together, in epochs. */
    String epochs(long done, long all) {
        return texts.get("command.train.epochs", Long.toString(done), Long.toString(all));
    }

    /**
     * How one of several runs ended.
     *
     * @param endedRuns how many runs have ended, including this one
     */
    String seed(Experiment experiment, int endedRuns, SeededExperiments seeds, TrainingOutcome outcome) {
        return texts.get(
                "command.train.seed",
                Long.toString(experiment.seed()),
                format(endedRuns),
                format(seeds.count()),
                describeEnd(outcome));
    }

    /** Summarizes how several runs ended. */
    String describeEnd(List<TrainingOutcome> outcomes) {
        return texts.get(
                "command.train.ends",
                format(outcomes.size()),
                count(outcomes, Completed.class),
                count(outcomes, Stopped.class),
                count(outcomes, Diverged.class));
    }

    private static String count(List<TrainingOutcome> outcomes, Class<? extends TrainingOutcome> kind) {
        return Long.toString(outcomes.stream().filter(kind::isInstance).count());
    }

    private static String format(int number) {
        return Integer.toString(number);
    }
}

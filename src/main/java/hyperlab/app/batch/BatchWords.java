package hyperlab.app.batch;

import hyperlab.batch.BatchWalk;
import hyperlab.batch.EpochCut;
import hyperlab.batch.Equal;
import hyperlab.batch.GradientNoise;
import hyperlab.batch.ModelChoice;
import hyperlab.batch.StepTimes;
import hyperlab.text.ColumnNames;
import hyperlab.text.Numbers;
import hyperlab.text.Texts;
import java.nio.file.Path;
import java.util.Optional;

/** What the lab says in words of a moment, in one language. */
final class BatchWords {
    private final Texts texts;

    BatchWords(Texts texts) {
        this.texts = texts;
    }

    static String show(double number) {
        return Numbers.show(number, 3);
    }

    /** The data by name: the set's, or the file's. */
    String source(ModelChoice model) {
        String file = model.file();
        return file == null
                ? texts.get("batch.source." + model.source())
                : String.valueOf(Path.of(file).getFileName());
    }

    /** What is on stage, behind the lab's title. */
    String subtitle(BatchMoment moment) {
        return texts.get(
                "batch.subtitle",
                source(moment.comparison().setup().model()),
                Integer.toString(moment.chosen().batch()));
    }

    /** What the two weights do with the columns, in a sentence. */
    String model(ModelChoice model) {
        return texts.get("batch.model.how", column(model.x()), column(model.y()), column(model.target()));
    }

    String column(String name) {
        return ColumnNames.of(name, texts);
    }

    String weightAxis(String weight, String column) {
        return weight + " (" + column(column) + ")";
    }

    /** A walk's batch size by name. */
    String name(Walker walker, EpochCut cut) {
        return switch (walker) {
            case ONE, CHOSEN -> texts.get("batch.walker", Integer.toString(cut.batch()));
            case WHOLE -> texts.get("batch.walker.whole");
        };
    }

    /** How far a walk goes in all. */
    String reach(Walker walker, BatchMoment moment) {
        BatchWalk walk = moment.comparison().walk(walker);
        if (moment.diverged(walker)) {
            return texts.get("batch.walk.diverged", Integer.toString(walk.steps() + 1));
        }
        int steps = moment.comparison().pacing().steps(walk.cut());
        StepTimes times = moment.comparison().pacing().times();
        if (times != null) {
            double seconds = steps * times.of(walk.cut().batch()).median();
            return texts.get("batch.walk.time", time(seconds), Integer.toString(steps));
        }
        double epochs = walk.cut().samplesAfter(steps)
                / (double) (walk.cut().samples() - walk.cut().left());
        return texts.get("batch.walk.reach", Numbers.show(epochs, 2), Integer.toString(steps));
    }

    /** Seconds in a unit that suits them. */
    String time(double seconds) {
        if (seconds < 1e-6) {
            return show(seconds * 1e9) + " ns";
        }
        if (seconds < 1e-3) {
            return show(seconds * 1e6) + " µs";
        }
        return seconds < 1 ? show(seconds * 1e3) + " ms" : show(seconds) + " s";
    }

    /** What the strip shows, at its top left. */
    String strip(BatchMoment moment) {
        EpochCut cut = moment.chosen();
        return texts.get(
                "batch.strip.title",
                Integer.toString(moment.epoch() + 1),
                Long.toString(moment.samplesSeen(Walker.CHOSEN)),
                Numbers.show(moment.epochs(Walker.CHOSEN), 3),
                Integer.toString(cut.samples()));
    }

    /** How to read the strip. */
    String stripHow(BatchMoment moment) {
        EpochCut cut = moment.chosen();
        String key = moment.comparison().setup().training().shuffle() ? "batch.strip.how" : "batch.strip.how.inOrder";
        return texts.get(
                key, Integer.toString(cut.samples()), Integer.toString(cut.batch()), Integer.toString(cut.steps()));
    }

    /** The counts of an epoch, and what an epoch is not. */
    String epoch(BatchMoment moment) {
        EpochCut cut = moment.chosen();
        return texts.get(
                "batch.epoch",
                Integer.toString(cut.samples()),
                Integer.toString(cut.batch()),
                Integer.toString(cut.steps()),
                Long.toString(moment.samplesSeen(Walker.CHOSEN)),
                Numbers.show(moment.epochs(Walker.CHOSEN), 3));
    }

    /** What is the same for all three walks. */
    String equal(BatchMoment moment, boolean measuring) {
        var setup = moment.comparison().setup();
        if (setup.equal() == Equal.EPOCHS) {
            return texts.get("batch.equal.epochs.how", Integer.toString(setup.epochs()));
        }
        if (setup.equal() == Equal.STEPS) {
            return texts.get("batch.equal.steps.how", Integer.toString(setup.steps()));
        }
        StepTimes times = moment.comparison().pacing().times();
        if (measuring || times == null) {
            return texts.get("batch.equal.seconds.measuring");
        }
        return texts.get(
                "batch.equal.seconds.how",
                Integer.toString(setup.steps()),
                time(setup.steps() * times.of(moment.chosen().batch()).median()),
                step(times, 1),
                step(times, moment.chosen().batch()),
                step(times, moment.comparison().model().samples()));
    }

    /** The median time of a step and its quartiles. */
    private String step(StepTimes times, int batch) {
        var measured = times.of(batch);
        return texts.get(
                "batch.equal.seconds.step", time(measured.median()), time(measured.lower()), time(measured.upper()));
    }

    /** What the noise of the gradient is, with the numbers of now. */
    String noise(BatchMoment moment) {
        GradientNoise noise = moment.noise();
        int batch = moment.chosen().batch();
        return texts.get(
                batch == moment.chosen().samples() ? "batch.seen.noise.whole" : "batch.seen.noise",
                show(moment.comparison()
                        .cloud()
                        .spread(moment.comparison().model(), moment.x(Walker.CHOSEN), moment.y(Walker.CHOSEN))),
                show(noise.finiteSpread(batch)));
    }

    /** What the critical batch size says of the one that is set. */
    String critical(BatchMoment moment) {
        double critical = moment.noise().criticalBatch();
        return critical > 1e6
                ? texts.get("batch.seen.critical.atMinimum")
                : texts.get("batch.seen.critical", show(critical));
    }

    /** What linear scaling does; empty where it is off. */
    Optional<String> scaling(BatchMoment moment) {
        var training = moment.comparison().setup().training();
        if (!training.scaling()) {
            return Optional.empty();
        }
        BatchWalk whole = moment.comparison().walk(Walker.WHOLE);
        String key = whole.rate() < moment.comparison().limit() ? "batch.seen.scaling" : "batch.seen.scaling.broken";
        return Optional.of(
                texts.get(key, show(whole.rate()), show(moment.comparison().limit())));
    }
}

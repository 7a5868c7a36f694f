package hyperlab.app.batch;

import hyperlab.batch.BatchWalk;
import hyperlab.batch.EpochCut;
import hyperlab.batch.Equal;
import hyperlab.batch.GradientNoise;
import hyperlab.batch.ModelChoice;
import hyperlab.batch.StepTimes;
import hyperlab.text.ColumnNames;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.nio.file.Path;
import java.util.Optional;

/** The lab's texts about a snapshot, in one language. */
final class BatchSizeText {
    private final Texts texts;

    BatchSizeText(Texts texts) {
        this.texts = texts;
    }

    static String format(double number) {
        return NumberFormats.format(number, 3);
    }

    /** The name of the data set or of the file. */
    String source(ModelChoice model) {
        String file = model.file();
        return file == null
                ? texts.get("batch.source." + model.source())
                : String.valueOf(Path.of(file).getFileName());
    }

    /** The subtitle after the lab's title. */
    String subtitle(BatchSizeSnapshot moment) {
        return texts.get(
                "batch.subtitle",
                source(moment.comparison().setup().model()),
                Integer.toString(moment.chosenBatches().batch()));
    }

    /** A sentence that explains what the two weights do with the columns. */
    String modelText(ModelChoice model) {
        return texts.get("batch.model.how", column(model.x()), column(model.y()), column(model.target()));
    }

    String column(String name) {
        return ColumnNames.of(name, texts);
    }

    String weightAxis(String weight, String column) {
        return weight + " (" + column(column) + ")";
    }

    /** The label of a descent: its batch size. */
    String label(ComparedDescent descent, EpochCut cut) {
        return switch (descent) {
            case ONE, CHOSEN -> texts.get("batch.walker", Integer.toString(cut.batch()));
            case WHOLE -> texts.get("batch.walker.whole");
        };
    }

    /** The length of a whole descent in epochs or time, and in steps; where it stopped if it has diverged. */
    String lengthText(ComparedDescent descent, BatchSizeSnapshot moment) {
        BatchWalk path = moment.comparison().path(descent);
        if (moment.hasDiverged(descent)) {
            return texts.get("batch.walk.diverged", Integer.toString(path.steps() + 1));
        }
        int steps = moment.comparison().pacing().steps(path.cut());
        StepTimes times = moment.comparison().pacing().times();
        if (times != null) {
            double seconds = steps * times.of(path.cut().batch()).median();
            return texts.get("batch.walk.time", formatDuration(seconds), Integer.toString(steps));
        }
        double epochs = path.cut().samplesAfter(steps)
                / (double) (path.cut().samples() - path.cut().left());
        return texts.get("batch.walk.reach", NumberFormats.format(epochs, 2), Integer.toString(steps));
    }

    /** A duration in seconds, formatted with a suitable unit. */
    String formatDuration(double seconds) {
        if (seconds < 1e-6) {
            return format(seconds * 1e9) + " ns";
        }
        if (seconds < 1e-3) {
            return format(seconds * 1e6) + " µs";
        }
        return seconds < 1 ? format(seconds * 1e3) + " ms" : format(seconds) + " s";
    }

    /** The title of the epoch strip. */
    String stripTitle(BatchSizeSnapshot moment) {
        EpochCut cut = moment.chosenBatches();
        return texts.get(
                "batch.strip.title",
                Integer.toString(moment.epoch() + 1),
                Long.toString(moment.samplesSeen(ComparedDescent.CHOSEN)),
                NumberFormats.format(moment.epochs(ComparedDescent.CHOSEN), 3),
                Integer.toString(cut.samples()));
    }

    /** The subtitle of the epoch strip, which explains how to read it. */
    String stripSubtitle(BatchSizeSnapshot moment) {
        EpochCut cut = moment.chosenBatches();
        String key = moment.comparison().setup().training().shuffle() ? "batch.strip.how" : "batch.strip.how.inOrder";
        return texts.get(
                key, Integer.toString(cut.samples()), Integer.toString(cut.batch()), Integer.toString(cut.steps()));
    }

    /** The number of batches in an epoch, and the samples and epochs so far. */
    String epochText(BatchSizeSnapshot moment) {
        EpochCut cut = moment.chosenBatches();
        return texts.get(
                "batch.epoch",
                Integer.toString(cut.samples()),
                Integer.toString(cut.batch()),
                Integer.toString(cut.steps()),
                Long.toString(moment.samplesSeen(ComparedDescent.CHOSEN)),
                NumberFormats.format(moment.epochs(ComparedDescent.CHOSEN), 3));
    }

    /** Explains what is equal for all three descents. */
    String equalText(BatchSizeSnapshot moment, boolean measuring) {
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
                formatDuration(setup.steps() * times.of(moment.chosenBatches().batch()).median()),
                stepTime(times, 1),
                stepTime(times, moment.chosenBatches().batch()),
                stepTime(times, moment.comparison().model().samples()));
    }

    /** The median time of a step and its quartiles. */
    private String stepTime(StepTimes times, int batch) {
        var measured = times.of(batch);
        return texts.get(
                "batch.equal.seconds.step", formatDuration(measured.median()), formatDuration(measured.lower()), formatDuration(measured.upper()));
    }

    /** Explains the gradient noise, with the current numbers. */
    String noiseText(BatchSizeSnapshot moment) {
        GradientNoise noise = moment.noise();
        int batch = moment.chosenBatches().batch();
        return texts.get(
                batch == moment.chosenBatches().samples() ? "batch.seen.noise.whole" : "batch.seen.noise",
                format(moment.comparison()
                        .cloud()
                        .spread(moment.comparison().model(), moment.x(ComparedDescent.CHOSEN), moment.y(ComparedDescent.CHOSEN))),
                format(noise.finiteSpread(batch)));
    }

    /** Explains the critical batch size, with the current value. */
    String criticalBatchText(BatchSizeSnapshot moment) {
        double critical = moment.noise().criticalBatch();
        return critical > 1e6
                ? texts.get("batch.seen.critical.atMinimum")
                : texts.get("batch.seen.critical", format(critical));
    }

    /** Explains linear scaling; empty if it is off. */
    Optional<String> scalingText(BatchSizeSnapshot moment) {
        var training = moment.comparison().setup().training();
        if (!training.scaling()) {
            return Optional.empty();
        }
        BatchWalk whole = moment.comparison().path(ComparedDescent.WHOLE);
        String key = whole.rate() < moment.comparison().maxStableRate() ? "batch.seen.scaling" : "batch.seen.scaling.broken";
        return Optional.of(
                texts.get(key, format(whole.rate()), format(moment.comparison().maxStableRate())));
    }
}

package hyperlab.lab.batchsize;

import hyperlab.batch.ComparisonBasis;
import hyperlab.batch.EpochBatches;
import hyperlab.batch.GradientNoise;
import hyperlab.batch.SgdPath;
import hyperlab.batch.StepTimes;
import hyperlab.batch.TwoWeightModelSettings;
import hyperlab.text.ColumnNames;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.BatchSize;
import java.nio.file.Path;
import java.util.Optional;

/** The lab's texts about a snapshot, in one language. */
final class BatchSizeText {
    /** The larger batch in the explanation of the noise, as a multiple of B. */
    static final long LARGER_BATCH_FACTOR = 4;

    private final Texts texts;

    BatchSizeText(Texts texts) {
        this.texts = texts;
    }

    static String format(double number) {
        return NumberFormats.format(number, 3);
    }

    /** The name of the data set or of the file. */
    String source(TwoWeightModelSettings model) {
        String file = model.file();
        return file == null
                ? texts.get("batch-size.source." + model.source())
                : String.valueOf(Path.of(file).getFileName());
    }

    /** The subtitle after the lab's title. */
    String subtitle(BatchSizeSnapshot snapshot) {
        return texts.get(
                "batch-size.subtitle",
                source(snapshot.comparison().setup().model()),
                Integer.toString(snapshot.chosenBatches().batchSize()));
    }

    /** A sentence that explains what the two weights do with the columns. */
    String modelText(TwoWeightModelSettings model) {
        return texts.get("batch-size.model.how", column(model.x()), column(model.y()), column(model.target()));
    }

    String column(String name) {
        return ColumnNames.of(name, texts);
    }

    String weightAxis(String weight, String column) {
        return weight + " (" + column(column) + ")";
    }

    /** The label of a descent: its batch size. */
    String label(ComparedDescent descent, EpochBatches cut) {
        return switch (descent) {
            case ONE, CHOSEN -> texts.get("batch-size.walker", Integer.toString(cut.batchSize()));
            case WHOLE -> texts.get("batch-size.walker.whole");
        };
    }

    /** The length of a whole descent in epochs or time, and in steps; where it stopped if it has diverged. */
    String lengthText(ComparedDescent descent, BatchSizeSnapshot snapshot) {
        SgdPath path = snapshot.comparison().path(descent);
        if (snapshot.hasDiverged(descent)) {
            return texts.get("batch-size.walk.diverged", NumberFormats.count(path.steps() + 1));
        }
        int steps = snapshot.comparison().pacing().steps(path.epochBatches());
        StepTimes times = snapshot.comparison().pacing().stepTimes();
        if (times != null) {
            double seconds = steps * times.of(path.epochBatches().batchSize()).median();
            return texts.get("batch-size.walk.time", formatDuration(seconds), Integer.toString(steps));
        }
        double epochs = path.epochBatches().samplesAfter(steps)
                / (double) (path.epochBatches().samples() - path.epochBatches().droppedSamples());
        return texts.get("batch-size.walk.reach", NumberFormats.format(epochs, 2), Integer.toString(steps));
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
    String stripTitle(BatchSizeSnapshot snapshot) {
        EpochBatches cut = snapshot.chosenBatches();
        return texts.get(
                "batch-size.strip.title",
                Integer.toString(snapshot.epoch() + 1),
                NumberFormats.count(snapshot.samplesSeen(ComparedDescent.CHOSEN)),
                NumberFormats.format(snapshot.epochs(ComparedDescent.CHOSEN), 3),
                NumberFormats.count(cut.samples()));
    }

    /** The subtitle of the epoch strip, which explains how to read it. */
    String stripSubtitle(BatchSizeSnapshot snapshot) {
        EpochBatches cut = snapshot.chosenBatches();
        String key = snapshot.comparison().setup().training().shuffle()
                ? "batch-size.strip.how"
                : "batch-size.strip.how.inOrder";
        return texts.get(
                key,
                NumberFormats.count(cut.samples()),
                Integer.toString(cut.batchSize()),
                Integer.valueOf(cut.steps()));
    }

    /** The number of batches in an epoch, and the samples and epochs so far. */
    String epochText(BatchSizeSnapshot snapshot) {
        EpochBatches cut = snapshot.chosenBatches();
        return texts.get(
                "batch-size.epoch",
                NumberFormats.count(cut.samples()),
                Integer.toString(cut.batchSize()),
                NumberFormats.count(cut.steps()),
                NumberFormats.count(snapshot.samplesSeen(ComparedDescent.CHOSEN)),
                NumberFormats.format(snapshot.epochs(ComparedDescent.CHOSEN), 3));
    }

    /** Explains what is equal for all three descents. */
    String equalText(BatchSizeSnapshot snapshot, boolean measuring) {
        var setup = snapshot.comparison().setup();
        if (setup.comparisonBasis() == ComparisonBasis.EPOCHS) {
            return texts.get("batch-size.equal.epochs.how", Integer.toString(setup.epochs()));
        }
        if (setup.comparisonBasis() == ComparisonBasis.STEPS) {
            return texts.get("batch-size.equal.steps.how", NumberFormats.count(setup.steps()));
        }
        StepTimes times = snapshot.comparison().pacing().stepTimes();
        if (measuring || times == null) {
            return texts.get("batch-size.equal.seconds.measuring");
        }
        return texts.get(
                "batch-size.equal.seconds.how",
                NumberFormats.count(setup.steps()),
                formatDuration(setup.steps()
                        * times.of(snapshot.chosenBatches().batchSize()).median()),
                stepTime(times, 1),
                stepTime(times, snapshot.chosenBatches().batchSize()),
                stepTime(times, snapshot.comparison().model().samples()));
    }

    /** The median time of a step and its quartiles. */
    private String stepTime(StepTimes times, int batch) {
        var measured = times.of(batch);
        return texts.get(
                "batch-size.equal.seconds.step",
                formatDuration(measured.median()),
                formatDuration(measured.lower()),
                formatDuration(measured.upper()));
    }

    /** Explains the gradient noise, with the current numbers. */
    String noiseText(BatchSizeSnapshot snapshot) {
        GradientNoise noise = snapshot.noise();
        int batch = snapshot.chosenBatches().batchSize();
        int samples = snapshot.chosenBatches().samples();
        String key = "batch-size.seen.noise.whole";
        if (batch < samples) {
            key = LARGER_BATCH_FACTOR * batch < samples ? "batch-size.seen.noise" : "batch-size.seen.noise.large";
        }
        int larger = (int) Math.min(LARGER_BATCH_FACTOR * batch, samples);
        return texts.get(
                key,
                format(snapshot.comparison()
                        .cloud()
                        .standardDeviation(
                                snapshot.comparison().model(),
                                snapshot.x(ComparedDescent.CHOSEN),
                                snapshot.y(ComparedDescent.CHOSEN))),
                format(noise.deviationWithoutReplacement(batch)),
                Integer.toString(larger),
                NumberFormats.format(
                        noise.deviationWithoutReplacement(larger) / noise.deviationWithoutReplacement(batch), 2));
    }

    /** How to enter a batch size, or, if it is larger than the data, what is used instead. */
    String sizeText(BatchSizeSnapshot snapshot) {
        int entered = snapshot.comparison().setup().training().batchSize().samples();
        int samples = snapshot.chosenBatches().samples();
        return entered > samples && entered != BatchSize.FULL.samples()
                ? texts.get("batch-size.size.more", NumberFormats.count(samples))
                : texts.get("batch-size.size.how");
    }

    /** Explains the critical batch size, with the current value. */
    String criticalBatchText(BatchSizeSnapshot snapshot) {
        double critical = snapshot.noise().criticalBatchSize();
        int samples = snapshot.noise().samples();
        if (critical > 1e6) {
            return texts.get("batch-size.seen.critical.atMinimum");
        }
        return critical > samples
                ? texts.get("batch-size.seen.critical.beyond", format(critical), NumberFormats.count(samples))
                : texts.get("batch-size.seen.critical", format(critical));
    }

    /** Explains linear scaling; empty if it is off. */
    Optional<String> scalingText(BatchSizeSnapshot snapshot) {
        var training = snapshot.comparison().setup().training();
        if (!training.linearScaling()) {
            return Optional.empty();
        }
        SgdPath whole = snapshot.comparison().path(ComparedDescent.WHOLE);
        String key = whole.rate() < snapshot.comparison().maxStableRate()
                ? "batch-size.seen.scaling"
                : "batch-size.seen.scaling.broken";
        return Optional.of(texts.get(
                key, format(whole.rate()), format(snapshot.comparison().maxStableRate())));
    }
}

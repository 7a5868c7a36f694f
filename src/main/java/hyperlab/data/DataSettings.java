package hyperlab.data;

import hyperlab.image.ImageShape;
import hyperlab.rule.Refusal;
import hyperlab.rule.Rules;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where data come from and how they are parted; the {@code data} object of an experiment file.
 *
 * @param source a generator, a bundled set, or {@code csv}
 * @param samples how many: generated (null: 500), or the first so many rows (null: all); 2 … 1,000,000
 * @param noise ≥ 0, for generators; its meaning is each generator's own
 * @param trainFraction in (0, 1): share of the rows that train, the rest validates
 * @param split which rows train
 * @param standardize whether features are scaled by the training part's mean and standard deviation
 * @param csv given exactly when {@code source} is {@code csv}
 * @param image how a row's features form an image; null for what the source itself says
 * @param parting which rows are held out for the test, and which of the others validate
 */
public record DataSettings(
        String source,
        @Nullable Integer samples,
        double noise,
        double trainFraction,
        SplitOrder split,
        boolean standardize,
        @Nullable CsvSettings csv,
        @Nullable ImageShape image,
        Parting parting) {
    public static final String CSV = "csv";
    public static final int FEWEST_SAMPLES = 2;
    public static final int MOST_SAMPLES = 1_000_000;
    public static final DataSettings DEFAULT =
            new DataSettings("moons", null, 0.1, 0.8, SplitOrder.SHUFFLED, false, null, null);

    /** Without a test part or folds. */
    public DataSettings(
            String source,
            @Nullable Integer samples,
            double noise,
            double trainFraction,
            SplitOrder split,
            boolean standardize,
            @Nullable CsvSettings csv,
            @Nullable ImageShape image) {
        this(source, samples, noise, trainFraction, split, standardize, csv, image, Parting.DEFAULT);
    }

    public DataSettings {
        if (samples != null) {
            Rules.wholeWithin("samples", samples, FEWEST_SAMPLES, MOST_SAMPLES);
        }
        Rules.notNegative("noise", noise);
        Rules.between("trainFraction", trainFraction, 0, 1);
        if (source.equals(CSV) != (csv != null)) {
            throw new Refusal("file", "goes with source csv alone, got source " + source);
        }
    }

    public DataSettings withSamples(@Nullable Integer newSamples) {
        return new DataSettings(source, newSamples, noise, trainFraction, split, standardize, csv, image, parting);
    }

    public DataSettings withNoise(double newNoise) {
        return new DataSettings(source, samples, newNoise, trainFraction, split, standardize, csv, image, parting);
    }

    public DataSettings withTrainFraction(double newTrainFraction) {
        return new DataSettings(source, samples, noise, newTrainFraction, split, standardize, csv, image, parting);
    }

    public DataSettings withSplit(SplitOrder newSplit) {
        return new DataSettings(source, samples, noise, trainFraction, newSplit, standardize, csv, image, parting);
    }

    public DataSettings withStandardize(boolean newStandardize) {
        return new DataSettings(source, samples, noise, trainFraction, split, newStandardize, csv, image, parting);
    }

    public DataSettings withImage(@Nullable ImageShape newImage) {
        return new DataSettings(source, samples, noise, trainFraction, split, standardize, csv, newImage, parting);
    }

    /** Another source, with all its rows and the image that it brings itself. */
    public DataSettings withSource(String newSource) {
        return new DataSettings(newSource, null, noise, trainFraction, split, standardize, null, null, parting);
    }

    /** A CSV file as the source, or other columns of it. */
    public DataSettings withCsv(CsvSettings newCsv) {
        return new DataSettings(CSV, samples, noise, trainFraction, split, standardize, newCsv, image, parting);
    }

    public DataSettings withParting(Parting newParting) {
        return new DataSettings(source, samples, noise, trainFraction, split, standardize, csv, image, newParting);
    }

    /** Whether it names the same rows of the same file or bundled set, however they are parted. */
    public boolean hasRowsOf(DataSettings other) {
        return source.equals(other.source)
                && Objects.equals(samples, other.samples)
                && Objects.equals(csv, other.csv)
                && Objects.equals(image, other.image);
    }
}

package hyperlab.data;

import hyperlab.image.ImageShape;
import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The source of the data and how they are split; the {@code data} object of an experiment file.
 *
 * @param source a generator, a bundled data set, {@code csv}, or {@code points}
 * @param samples the number of rows to generate (null: 500), or of leading rows to use (null: all); 2 … 1,000,000
 * @param noise the noise of generators, ≥ 0; each generator defines its meaning
 * @param trainFraction in (0, 1): the fraction of the rows used for training; the rest is used for validation
 * @param split which rows are used for training
 * @param standardize whether features are scaled by the mean and standard deviation of the training data
 * @param csv not null if and only if {@code source} is {@code csv}
 * @param image how the features of a row form an image; null for the shape that the source itself defines
 * @param splitSettings which rows are held out for the test, and which of the others are used for validation
 * @param points not null if and only if {@code source} is {@code points}
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
        SplitSettings splitSettings,
        @Nullable PointSet points) {
    public static final String CSV = "csv";

    /** The source whose data are in the settings themselves. */
    public static final String POINTS = "points";

    public static final int MIN_SAMPLES = 2;
    public static final int MAX_SAMPLES = 1_000_000;
    public static final DataSettings DEFAULT =
            new DataSettings("moons", null, 0.1, 0.8, SplitOrder.SHUFFLED, false, null, null);

    /** Settings without test data or folds. */
    public DataSettings(
            String source,
            @Nullable Integer samples,
            double noise,
            double trainFraction,
            SplitOrder split,
            boolean standardize,
            @Nullable CsvSettings csv,
            @Nullable ImageShape image) {
        this(source, samples, noise, trainFraction, split, standardize, csv, image, SplitSettings.DEFAULT, null);
    }

    public DataSettings {
        if (samples != null) {
            Checks.wholeWithin("samples", samples, MIN_SAMPLES, MAX_SAMPLES);
        }
        Checks.notNegative("noise", noise);
        Checks.between("trainFraction", trainFraction, 0, 1);
        if (source.equals(CSV) != (csv != null)) {
            throw new InvalidInputException("file", Rule.SOURCE_CSV_ONLY, source);
        }
        if (source.equals(POINTS) && points == null) {
            throw new InvalidInputException("points", Rule.REQUIRED_FOR_POINTS);
        }
        if (!source.equals(POINTS) && points != null) {
            throw new InvalidInputException("points", Rule.SOURCE_POINTS_ONLY, source);
        }
    }

    public DataSettings withSamples(@Nullable Integer newSamples) {
        return new DataSettings(
                source, newSamples, noise, trainFraction, split, standardize, csv, image, splitSettings, points);
    }

    public DataSettings withNoise(double newNoise) {
        return new DataSettings(
                source, samples, newNoise, trainFraction, split, standardize, csv, image, splitSettings, points);
    }

    public DataSettings withTrainFraction(double newTrainFraction) {
        return new DataSettings(
                source, samples, noise, newTrainFraction, split, standardize, csv, image, splitSettings, points);
    }

    public DataSettings withSplit(SplitOrder newSplit) {
        return new DataSettings(
                source, samples, noise, trainFraction, newSplit, standardize, csv, image, splitSettings, points);
    }

    public DataSettings withStandardize(boolean newStandardize) {
        return new DataSettings(
                source, samples, noise, trainFraction, split, newStandardize, csv, image, splitSettings, points);
    }

    public DataSettings withImage(@Nullable ImageShape newImage) {
        return new DataSettings(
                source, samples, noise, trainFraction, split, standardize, csv, newImage, splitSettings, points);
    }

    /** Returns a copy with another source, all its rows, and its own image shape. */
    public DataSettings withSource(String newSource) {
        return new DataSettings(newSource, null, noise, trainFraction, split, standardize, null, null, splitSettings, null);
    }

    /** Returns a copy with a CSV file as the source, or with other columns of it. */
    public DataSettings withCsv(CsvSettings newCsv) {
        return new DataSettings(
                CSV, samples, noise, trainFraction, split, standardize, newCsv, image, splitSettings, null);
    }

    /** Returns a copy with these points as the source, all of them. */
    public DataSettings withPoints(PointSet newPoints) {
        return new DataSettings(
                POINTS, null, noise, trainFraction, split, standardize, null, null, splitSettings, newPoints);
    }

    public DataSettings withSplitSettings(SplitSettings newSplitSettings) {
        return new DataSettings(
                source, samples, noise, trainFraction, split, standardize, csv, image, newSplitSettings, points);
    }

    /**
     * Whether both settings use the same rows of the same file or bundled data set, regardless of how they are split.
     */
    public boolean hasSameRows(DataSettings other) {
        return source.equals(other.source)
                && Objects.equals(samples, other.samples)
                && Objects.equals(csv, other.csv)
                && Objects.equals(points, other.points)
                && Objects.equals(image, other.image);
    }
}

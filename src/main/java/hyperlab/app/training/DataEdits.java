package hyperlab.app.training;

import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Data settings with one thing changed. */
final class DataEdits {
    private DataEdits() {}

    /** Another source takes its own number of samples. */
    static DataSettings withSource(DataSettings data, String source) {
        return new DataSettings(
                source, null, data.noise(), data.trainFraction(), data.split(), data.standardize(), null);
    }

    /** A CSV file becomes the source, with all its rows; another column of the file at hand keeps their number. */
    static DataSettings withCsv(DataSettings data, CsvSettings csv) {
        Integer samples = data.csv() != null && data.csv().file().equals(csv.file()) ? data.samples() : null;
        return new DataSettings(
                DataSettings.CSV, samples, data.noise(), data.trainFraction(), data.split(), data.standardize(), csv);
    }

    static CsvSettings predicting(CsvSettings csv, String target) {
        return new CsvSettings(csv.file(), target, List.of(), csv.task(), csv.dropMissing());
    }

    static CsvSettings dropping(CsvSettings csv, boolean dropMissing) {
        return new CsvSettings(csv.file(), csv.target(), csv.features(), csv.task(), dropMissing);
    }

    static DataSettings withSamples(DataSettings data, @Nullable Integer samples) {
        return new DataSettings(
                data.source(),
                samples,
                data.noise(),
                data.trainFraction(),
                data.split(),
                data.standardize(),
                data.csv());
    }

    static DataSettings withNoise(DataSettings data, double noise) {
        return new DataSettings(
                data.source(),
                data.samples(),
                noise,
                data.trainFraction(),
                data.split(),
                data.standardize(),
                data.csv());
    }

    static DataSettings withTrainFraction(DataSettings data, double trainFraction) {
        return new DataSettings(
                data.source(),
                data.samples(),
                data.noise(),
                trainFraction,
                data.split(),
                data.standardize(),
                data.csv());
    }

    static DataSettings withStandardize(DataSettings data, boolean standardize) {
        return new DataSettings(
                data.source(),
                data.samples(),
                data.noise(),
                data.trainFraction(),
                data.split(),
                standardize,
                data.csv());
    }
}

package hyperlab.app.training;

import hyperlab.data.Bundled;
import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.data.Task;
import hyperlab.image.ImageShape;
import hyperlab.train.Experiment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows for the data from choosing another source or column. */
final class DataEdits {
    private DataEdits() {}

    /** Another source takes its own number of samples; where its rows form no images, the convolutions go. */
    static Experiment withSource(Experiment experiment, String source) {
        boolean images = Bundled.named(source).map(Bundled::image).isPresent();
        return seeing(images, experiment.withData(withSource(experiment.data(), source)));
    }

    /** Another file, whose rows form no images that anyone told of, takes the convolutions away. */
    static Experiment withCsv(Experiment experiment, CsvSettings csv) {
        DataSettings data = withCsv(experiment.data(), csv);
        return seeing(data.image() != null, experiment.withData(data));
    }

    private static Experiment seeing(boolean images, Experiment experiment) {
        return images ? experiment : experiment.withNetwork(experiment.network().withConvolutions(List.of()));
    }

    /** Another source takes its own number of samples. */
    static DataSettings withSource(DataSettings data, String source) {
        return data.withSource(source);
    }

    /** A CSV file becomes the source, with all its rows; another column of the file at hand keeps their number. */
    static DataSettings withCsv(DataSettings data, CsvSettings csv) {
        boolean same = data.csv() != null && data.csv().file().equals(csv.file());
        return (same ? data : data.withSamples(null).withImage(null)).withCsv(csv);
    }

    static CsvSettings predicting(CsvSettings csv, String target) {
        return new CsvSettings(csv.file(), target, List.of(), csv.task(), csv.dropMissing());
    }

    static CsvSettings dropping(CsvSettings csv, boolean dropMissing) {
        return new CsvSettings(csv.file(), csv.target(), csv.features(), csv.task(), dropMissing);
    }

    /** @param task null to let the target decide */
    static CsvSettings as(CsvSettings csv, @Nullable Task task) {
        return new CsvSettings(csv.file(), csv.target(), csv.features(), task, csv.dropMissing());
    }

    /** @param features none for every other numeric column */
    static CsvSettings from(CsvSettings csv, List<String> features) {
        return new CsvSettings(csv.file(), csv.target(), features, csv.task(), csv.dropMissing());
    }

    /** @param sides channels, height and width; none for a table whose rows are no images */
    static Experiment withImage(Experiment experiment, List<Integer> sides) {
        ImageShape image = sides.isEmpty() ? null : new ImageShape(sides.get(0), sides.get(1), sides.get(2));
        return seeing(image != null, experiment.withData(experiment.data().withImage(image)));
    }
}

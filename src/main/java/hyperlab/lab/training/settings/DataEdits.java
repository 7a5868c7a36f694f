package hyperlab.lab.training.settings;

import hyperlab.data.BundledDataSet;
import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.data.PointSet;
import hyperlab.image.ImageShape;
import hyperlab.train.Experiment;
import java.util.List;

/** Derives consistent data and network settings when another source or column is selected. */
public final class DataEdits {
    private DataEdits() {}

    /** Selects another source. Removes the convolutions if the source has no images. */
    static Experiment withSource(Experiment experiment, String source) {
        boolean images = BundledDataSet.named(source).map(BundledDataSet::image).isPresent();
        return keepConvolutionsIf(images, experiment.withData(withSource(experiment.data(), source)));
    }

    /** Selects another CSV file. Removes the convolutions unless the rows are declared to be images. */
    static Experiment withCsv(Experiment experiment, CsvSettings csv) {
        DataSettings data = withCsv(experiment.data(), csv);
        return keepConvolutionsIf(data.image() != null, experiment.withData(data));
    }

    /** Makes points the data. Removes the convolutions. */
    static Experiment withPoints(Experiment experiment, PointSet points) {
        return keepConvolutionsIf(false, experiment.withData(experiment.data().withPoints(points)));
    }

    private static Experiment keepConvolutionsIf(boolean images, Experiment experiment) {
        return experiment.withConvolutionsOnlyIf(images);
    }

    /**
     * Selects another source. The number of samples stays if both are generated; a table is taken as a whole, because
     * its first rows may all be of one class.
     */
    static DataSettings withSource(DataSettings data, String source) {
        DataSettings changed = data.withSource(source);
        return DataSplitter.isGenerated(data) && DataSplitter.isGenerated(changed)
                ? changed.withSamples(data.samples())
                : changed;
    }

    /**
     * Makes a CSV file the source, with all its rows. If the file is already the source, the number of samples and the
     * image shape stay.
     */
    public static DataSettings withCsv(DataSettings data, CsvSettings csv) {
        boolean sameFile = data.csv() != null && data.csv().file().equals(csv.file());
        return (sameFile ? data : data.withSamples(null).withImage(null)).withCsv(csv);
    }

    /** @param dimensions channels, height and width; empty if the rows are not images */
    static Experiment withImage(Experiment experiment, List<Integer> dimensions) {
        ImageShape image =
                dimensions.isEmpty() ? null : new ImageShape(dimensions.get(0), dimensions.get(1), dimensions.get(2));
        return keepConvolutionsIf(
                image != null, experiment.withData(experiment.data().withImage(image)));
    }
}

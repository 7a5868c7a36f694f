package hyperlab.lab.tuning;

import hyperlab.data.BundledDataSet;
import hyperlab.data.CsvInference;
import hyperlab.data.CsvPlan;
import hyperlab.data.CsvPreview;
import hyperlab.data.DataGenerator;
import hyperlab.data.DataSettings;
import hyperlab.data.PredictionTask;
import hyperlab.data.SplitSettings;
import hyperlab.file.RelativePaths;
import hyperlab.train.Experiment;
import hyperlab.tune.TuningObjective;
import hyperlab.tune.TuningStudy;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the data of a study's experiment. Of a table, a quarter of the rows is held out under a fixed seed, so that the
 * best trial can be compared with the default on rows that took no part in its choice.
 */
final class StudyData {
    static final SplitSettings HELD_OUT = new SplitSettings(0.25, 1L, 0, 0);

    /** The sources that can be chosen by name: generators and bundled data sets. */
    static final List<String> SOURCES = Stream.concat(
                    Stream.of(DataGenerator.values()).map(DataGenerator::fileName),
                    Stream.of(BundledDataSet.values()).map(BundledDataSet::fileName))
            .toList();

    private StudyData() {}

    /** The study with one of the {@link #SOURCES}. */
    static TuningStudy withSource(TuningStudy study, Experiment experiment, String source) {
        DataSettings data = experiment.data().withSource(source);
        BundledDataSet bundled = BundledDataSet.named(source).orElse(null);
        if (bundled == null) {
            PredictionTask task = DataGenerator.named(source).orElseThrow().task();
            return with(study, experiment.withData(data), false, task);
        }
        return with(study, experiment.withData(heldOut(data)), bundled.image() != null, bundled.task());
    }

    /**
     * The study with a CSV file as it is inferred to be used.
     *
     * @param preview the file
     * @param target the column to predict; null for the inferred one
     * @param folder the base folder of the experiment's relative paths; null for the working directory
     * @throws hyperlab.rule.InvalidInputException if there is nothing to predict, or nothing to predict it from
     */
    static TuningStudy withTable(
            TuningStudy study,
            Experiment experiment,
            CsvPreview preview,
            @Nullable String target,
            @Nullable Path folder) {
        CsvPlan plan = (target == null ? CsvInference.of(preview) : CsvInference.of(preview, target)).plan();
        DataSettings data = experiment
                .data()
                .withSamples(null)
                .withImage(null)
                .withCsv(plan.toSettings(RelativePaths.relativize(preview.file(), folder)))
                .withStandardize(plan.standardize());
        return with(study, experiment.withData(heldOut(data)), false, plan.task());
    }

    private static DataSettings heldOut(DataSettings data) {
        return data.splitSettings().testFraction() > 0 && data.splitSettings().splitSeed() != null
                ? data
                : data.withSplitSettings(HELD_OUT);
    }

    private static TuningStudy with(TuningStudy study, Experiment experiment, boolean images, PredictionTask task) {
        boolean hasNoAccuracy =
                task == PredictionTask.REGRESSION && study.objective() == TuningObjective.VALIDATION_ACCURACY;
        TuningStudy changed = study.withExperiment(experiment.withConvolutionsOnlyIf(images));
        return hasNoAccuracy ? changed.withObjective(TuningObjective.VALIDATION_LOSS) : changed;
    }
}

package hyperlab.lab.training.inspection;

import hyperlab.chart.training.CapacityChart;
import hyperlab.file.RunLoader;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.Quantiles;
import hyperlab.train.SeedRunResult;
import hyperlab.train.SeedStudy;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.concurrent.TaskExecutor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * Trains networks of several sizes with the settings of the displayed run, each under several seeds. FX thread only.
 */
public final class CapacityStudyViewModel {
    public static final List<Integer> UNITS = List.of(1, 2, 4, 8, 16, 32, 64);
    public static final List<Integer> LAYERS = List.of(0, 1, 2, 3, 4, 5);
    public static final int SEEDS = 5;
    private static final int DEFAULT_UNITS = 8;

    private final TaskExecutor workers;
    private final StudyRunner<SeedRunResult> study;
    private final ObjectProperty<CapacityDimension> by =
            new SimpleObjectProperty<>(this, "by", CapacityDimension.UNITS);
    private List<Integer> trainedSizes = List.of();

    /** The dimension that is varied. */
    public enum CapacityDimension {
        UNITS,
        LAYERS
    }

    public CapacityStudyViewModel(TaskExecutor workers, Executor window) {
        this.workers = workers;
        study = new StudyRunner<>("training-capacity", workers, window);
    }

    // properties

    public ObjectProperty<CapacityDimension> dimensionProperty() {
        return by;
    }

    public ReadOnlyObjectProperty<StudyRunner.StudyStatus<SeedRunResult>> statusProperty() {
        return study.statusProperty();
    }

    /**
     * The results for each size for which at least one run has ended. The loss of a diverged run ranks above every
     * number.
     */
    public List<CapacityChart.SizeResult> results() {
        List<CapacityChart.SizeResult> results = new ArrayList<>();
        for (int k = 0; k < trainedSizes.size(); k++) {
            int subject = k;
            List<SeedRunResult> runs = study.statusProperty().get().results().stream()
                    .filter(run -> run.subject() == subject)
                    .toList();
            if (!runs.isEmpty()) {
                results.add(new CapacityChart.SizeResult(
                        trainedSizes.get(k),
                        summarize(runs, EpochReport::trainLoss),
                        summarize(runs, EpochReport::validationLoss)));
            }
        }
        return results;
    }

    private static Quantiles summarize(List<SeedRunResult> runs, ToDoubleFunction<EpochReport> of) {
        return Quantiles.of(runs.stream()
                .mapToDouble(run -> run.hasDiverged() ? Double.NaN : of.applyAsDouble(run.resulting()))
                .toArray());
    }

    // commands

    /** Discards the results if they belong to another experiment. */
    public void setExperiment(Experiment experiment) {
        study.setSubject(List.of(experiment.withName(""), by.get()));
    }

    /** Trains all sizes, or stops the training in progress. */
    public void trainOrStop(Experiment experiment, @Nullable Path folder) {
        if (study.statusProperty().get().isRunning()) {
            study.stop();
            return;
        }
        setExperiment(experiment);
        boolean variesUnits = by.get() == CapacityDimension.UNITS;
        trainedSizes = variesUnits ? UNITS : LAYERS;
        List<Integer> hidden = experiment.network().hidden();
        int layers = Math.max(1, hidden.size());
        int units = hidden.isEmpty() ? DEFAULT_UNITS : hidden.get(0);
        List<Experiment> experiments = trainedSizes.stream()
                .map(size -> variesUnits ? Collections.nCopies(layers, size) : Collections.nCopies(size, units))
                .map(shape -> experiment.withNetwork(experiment.network().withHidden(shape)))
                .toList();
        study.start(new SeedStudy(
                experiments,
                SEEDS,
                new RunLoader(folder)::open,
                Runtime.getRuntime().availableProcessors(),
                other -> workers.run("training-capacity", other)));
    }

    public void stop() {
        study.stop();
    }
}

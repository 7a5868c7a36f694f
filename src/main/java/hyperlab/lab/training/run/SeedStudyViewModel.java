package hyperlab.lab.training.run;

import hyperlab.file.RunLoader;
import hyperlab.file.runs.SavedRuns;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.PairedDifference;
import hyperlab.train.SeedRunResult;
import hyperlab.train.SeedStudy;
import hyperlab.train.SeededExperiments;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.concurrent.TaskExecutor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/** Trains experiments under many seeds in parallel and stores the results of each. FX thread only. */
public final class SeedStudyViewModel {
    static final int MIN_SEEDS = 2;
    static final int MAX_SEEDS = SeededExperiments.MAX_SEEDS;
    static final int DEFAULT_SEEDS = 10;

    private final TaskExecutor workers;
    private final Executor window;
    private final StudyRunner<SeedRunResult> study;
    private final IntegerProperty count = new SimpleIntegerProperty(this, "count", DEFAULT_SEEDS);
    private final ReadOnlyObjectWrapper<@Nullable InvalidInputException> error =
            new ReadOnlyObjectWrapper<>(this, "error", null);
    private final Map<Experiment, List<SeedRunResult>> resultsByExperiment = new HashMap<>();
    private final Map<Experiment, SeedBands> bands = new HashMap<>();
    private List<Experiment> subjects = List.of();
    private @Nullable ComparedResults compared;
    private @Nullable SeedComparison comparison;

    /** The input of the latest comparison, so that it is not computed again at every pulse. */
    private record ComparedResults(List<SeedRunResult> first, List<SeedRunResult> second) {}

    public SeedStudyViewModel(TaskExecutor workers, Executor window) {
        this.workers = workers;
        this.window = window;
        study = new StudyRunner<>("training-seeds", workers, window);
        study.statusProperty().addListener((observed, before, now) -> acceptResults(now.results()));
    }

    /**
     * The comparison of two experiments under the same seeds.
     *
     * @param loss the difference of the resulting validation losses; null for fewer than two pairs
     * @param accuracy the difference of the resulting validation accuracies; null for fewer than two pairs and for
     *     regression
     */
    public record SeedComparison(
            int pairs,
            int firstDiverged,
            int secondDiverged,
            @Nullable PairedDifference loss,
            @Nullable PairedDifference accuracy) {}

    // properties

    /** The number of seeds, {@link #MIN_SEEDS} … {@link #MAX_SEEDS}. */
    public IntegerProperty countProperty() {
        return count;
    }

    /** The state of the study. Listeners are called after its results have been stored. */
    public ReadOnlyObjectProperty<StudyRunner.StudyStatus<SeedRunResult>> statusProperty() {
        return study.statusProperty();
    }

    /** Why the last study failed; null if it did not. */
    ReadOnlyObjectProperty<@Nullable InvalidInputException> errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** The results of an experiment; null if there are none. */
    @Nullable
    SeedBands bandsOf(Experiment experiment) {
        return bands.get(experiment.withName(""));
    }

    /**
     * Compares the second experiment with the first, over the seeds that both have been trained with; null for fewer
     * than two seeds.
     */
    public @Nullable SeedComparison compare(Experiment first, Experiment second) {
        List<SeedRunResult> ofFirst = resultsByExperiment.getOrDefault(first.withName(""), List.of());
        List<SeedRunResult> ofSecond = resultsByExperiment.getOrDefault(second.withName(""), List.of());
        if (first.withName("").equals(second.withName("")) || ofFirst.isEmpty() || ofSecond.isEmpty()) {
            return null;
        }
        ComparedResults wanted = new ComparedResults(ofFirst, ofSecond);
        if (!wanted.equals(compared)) {
            compared = wanted;
            comparison = compare(ofFirst, ofSecond);
        }
        return comparison;
    }

    /** Compares runs of two experiments, given in any order, paired by seed; null for fewer than two pairs. */
    public static @Nullable SeedComparison compare(List<SeedRunResult> first, List<SeedRunResult> second) {
        Map<Integer, SeedRunResult> ofFirst = bySeed(first);
        Map<Integer, SeedRunResult> ofSecond = bySeed(second);
        ofFirst.keySet().retainAll(ofSecond.keySet());
        if (ofFirst.size() < 2) {
            return null;
        }
        int firstDiverged = 0;
        int secondDiverged = 0;
        List<EpochReport> ofOne = new ArrayList<>();
        List<EpochReport> ofOther = new ArrayList<>();
        for (int seed : ofFirst.keySet()) {
            SeedRunResult one = Objects.requireNonNull(ofFirst.get(seed));
            SeedRunResult other = Objects.requireNonNull(ofSecond.get(seed));
            firstDiverged += one.hasDiverged() ? 1 : 0;
            secondDiverged += other.hasDiverged() ? 1 : 0;
            if (!one.hasDiverged() && !other.hasDiverged()) {
                ofOne.add(one.resulting());
                ofOther.add(other.resulting());
            }
        }
        return new SeedComparison(
                ofFirst.size(),
                firstDiverged,
                secondDiverged,
                difference(ofOne, ofOther, EpochReport::validationLoss),
                difference(ofOne, ofOther, EpochReport::validationAccuracy));
    }

    private static @Nullable PairedDifference difference(
            List<EpochReport> first, List<EpochReport> second, ToDoubleFunction<EpochReport> of) {
        return first.size() < 2 || Double.isNaN(of.applyAsDouble(first.get(0)))
                ? null
                : PairedDifference.of(
                        first.stream().mapToDouble(of).toArray(),
                        second.stream().mapToDouble(of).toArray());
    }

    // commands

    /**
     * Trains these experiments under the selected number of seeds, replacing the previous study.
     *
     * @param folder the folder that the experiments' paths are relative to; null for none
     */
    public void start(List<Experiment> experiments, @Nullable Path folder) {
        error.set(null);
        subjects = experiments.stream()
                .map(experiment -> experiment.withName(""))
                .distinct()
                .toList();
        RunLoader source = new RunLoader(folder);
        SeedStudy seeds = new SeedStudy(
                subjects,
                count.get(),
                source::open,
                Runtime.getRuntime().availableProcessors(),
                other -> workers.run("training-seeds", other));
        study.start((listener, cancelled) -> {
            try {
                seeds.run(listener, cancelled);
            } catch (InvalidInputException e) {
                window.execute(() -> error.set(e));
            }
        });
    }

    public void stop() {
        study.stop();
    }

    /** Discards the results of all experiments except these. */
    public void retainOnly(List<Experiment> experiments) {
        List<Experiment> retained =
                experiments.stream().map(experiment -> experiment.withName("")).toList();
        resultsByExperiment.keySet().retainAll(retained);
        bands.keySet().retainAll(retained);
    }

    /** The results of these experiments, in the form for saving. */
    List<SavedRuns.MultiSeedRuns> toSaved(List<Experiment> experiments) {
        return experiments.stream()
                .map(experiment -> experiment.withName(""))
                .distinct()
                .filter(resultsByExperiment::containsKey)
                .map(experiment -> new SavedRuns.MultiSeedRuns(
                        experiment, resultsByExperiment.getOrDefault(experiment, List.of())))
                .toList();
    }

    /** Restores results from their {@link #toSaved} form. */
    void restore(List<SavedRuns.MultiSeedRuns> saved) {
        saved.forEach(one -> store(one.experiment(), one.runs()));
    }

    private void store(Experiment experiment, List<SeedRunResult> runs) {
        resultsByExperiment.put(experiment, runs);
        bands.put(experiment, SeedBands.of(runs));
    }

    private void acceptResults(List<SeedRunResult> results) {
        for (int k = 0; k < subjects.size(); k++) {
            int subject = k;
            List<SeedRunResult> ofSubject =
                    results.stream().filter(run -> run.subject() == subject).toList();
            Experiment experiment = subjects.get(k);
            if (!ofSubject.isEmpty() && !ofSubject.equals(resultsByExperiment.get(experiment))) {
                store(experiment, ofSubject);
            }
        }
    }

    private static Map<Integer, SeedRunResult> bySeed(List<SeedRunResult> runs) {
        Map<Integer, SeedRunResult> found = new HashMap<>();
        runs.forEach(run -> found.put(run.seed(), run));
        return found;
    }
}

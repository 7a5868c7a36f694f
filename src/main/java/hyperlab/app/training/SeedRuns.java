package hyperlab.app.training;

import hyperlab.app.concurrent.TaskExecutor;
import hyperlab.app.concurrent.StudyRunner;
import hyperlab.file.RunLoader;
import hyperlab.file.SavedRuns;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.PairedDifference;
import hyperlab.train.SeedRun;
import hyperlab.train.SeedStudy;
import hyperlab.train.Seeds;
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
final class SeedRuns {
    static final int FEWEST = 2;
    static final int MOST = Seeds.MOST;
    private static final int CUSTOMARY = 10;

    private final TaskExecutor workers;
    private final Executor window;
    private final StudyRunner<SeedRun> study;
    private final IntegerProperty count = new SimpleIntegerProperty(this, "count", CUSTOMARY);
    private final ReadOnlyObjectWrapper<@Nullable InvalidInputException> refusal = new ReadOnlyObjectWrapper<>(this, "refusal", null);
    private final Map<Experiment, List<SeedRun>> known = new HashMap<>();
    private final Map<Experiment, SeedBands> bands = new HashMap<>();
    private List<Experiment> subjects = List.of();
    private @Nullable Compared compared;
    private @Nullable Comparison comparison;

    /** The input of the latest comparison, so that it is not computed again at every pulse. */
    private record Compared(List<SeedRun> first, List<SeedRun> second) {}

    SeedRuns(TaskExecutor workers, Executor window) {
        this.workers = workers;
        this.window = window;
        study = new StudyRunner<>("training-seeds", workers, window);
        study.found().addListener((observed, before, now) -> take(now.results()));
    }

    /**
     * The comparison of two experiments under the same seeds.
     *
     * @param loss the difference of the resulting validation losses; null for fewer than two pairs
     * @param accuracy the difference of the resulting validation accuracies; null for fewer than two pairs and for
     *     regression
     */
    record Comparison(
            int pairs,
            int firstDiverged,
            int secondDiverged,
            @Nullable PairedDifference loss,
            @Nullable PairedDifference accuracy) {}

    // properties

    /** The number of seeds, {@link #FEWEST} … {@link #MOST}. */
    IntegerProperty count() {
        return count;
    }

    /** The state of the study. Listeners are called after its results have been stored. */
    ReadOnlyObjectProperty<StudyRunner.StudyStatus<SeedRun>> found() {
        return study.found();
    }

    /** Why the last study failed; null if it did not. */
    ReadOnlyObjectProperty<@Nullable InvalidInputException> refusal() {
        return refusal.getReadOnlyProperty();
    }

    /** The results of an experiment; null if there are none. */
    @Nullable
    SeedBands of(Experiment experiment) {
        return bands.get(experiment.withName(""));
    }

    /**
     * Compares the second experiment with the first, over the seeds that both have been trained with; null for fewer
     * than two seeds.
     */
    @Nullable
    Comparison compare(Experiment first, Experiment second) {
        List<SeedRun> ofFirst = known.getOrDefault(first.withName(""), List.of());
        List<SeedRun> ofSecond = known.getOrDefault(second.withName(""), List.of());
        if (first.withName("").equals(second.withName("")) || ofFirst.isEmpty() || ofSecond.isEmpty()) {
            return null;
        }
        Compared wanted = new Compared(ofFirst, ofSecond);
        if (!wanted.equals(compared)) {
            compared = wanted;
            comparison = compare(ofFirst, ofSecond);
        }
        return comparison;
    }

    /** Compares runs of two experiments, given in any order, paired by seed; null for fewer than two pairs. */
    static @Nullable Comparison compare(List<SeedRun> first, List<SeedRun> second) {
        Map<Integer, SeedRun> ofFirst = bySeed(first);
        Map<Integer, SeedRun> ofSecond = bySeed(second);
        ofFirst.keySet().retainAll(ofSecond.keySet());
        if (ofFirst.size() < 2) {
            return null;
        }
        int firstDiverged = 0;
        int secondDiverged = 0;
        List<EpochReport> ofOne = new ArrayList<>();
        List<EpochReport> ofOther = new ArrayList<>();
        for (int seed : ofFirst.keySet()) {
            SeedRun one = Objects.requireNonNull(ofFirst.get(seed));
            SeedRun other = Objects.requireNonNull(ofSecond.get(seed));
            firstDiverged += one.hasDiverged() ? 1 : 0;
            secondDiverged += other.hasDiverged() ? 1 : 0;
            if (!one.hasDiverged() && !other.hasDiverged()) {
                ofOne.add(one.resulting());
                ofOther.add(other.resulting());
            }
        }
        return new Comparison(
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
    void start(List<Experiment> experiments, @Nullable Path folder) {
        refusal.set(null);
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
            } catch (InvalidInputException refused) {
                window.execute(() -> refusal.set(refused));
            }
        });
    }

    void stop() {
        study.stop();
    }

    /** Discards the results of all experiments except these. */
    void keep(List<Experiment> experiments) {
        List<Experiment> kept =
                experiments.stream().map(experiment -> experiment.withName("")).toList();
        known.keySet().retainAll(kept);
        bands.keySet().retainAll(kept);
    }

    /** The results of these experiments, in the form for saving. */
    List<SavedRuns.MultiSeedRuns> saved(List<Experiment> experiments) {
        return experiments.stream()
                .map(experiment -> experiment.withName(""))
                .distinct()
                .filter(known::containsKey)
                .map(experiment -> new SavedRuns.MultiSeedRuns(experiment, known.getOrDefault(experiment, List.of())))
                .toList();
    }

    /** Restores results from their {@link #saved} form. */
    void bringBack(List<SavedRuns.MultiSeedRuns> saved) {
        saved.forEach(one -> know(one.experiment(), one.runs()));
    }

    private void know(Experiment experiment, List<SeedRun> runs) {
        known.put(experiment, runs);
        bands.put(experiment, SeedBands.of(runs));
    }

    private void take(List<SeedRun> results) {
        for (int k = 0; k < subjects.size(); k++) {
            int subject = k;
            List<SeedRun> own =
                    results.stream().filter(run -> run.subject() == subject).toList();
            Experiment experiment = subjects.get(k);
            if (!own.isEmpty() && !own.equals(known.get(experiment))) {
                know(experiment, own);
            }
        }
    }

    private static Map<Integer, SeedRun> bySeed(List<SeedRun> runs) {
        Map<Integer, SeedRun> found = new HashMap<>();
        runs.forEach(run -> found.put(run.seed(), run));
        return found;
    }
}

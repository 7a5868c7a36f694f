package hyperlab.lab.training.run;

import hyperlab.file.RunsFormat;
import hyperlab.file.runs.SavedRuns;
import hyperlab.train.Experiment;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The compared runs and their results over seeds, in the form for the session and for exported figures. FX thread only.
 */
public final class RunStore {
    private final ComparedRuns runs;
    private final SeedStudyViewModel seeds;

    public RunStore(ComparedRuns runs, SeedStudyViewModel seeds) {
        this.runs = runs;
        this.seeds = seeds;
    }

    /**
     * All current runs that have finished an epoch. The supplier may be called on any thread; it is slow because it
     * processes all rows of each run.
     */
    public Supplier<SavedRuns> all() {
        return matching(run -> true);
    }

    /** The experiment of the run that is played. */
    public Experiment liveExperiment() {
        return runs.live().experiment();
    }

    /** The runs whose curves are drawn; none if the live experiment alone reproduces the chart. */
    public SavedRuns visibleRuns() {
        SavedRuns shown = matching(run -> run.visible() || runs.isLive(run)).get();
        RunHistory live = runs.live().history();
        boolean alone = shown.runs().size() < 2
                && shown.seeds().isEmpty()
                && live.markers().isEmpty()
                && live.branchedAt() == 0;
        return alone ? SavedRuns.NONE : shown;
    }

    /**
     * Restores saved runs, in place of all runs except the live one.
     *
     * @throws hyperlab.rule.InvalidInputException if the text is not in {@link RunsFormat}
     */
    public void restore(String text) {
        SavedRuns saved = text.isEmpty() ? SavedRuns.NONE : RunsFormat.parse(text, "runs");
        seeds.restore(saved.seeds());
        runs.restore(saved.runs());
    }

    /**
     * Restores only the saved results over seeds, for runs that are listed already.
     *
     * @throws hyperlab.rule.InvalidInputException if the text is not in {@link RunsFormat}
     */
    public void restoreSeeds(String text) {
        seeds.restore(RunsFormat.parse(text, "runs").seeds());
    }

    private Supplier<SavedRuns> matching(Predicate<ComparedRun> filter) {
        List<ComparedRun> kept =
                runs.runsProperty().get().stream().filter(filter).toList();
        List<SavedRuns.MultiSeedRuns> overSeeds =
                seeds.toSaved(kept.stream().map(ComparedRun::experiment).toList());
        return () -> new SavedRuns(ComparedRuns.toSaved(kept), overSeeds);
    }
}

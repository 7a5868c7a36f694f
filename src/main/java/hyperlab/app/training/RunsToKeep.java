package hyperlab.app.training;

import hyperlab.file.RunsFormat;
import hyperlab.file.SavedRuns;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The compared runs and their results over seeds, in the form for the session and for exported figures. FX thread only.
 */
final class RunsToKeep {
    private final Runs runs;
    private final SeedRuns seeds;

    RunsToKeep(Runs runs, SeedRuns seeds) {
        this.runs = runs;
        this.seeds = seeds;
    }

    /**
     * All current runs that have finished an epoch. The supplier may be called on any thread; it is slow because it
     * processes all rows of each run.
     */
    Supplier<SavedRuns> all() {
        return those(run -> true);
    }

    /** The runs whose curves are drawn; none if the live experiment alone reproduces the chart. */
    SavedRuns drawn() {
        SavedRuns drawn = those(run -> run.visible() || runs.isLive(run)).get();
        RunHistory live = runs.live().history();
        boolean alone = drawn.runs().size() < 2
                && drawn.seeds().isEmpty()
                && live.marks().isEmpty()
                && live.branchedAt() == 0;
        return alone ? SavedRuns.NONE : drawn;
    }

    /**
     * Restores saved runs, in place of all runs except the live one.
     *
     * @throws hyperlab.rule.InvalidInputException if the text is not in {@link RunsFormat}
     */
    void bringBack(String text) {
        SavedRuns saved = text.isEmpty() ? SavedRuns.NONE : RunsFormat.parse(text, "runs");
        seeds.bringBack(saved.seeds());
        runs.bringBack(saved.runs());
    }

    private Supplier<SavedRuns> those(Predicate<KeptRun> wanted) {
        List<KeptRun> kept = runs.list().get().stream().filter(wanted).toList();
        List<SavedRuns.MultiSeedRuns> overSeeds =
                seeds.saved(kept.stream().map(KeptRun::experiment).toList());
        return () -> new SavedRuns(Runs.saved(kept), overSeeds);
    }
}

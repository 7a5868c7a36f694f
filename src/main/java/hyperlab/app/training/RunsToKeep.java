package hyperlab.app.training;

import hyperlab.file.RunsFormat;
import hyperlab.file.SavedRuns;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What is compared, for the session and for figures: runs, and what is known of them over seeds. FX thread alone. */
final class RunsToKeep {
    private final Runs runs;
    private final SeedRuns seeds;

    RunsToKeep(Runs runs, SeedRuns seeds) {
        this.runs = runs;
        this.seeds = seeds;
    }

    /** All runs of now that have made an epoch; to be asked on any thread, as it goes through every row of each. */
    Supplier<SavedRuns> all() {
        return those(run -> true);
    }

    /** The runs whose curves are drawn; none where the experiment on stage tells it all. */
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
     * Brings runs back beside the live one, in place of those that are there.
     *
     * @throws hyperlab.rule.Refusal for a text that is not of {@link RunsFormat}
     */
    void bringBack(String text) {
        SavedRuns saved = text.isEmpty() ? SavedRuns.NONE : RunsFormat.parse(text, "runs");
        seeds.bringBack(saved.seeds());
        runs.bringBack(saved.runs());
    }

    private Supplier<SavedRuns> those(Predicate<KeptRun> wanted) {
        List<KeptRun> kept = runs.list().get().stream().filter(wanted).toList();
        List<SavedRuns.OverSeeds> overSeeds =
                seeds.saved(kept.stream().map(KeptRun::experiment).toList());
        return () -> new SavedRuns(Runs.saved(kept), overSeeds);
    }
}

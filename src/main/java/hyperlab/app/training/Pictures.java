package hyperlab.app.training;

import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Assembles the content of the stage: the live run, the runs compared with it, and the numbers at the play head. FX
 * thread only.
 */
final class Pictures {
    private final ExperimentSettings settings;
    private final Player player;
    private final Runs runs;
    private final SeedRuns seeds;

    Pictures(ExperimentSettings settings, Player player, Runs runs, SeedRuns seeds) {
        this.settings = settings;
        this.player = player;
        this.runs = runs;
        this.seeds = seeds;
    }

    /** @param cursor the epoch under the pointer; null if it is on no chart */
    Picture now(@Nullable Integer cursor) {
        return at(player.playback().position().get(), cursor);
    }

    /** The same with the play head at the given epoch. */
    Picture at(int epoch, @Nullable Integer cursor) {
        RunHistory history = player.run().history();
        Progress progress = player.progress();
        return new Picture(
                player.taken(),
                history.curves(),
                history.marks(),
                history.facts(),
                reading(epoch),
                previous(),
                shown(epoch, cursor),
                cursor,
                progress.step(),
                progress.place(),
                progress.outcome(),
                progress.refusal());
    }

    private @Nullable Reading reading(int epoch) {
        RunHistory history = player.run().history();
        EpochReport head = history.at(epoch);
        EpochReport best = history.best();
        KeptRun earlier = runs.base();
        return head == null || best == null
                ? null
                : new Reading(
                        head, best, earlier == null ? null : earlier.history().at(epoch));
    }

    private @Nullable Previous previous() {
        KeptRun before = runs.base();
        return before == null
                ? null
                : new Previous(
                        before.experiment(),
                        before.history().curves(),
                        !before.history().marks().isEmpty(),
                        settings.differences(before.experiment(), player.run().experiment()));
    }

    private List<ShownRun> shown(int epoch, @Nullable Integer cursor) {
        List<KeptRun> visible = runs.list().get().stream()
                .filter(run -> run.visible() || runs.isLive(run))
                .toList();
        RunNames names = new RunNames(settings, visible);
        Set<Experiment> told = new HashSet<>();
        return visible.stream()
                .map(run -> new ShownRun(
                        run,
                        names.brief(run),
                        runs.isLive(run),
                        reached(run, epoch),
                        run.history().best(),
                        told.add(run.experiment().withName("")) ? seeds.of(run.experiment()) : null,
                        cursor == null ? null : reached(run, cursor)))
                .toList();
    }

    /** The row of a run at an epoch; null if the run has not reached it. */
    private static @Nullable EpochReport reached(KeptRun run, int epoch) {
        EpochReport newest = run.history().newest();
        return newest == null || newest.epoch() < epoch ? null : run.history().at(epoch);
    }
}

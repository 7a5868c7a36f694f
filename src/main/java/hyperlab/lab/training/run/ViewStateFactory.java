package hyperlab.lab.training.run;

import hyperlab.lab.training.settings.ExperimentSettings;
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
public final class ViewStateFactory {
    private final ExperimentSettings settings;
    private final RunPlayer player;
    private final ComparedRuns runs;
    private final SeedStudyViewModel seeds;

    public ViewStateFactory(
            ExperimentSettings settings, RunPlayer player, ComparedRuns runs, SeedStudyViewModel seeds) {
        this.settings = settings;
        this.player = player;
        this.runs = runs;
        this.seeds = seeds;
    }

    /** Returns the state at the play head; {@code cursor} is the epoch under the pointer, null if it is on no chart. */
    public TrainingViewState create(@Nullable Integer cursor) {
        return createAt(player.playback().positionProperty().get(), cursor);
    }

    /** The same with the play head at the given epoch. */
    public TrainingViewState createAt(int epoch, @Nullable Integer cursor) {
        RunHistory history = player.run().history();
        RunProgress progress = player.progress();
        return new TrainingViewState(
                player.currentExperiment(),
                history.markers(),
                history.facts(),
                reading(epoch),
                reference(),
                displayedRuns(epoch, cursor),
                cursor,
                progress.step(),
                progress.epochPosition(),
                progress.outcome(),
                progress.error());
    }

    private @Nullable PlayheadReading reading(int epoch) {
        RunHistory history = player.run().history();
        EpochReport head = history.atOrBefore(epoch);
        EpochReport best = history.best();
        return head == null || best == null ? null : new PlayheadReading(head, best);
    }

    private @Nullable ReferenceRun reference() {
        ComparedRun before = runs.reference();
        return before == null
                ? null
                : new ReferenceRun(
                        before.id(),
                        settings.differences(before.experiment(), player.run().experiment()),
                        player.run().history().markers(),
                        before.history().markers(),
                        player.run().history().hasSameLosses(before.history()));
    }

    private List<DisplayedRun> displayedRuns(int epoch, @Nullable Integer cursor) {
        List<ComparedRun> drawn = runs.drawn();
        RunNames names = RunNames.ofDrawn(settings, runs);
        ComparedRun examined = runs.examinedLog().orElse(null);
        Set<Experiment> seedsShown = new HashSet<>();
        return drawn.stream()
                .filter(runs::sharesLossAxis)
                .map(run -> new DisplayedRun(
                        run,
                        names.name(run),
                        names.experimentName(run),
                        runs.isLive(run),
                        runs.isGhost(run),
                        run.equals(examined),
                        rowIfReached(run, epoch),
                        run.history().best(),
                        run.hasSettings() && seedsShown.add(run.experiment().withName(""))
                                ? seeds.bandsOf(run.experiment())
                                : null,
                        cursor == null ? null : rowIfReached(run, cursor)))
                .toList();
    }

    /** The row of a run at an epoch; null if the run has not reached it. */
    private static @Nullable EpochReport rowIfReached(ComparedRun run, int epoch) {
        EpochReport newest = run.history().newest();
        EpochReport row =
                newest == null || newest.epoch() < epoch ? null : run.history().atOrBefore(epoch);
        boolean unknown =
                row != null && run.log() != null && Double.isNaN(row.trainLoss()) && Double.isNaN(row.validationLoss());
        return unknown ? null : row;
    }
}

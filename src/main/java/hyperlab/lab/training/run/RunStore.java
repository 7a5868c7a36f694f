package hyperlab.lab.training.run;

import hyperlab.export.report.RunReport;
import hyperlab.file.RunsFormat;
import hyperlab.file.runs.SavedHistory;
import hyperlab.file.runs.SavedRun;
import hyperlab.file.runs.SavedRuns;
import hyperlab.finding.Severity;
import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.log.LogAxis;
import hyperlab.log.LogDoctor;
import hyperlab.log.TrainingLog;
import hyperlab.text.FindingText;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The compared runs and their results over seeds, in the form for the session and for exported figures. FX thread only.
 */
public final class RunStore {
    /** The maximum number of saved runs; only the latest are saved. */
    private static final int MAX_SAVED = 24;

    private final ComparedRuns runs;
    private final RunController controller;
    private final SeedStudyViewModel seeds;

    public RunStore(ComparedRuns runs, RunController controller, SeedStudyViewModel seeds) {
        this.runs = runs;
        this.controller = controller;
        this.seeds = seeds;
    }

    /**
     * All current runs that have finished an epoch. The supplier may be called on any thread; it is slow because it
     * processes all rows of each run.
     */
    public Supplier<SavedRuns> all() {
        return matching(run -> true);
    }

    /**
     * The visible runs that have finished an epoch, for a report, named as in the list of runs.
     *
     * @param findings what the doctor found about the live run; those of logs are added
     */
    public List<RunReport.ReportedRun> reported(ExperimentSettings settings, Texts texts, List<String> findings) {
        RunNames names = RunNames.ofList(settings, runs);
        List<RunReport.ReportedRun> reported = new ArrayList<>();
        for (ComparedRun run : runs.drawn()) {
            TrainingLog log = run.log();
            if (log != null && !log.isOn(LogAxis.EPOCH)) {
                continue;
            }
            boolean live = runs.isLive(run);
            List<String> found = log == null ? live ? findings : List.of() : findings(log, texts);
            String name = names.fullName(run).format(texts);
            toSaved(List.of(run))
                    .forEach(saved -> reported.add(new RunReport.ReportedRun(saved, name, found, live || log != null)));
        }
        return reported;
    }

    /** The problems that the rules for logs find. */
    private static List<String> findings(TrainingLog log, Texts texts) {
        return LogDoctor.examine(log, LogAxis.EPOCH).stream()
                .map(finding -> FindingText.of(finding, texts))
                .filter(text -> text.severity() == Severity.WARNING || text.severity() == Severity.DANGER)
                .map(text -> text.title() + ": " + text.explanation())
                .toList();
    }

    /** The number of hidden runs that have finished an epoch. */
    public int hiddenCount() {
        List<ComparedRun> hidden = runs.runsProperty().get().stream()
                .filter(run -> !run.visible() && !runs.isLive(run))
                .toList();
        return toSaved(hidden).size();
    }

    /** The runs whose curves are drawn; none if the live experiment alone reproduces the chart. */
    public SavedRuns visibleRuns() {
        SavedRuns shown = matching(run -> run.visible() || runs.isLive(run)).get();
        RunHistory live = runs.live().history();
        SavedRuns.Roles roles = shown.roles();
        int liveRuns = roles == null || roles.live() == null ? 0 : 1;
        boolean alone = shown.runs().size() == liveRuns
                && shown.seeds().isEmpty()
                && live.markers().isEmpty()
                && live.branchedAt() == 0;
        return alone ? SavedRuns.NONE : shown;
    }

    /**
     * Restores saved runs, in place of all runs; see {@link RunController#restore}.
     *
     * @throws hyperlab.rule.InvalidInputException if the text is not in {@link RunsFormat}
     */
    public void restore(String text) {
        SavedRuns saved = text.isEmpty() ? SavedRuns.NONE : RunsFormat.parse(text, "runs");
        seeds.restore(saved.seeds());
        controller.restore(saved);
    }

    /**
     * Restores what was saved with a document. An undo of its opening restores that there were no runs, too; without
     * one, an empty text leaves the runs as they are.
     *
     * @throws hyperlab.rule.InvalidInputException if the text is not in {@link RunsFormat}
     */
    public void restoreExtras(String text) {
        if (controller.isResumedByUndo()) {
            if (!text.isEmpty()) {
                restoreSeeds(text);
            }
        } else if (!text.isEmpty() || controller.isUndoing()) {
            restore(text);
        }
    }

    /**
     * Restores only the saved results over seeds, for runs that are listed already.
     *
     * @throws hyperlab.rule.InvalidInputException if the text is not in {@link RunsFormat}
     */
    private void restoreSeeds(String text) {
        seeds.restore(RunsFormat.parse(text, "runs").seeds());
    }

    private Supplier<SavedRuns> matching(Predicate<ComparedRun> filter) {
        List<ComparedRun> kept =
                runs.runsProperty().get().stream().filter(filter).toList();
        List<SavedRuns.MultiSeedRuns> overSeeds =
                seeds.toSaved(kept.stream().map(ComparedRun::experiment).toList());
        ComparedRun live = runs.live();
        ComparedRun reference = runs.reference();
        return () -> toSaved(kept, overSeeds, live, reference);
    }

    /** The runs that have finished an epoch, in the form for saving. Any thread. */
    private static List<SavedRun> toSaved(List<ComparedRun> runs) {
        return toSaved(runs, List.of(), null, null).runs();
    }

    /**
     * The runs that have finished an epoch, and their roles, in the form for saving. Any thread.
     *
     * @param live the run that is played
     * @param reference the run that it is compared with
     */
    private static SavedRuns toSaved(
            List<ComparedRun> runs,
            List<SavedRuns.MultiSeedRuns> seeds,
            @Nullable ComparedRun live,
            @Nullable ComparedRun reference) {
        List<Integer> ids = new ArrayList<>();
        List<SavedRun> saved = new ArrayList<>();
        for (ComparedRun run : runs) {
            TrainingLog log = run.log();
            SavedHistory history = log == null
                    ? run.history().toSaved(RunsFormat.MAX_ROWS)
                    : SavedHistory.ofLog(log, log.defaultAxis());
            if (history != null && (log != null || history.rows().size() > 1)) {
                ids.add(run.id());
                saved.add(new SavedRun(
                        run.name(),
                        run.style(),
                        run.visible(),
                        run.pinned(),
                        run.experiment(),
                        run.playground(),
                        history,
                        log));
            }
        }
        int first = Math.max(0, saved.size() - MAX_SAVED);
        List<Integer> latest = ids.subList(first, ids.size());
        return new SavedRuns(
                saved.subList(first, saved.size()),
                seeds,
                new SavedRuns.Roles(indexOf(latest, live), indexOf(latest, reference)));
    }

    private static @Nullable Integer indexOf(List<Integer> ids, @Nullable ComparedRun run) {
        int index = run == null ? -1 : ids.indexOf(run.id());
        return index < 0 ? null : index;
    }
}

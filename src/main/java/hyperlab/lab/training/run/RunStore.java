package hyperlab.lab.training.run;

import hyperlab.export.report.RunReport;
import hyperlab.file.RunsFormat;
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

/**
 * The compared runs and their results over seeds, in the form for the session and for exported figures. FX thread only.
 */
public final class RunStore {
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
            ComparedRuns.toSaved(List.of(run))
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
        return ComparedRuns.toSaved(hidden).size();
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
        return () -> ComparedRuns.toSaved(kept, overSeeds, live, reference);
    }
}

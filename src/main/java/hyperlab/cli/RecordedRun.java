package hyperlab.cli;

import hyperlab.file.RelativePaths;
import hyperlab.file.RunFolder;
import hyperlab.rule.Refusal;
import hyperlab.text.Version;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** Trains to the end, tells how it goes, and leaves a run folder. */
final class RecordedRun {
    private static final int PROGRESS_LINES = 10;

    private final Console console;
    private final TrainingWords words;
    private final RunCharts charts;

    RecordedRun(Console console, TrainingWords words, RunCharts charts) {
        this.console = console;
        this.words = words;
        this.charts = charts;
    }

    /**
     * @param from the folder that the experiment's paths are relative to; null for the working directory
     * @param folder the run folder; refused before training when nothing can be written there
     * @throws RunFailure when it could not be written to its end
     */
    void train(TrainingRun run, @Nullable Path from, Path folder, StopSignal stop) throws IOException {
        Experiment experiment = RelativePaths.moved(run.experiment(), from, folder);
        try (RunFolder record = RunFolder.open(folder, experiment, run.partition(), Version.text())) {
            charts.prepare(folder.resolve(RunCharts.FOLDER));
            stop.listen();
            console.line(words.start(experiment, run.partition()));
            if (run.partition().whole().dropped() > 0) {
                console.line(words.dropped(run.partition().whole()));
            }
            TrainingOutcome outcome = run.train(report -> report(report, record, experiment), stop::asked);
            finish(run, outcome, record);
            Path chartFolder = folder.resolve(RunCharts.FOLDER);
            charts.write(
                    chartFolder,
                    RelativePaths.moved(run.experiment(), from, chartFolder),
                    run.partition().whole().task(),
                    outcome);
            console.line(words.end(outcome));
            console.line(folder.toString());
        } catch (Refusal refusal) {
            throw run.stepCount() == 0 ? refusal : new RunFailure(refusal);
        }
    }

    private void report(EpochReport report, RunFolder record, Experiment experiment) {
        record.report(report);
        charts.add(report);
        long tenths = (long) report.epoch() * PROGRESS_LINES;
        int epochs = Math.max(1, experiment.training().epochs());
        if (report.epoch() == 0 || tenths / epochs > (tenths - PROGRESS_LINES) / epochs) {
            console.line(words.epoch(report));
        }
    }

    private static void finish(TrainingRun run, TrainingOutcome outcome, RunFolder record) {
        run.network().load(run.resultingWeights());
        DMatrixRMaj train = run.network().predict(run.partition().train().features());
        DMatrixRMaj validation =
                run.network().predict(run.partition().validation().features());
        record.finish(outcome, run.resultingWeights(), train, validation);
    }
}

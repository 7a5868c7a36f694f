package hyperlab.cli;

import hyperlab.file.Document;
import hyperlab.file.RunFolder;
import hyperlab.rule.Refusal;
import hyperlab.text.Version;
import hyperlab.train.EpochReport;
import hyperlab.train.Training;
import hyperlab.train.TrainingOutcome;
import java.io.IOException;
import java.nio.file.Path;
import org.ejml.data.DMatrixRMaj;

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
     * @param subject what {@code run} trains
     * @param folder the run folder; refused before training when nothing can be written there
     * @throws RunFailure when it could not be written to its end
     */
    void train(Training run, RunSubject subject, Path folder, StopSignal stop) throws IOException {
        Document document = subject.document().apply(folder);
        try (RunFolder record = RunFolder.open(folder, document, run.partition(), Version.text())) {
            charts.prepare(folder.resolve(RunCharts.FOLDER));
            stop.listen();
            if (document instanceof Document.OfPlayground of) {
                console.line(words.link(of.experiment().link()));
            }
            console.line(words.start(subject, run.partition()));
            if (subject.ensemble() > 1) {
                console.line(words.ensemble(subject));
            }
            if (run.partition().whole().dropped() > 0) {
                console.line(words.dropped(run.partition().whole()));
            }
            TrainingOutcome outcome = run.train(report -> report(report, record, subject.epochs()), stop::asked);
            finish(run, outcome, record);
            charts.write(folder.resolve(RunCharts.FOLDER), subject, outcome);
            console.line(words.end(outcome));
            console.line(folder.toString());
        } catch (Refusal refusal) {
            throw run.stepCount() == 0 ? refusal : new RunFailure(refusal);
        }
    }

    private void report(EpochReport report, RunFolder record, int asked) {
        record.report(report);
        charts.add(report);
        long tenths = (long) report.epoch() * PROGRESS_LINES;
        int epochs = Math.max(1, asked);
        if (report.epoch() == 0 || tenths / epochs > (tenths - PROGRESS_LINES) / epochs) {
            console.line(words.epoch(report));
        }
    }

    private static void finish(Training run, TrainingOutcome outcome, RunFolder record) {
        DMatrixRMaj train = run.predict(run.partition().train().features());
        DMatrixRMaj validation = run.predict(run.partition().validation().features());
        record.finish(outcome, run.resultingWeights(), train, validation);
    }
}

package hyperlab.cli;

import hyperlab.data.Partition;
import hyperlab.file.Document;
import hyperlab.file.RunFolder;
import hyperlab.nn.Evaluation;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Version;
import hyperlab.train.EpochReport;
import hyperlab.train.Training;
import hyperlab.train.TrainingListener;
import hyperlab.train.TrainingOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/** Runs a training to its end and writes its run folder. */
final class RecordedRun {
    private static final int PROGRESS_LINES = 10;
    /** Ensures that charts are drawn one at a time. */
    private static final Object DRAWING = new Object();

    private final Console console;
    private final TrainingWords words;
    private final RunCharts charts;

    RecordedRun(Console console, TrainingWords words, RunCharts charts) {
        this.console = console;
        this.words = words;
        this.charts = charts;
    }

    /**
     * Trains to the end and prints the progress.
     *
     * @param subject what {@code run} trains
     * @param folder the run folder; rejected before training if it is not writable
     * @throws RunFailure if writing fails after training has started
     */
    void train(Training run, RunSubject subject, Path folder, StopSignal stop) throws IOException {
        Document document = subject.document().apply(folder);
        try (RunFolder record = RunFolder.open(folder, document, run.partition(), Version.text())) {
            charts.refuseUnwritable(folder.resolve(ChartFiles.FOLDER));
            charts.prepare();
            stop.listen();
            if (document instanceof Document.OfPlayground of) {
                console.line(words.link(of.experiment().link()));
            }
            begin(subject, run.partition());
            TrainingOutcome outcome =
                    train(run, subject, folder, record, report -> tell(report, subject.epochs()), stop::asked);
            console.line(words.end(outcome));
            Evaluation test = run.test();
            if (test != null) {
                console.line(words.test(test, run.partition().test().samples()));
            }
            console.line(folder.toString());
        } catch (InvalidInputException refusal) {
            throw run.stepCount() == 0 ? refusal : new RunFailure(refusal);
        }
    }

    /** Prints the optimizer, the learning rate and the data. */
    void begin(RunSubject subject, Partition partition) {
        console.line(words.start(subject, partition));
        if (subject.ensemble() > 1) {
            console.line(words.ensemble(subject));
        }
        if (partition.whole().dropped() > 0) {
            console.line(words.dropped(partition.whole()));
        }
    }

    /** Trains to the end without printing. */
    TrainingOutcome train(
            Training run, RunSubject subject, Path folder, TrainingListener listener, BooleanSupplier cancelled)
            throws IOException {
        Document document = subject.document().apply(folder);
        try (RunFolder record = RunFolder.open(folder, document, run.partition(), Version.text())) {
            return train(run, subject, folder, record, listener, cancelled);
        }
    }

    private TrainingOutcome train(
            Training run,
            RunSubject subject,
            Path folder,
            RunFolder record,
            TrainingListener listener,
            BooleanSupplier cancelled)
            throws IOException {
        charts.follow(run);
        TrainingOutcome outcome = run.train(
                report -> {
                    record.report(report);
                    charts.add(report);
                    listener.epochEnded(report);
                },
                cancelled);
        finish(run, outcome, record);
        synchronized (DRAWING) {
            charts.write(folder.resolve(ChartFiles.FOLDER), run, subject, outcome);
        }
        return outcome;
    }

    private void tell(EpochReport report, int asked) {
        long tenths = (long) report.epoch() * PROGRESS_LINES;
        int epochs = Math.max(1, asked);
        if (report.epoch() == 0 || tenths / epochs > (tenths - PROGRESS_LINES) / epochs) {
            console.line(words.epoch(report));
        }
    }

    private static void finish(Training run, TrainingOutcome outcome, RunFolder record) {
        Partition parts = run.partition();
        List<DMatrixRMaj> predictions = Stream.of(parts.train(), parts.validation(), parts.test())
                .map(part -> run.predict(part.features()))
                .toList();
        record.finish(outcome, run.resultingWeights(), predictions, run.test());
    }
}

package hyperlab.cli.train;

import hyperlab.cli.io.ChartFileWriter;
import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.InterruptHandler;
import hyperlab.cli.io.RunFailure;
import hyperlab.data.DataSplit;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** Runs a training to its end and writes its run folder. */
public final class RunRecorder {
    private static final int PROGRESS_LINES = 10;
    /** Ensures that charts are drawn one at a time. */
    private static final Object DRAWING_LOCK = new Object();

    private final CommandOutput console;
    private final TrainingText text;
    private final RunCharts charts;
    private final boolean printsHistory;

    public RunRecorder(CommandOutput console, TrainingText text, RunCharts charts) {
        this(console, text, charts, false);
    }

    /** @param printsHistory whether the rows of {@code history.csv} are printed instead of a few of the epochs */
    public RunRecorder(CommandOutput console, TrainingText text, RunCharts charts, boolean printsHistory) {
        this.console = console;
        this.text = text;
        this.charts = charts;
        this.printsHistory = printsHistory;
    }

    /**
     * Trains to the end and prints the progress.
     *
     * @param subject what {@code run} trains
     * @param folder the run folder; rejected before training if it is not writable
     * @return the reports of the epochs
     * @throws RunFailure if writing fails after training has started
     */
    public EpochReportSampler train(Training run, RunMetadata subject, Path folder, InterruptHandler stop)
            throws IOException {
        try (TrainProgress progress = new TrainProgress(console, text.texts()).start()) {
            return train(run, subject, folder, stop, progress);
        }
    }

    /** The same, and says in {@code progress} what takes long. */
    EpochReportSampler train(
            Training run, RunMetadata subject, Path folder, InterruptHandler stop, TrainProgress progress)
            throws IOException {
        Document document = subject.document().apply(folder);
        Optional<Instant> replaced = RunFolder.finishedAt(folder);
        EpochReportSampler reports = new EpochReportSampler();
        // From here on there are temporary files, which must not remain.
        stop.listen();
        try (RunFolder runFolder = RunFolder.open(folder, document, run.partition(), Version.text())) {
            charts.requireWritable(folder.resolve(ChartFileWriter.FOLDER));
            charts.warmUp();
            if (document instanceof Document.OfPlayground of) {
                console.printLine(text.link(of.experiment().link()));
            }
            printStart(subject, run.partition());
            progress.training(
                    subject.epochs(),
                    stepsPerEpoch(document, run.partition().train().samples()));
            TrainingOutcome outcome = train(
                    run,
                    subject,
                    folder,
                    runFolder,
                    report -> {
                        reports.add(report);
                        printProgress(report, subject.epochs());
                    },
                    progress.counting(run, stop::isRequested),
                    progress);
            console.printLine(text.describeEnd(outcome));
            Evaluation test = run.test();
            if (test != null) {
                console.printLine(text.describeTest(test, run.partition().test().samples()));
            }
            replaced.ifPresent(date -> console.printLine(text.replaced(folder, date)));
            console.printLine(folder.toString());
            return reports;
        } catch (InvalidInputException error) {
            throw run.stepCount() == 0 ? error : new RunFailure(error);
        }
    }

    /** Prints the optimizer, the learning rate and the data. */
    void printStart(RunMetadata subject, DataSplit partition) {
        console.printLine(text.start(subject, partition));
        if (subject.ensemble() > 1) {
            console.printLine(text.ensemble(subject));
        }
        if (partition.all().droppedRows() > 0) {
            console.printLine(text.describeDroppedRows(partition.all()));
        }
    }

    /** Trains to the end without printing. */
    TrainingOutcome train(
            Training run, RunMetadata subject, Path folder, TrainingListener listener, BooleanSupplier cancelled)
            throws IOException {
        Document document = subject.document().apply(folder);
        try (RunFolder runFolder = RunFolder.open(folder, document, run.partition(), Version.text())) {
            return train(run, subject, folder, runFolder, listener, cancelled, null);
        }
    }

    private static long stepsPerEpoch(Document document, int samples) {
        int batch = document instanceof Document.OfExperiment of
                ? of.experiment().training().batchSize().effective(samples)
                : document instanceof Document.OfPlayground link
                        ? (int) link.experiment().link().training().batchSize()
                        : 1;
        return Math.max(1, (samples + batch - 1L) / batch);
    }

    private TrainingOutcome train(
            Training run,
            RunMetadata subject,
            Path folder,
            RunFolder runFolder,
            TrainingListener listener,
            BooleanSupplier cancelled,
            @Nullable TrainProgress progress)
            throws IOException {
        charts.start(run);
        TrainingOutcome outcome = run.train(
                report -> {
                    runFolder.report(report);
                    charts.add(report);
                    listener.epochEnded(report);
                },
                cancelled);
        if (progress != null) {
            progress.writing(outcome);
        }
        finish(run, outcome, runFolder);
        synchronized (DRAWING_LOCK) {
            charts.write(folder.resolve(ChartFileWriter.FOLDER), run, subject, outcome);
        }
        return outcome;
    }

    private void printProgress(EpochReport report, int requestedEpochs) {
        if (printsHistory) {
            if (report.epoch() == 0) {
                console.printLine(String.join(",", RunFolder.historyHeader()));
            }
            console.printLine(String.join(",", RunFolder.historyRow(report)));
            return;
        }
        long tenths = (long) report.epoch() * PROGRESS_LINES;
        int epochs = Math.max(1, requestedEpochs);
        if (report.epoch() == 0 || tenths / epochs > (tenths - PROGRESS_LINES) / epochs) {
            console.printLine(text.epoch(report));
        }
    }

    private static void finish(Training run, TrainingOutcome outcome, RunFolder runFolder) {
        DataSplit parts = run.partition();
        List<DMatrixRMaj> predictions = Stream.of(parts.train(), parts.validation(), parts.test())
                .map(part -> run.predict(part.features()))
                .toList();
        runFolder.finish(outcome, run.resultingWeights(), predictions, run.test());
    }
}

package hyperlab.cli.train;

import hyperlab.cli.io.ChartFileWriter;
import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.FindingPrinter;
import hyperlab.cli.io.InterruptHandler;
import hyperlab.cli.io.RunFailure;
import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.data.PredictionTask;
import hyperlab.diagnosis.TrainingEvidence;
import hyperlab.file.RunFolder;
import hyperlab.file.RunLoader;
import hyperlab.file.SeedsFile;
import hyperlab.file.disk.AtomicFile;
import hyperlab.finding.Finding;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.Parallel;
import hyperlab.train.SeededExperiments;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Trains an experiment with several seeds. Each run has one thread, and as many runs as there are cores train in
 * parallel. Writes a run folder {@code seed-K} per seed, and {@code seeds.csv} for the finished and stopped runs.
 */
final class MultiSeedTraining {
    private static final int PROGRESS_LINES = 10;

    private final CommandOutput console;
    private final TrainingText text;
    private final List<String> charts;
    private final ChartFileWriter files;
    private final Texts texts;
    private final InterruptHandler stop;
    private final AtomicBoolean failed = new AtomicBoolean();
    private final AtomicLong finishedEpochs = new AtomicLong();
    private final AtomicInteger endedRuns = new AtomicInteger();

    /**
     * Prepares the runs; training starts with {@link #train}.
     *
     * @param charts the charts of each run, a subset of {@link RunCharts#NAMES}
     */
    MultiSeedTraining(
            CommandOutput console, List<String> charts, ChartFileWriter files, Texts texts, InterruptHandler stop) {
        this.console = console;
        this.text = new TrainingText(texts);
        this.charts = charts;
        this.files = files;
        this.texts = texts;
        this.stop = stop;
    }

    /**
     * Trains all runs.
     *
     * @param from the base folder of the experiment's relative paths; null for the working directory
     * @param folder the folder for the run folders and {@code seeds.csv}; rejected before training if it is not
     *     writable
     * @throws RunFailure if training or writing fails after training has started
     */
    void train(SeededExperiments seeds, @Nullable Path from, Path folder) {
        RunLoader source = new RunLoader(from);
        DataSet shared = DataSplitter.isGenerated(seeds.experiment().data()) ? null : source.data(seeds.experiment());
        TrainingRun first = open(source, seeds.experimentOf(0), shared);
        DataSplit parts = first.partition();
        PredictionTask task = parts.all().task();
        prepare(seeds, first, folder);
        Map<Path, Instant> older = new HashMap<>();
        for (int run = 0; run < seeds.count(); run++) {
            Path own = folder(folder, seeds.experimentOf(run));
            RunFolder.finishedAt(own).ifPresent(date -> older.put(own, date));
        }
        stop.listen();
        RunMetadata subject = RunMetadata.of(seeds.experiment(), task, from);
        new RunRecorder(console, text, new RunCharts(List.of(), files, texts)).printStart(subject, parts);
        console.printLine(text.seeds(seeds));
        Map<Integer, List<Finding<TrainingEvidence, Experiment>>> findings = new ConcurrentSkipListMap<>();
        @Nullable TrainingOutcome[] outcomes = new TrainingOutcome[seeds.count()];
        trainEach(seeds.count(), run -> {
            TrainingRun training = open(source, seeds.experimentOf(run), shared);
            RunMetadata own = RunMetadata.of(training.experiment(), task, from);
            EpochReportSampler reports = new EpochReportSampler();
            TrainingOutcome outcome = new RunRecorder(console, text, new RunCharts(charts, files, texts))
                    .train(
                            training,
                            own,
                            folder(folder, training.experiment()),
                            report -> {
                                reports.add(report);
                                printProgress(report, seeds);
                            },
                            this::shouldStop);
            outcomes[run] = outcome;
            findings.put(run, TrainingDiagnosis.examine(training, source, reports, this::shouldStop));
            console.printLine(text.seed(training.experiment(), endedRuns.incrementAndGet(), seeds, outcome));
        });
        List<Path> written = IntStream.range(0, seeds.count())
                .filter(run -> outcomes[run] != null)
                .mapToObj(run -> folder(folder, seeds.experimentOf(run)))
                .toList();
        if (!written.isEmpty()) {
            write(folder.resolve(SeedsFile.NAME), written);
        }
        console.printLine(
                text.describeEnd(Stream.of(outcomes).filter(Objects::nonNull).toList()));
        written.stream()
                .map(older::get)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .ifPresent(date -> console.printLine(text.replaced(folder, date)));
        console.printLine(folder.toString());
        printFindings(findings, seeds);
    }

    /**
     * Prints each finding once, as the first run has it, with the number of runs that have it, the most common first.
     */
    private void printFindings(
            Map<Integer, List<Finding<TrainingEvidence, Experiment>>> findings, SeededExperiments seeds) {
        FindingPrinter printer = new FindingPrinter(console, texts);
        Map<String, NavigableSet<Integer>> runsByKey = new LinkedHashMap<>();
        findings.forEach((run, found) -> found.forEach(finding ->
                runsByKey.computeIfAbsent(finding.key(), key -> new TreeSet<>()).add(run)));
        runsByKey.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
                .forEach(entry -> {
                    int first = entry.getValue().first();
                    Experiment experiment = seeds.experimentOf(first);
                    Objects.requireNonNull(findings.get(first)).stream()
                            .filter(finding -> finding.key().equals(entry.getKey()))
                            .findFirst()
                            .map(finding ->
                                    printer.line(finding, remedy -> TrainingDiagnosis.options(experiment, remedy)))
                            .ifPresent(line -> console.printLine(
                                    text.inRuns(line, entry.getValue().size(), findings.size(), experiment.seed())));
                });
    }

    private static TrainingRun open(RunLoader source, Experiment experiment, @Nullable DataSet shared) {
        return shared == null ? source.open(experiment) : source.open(experiment, shared);
    }

    private void prepare(SeededExperiments seeds, TrainingRun first, Path folder) {
        RunCharts runCharts = new RunCharts(charts, files, texts);
        runCharts.requireApplicable(first);
        AtomicFile.checkWritable(folder.resolve(SeedsFile.NAME));
        for (int run = 0; run < seeds.count(); run++) {
            Path own = folder(folder, seeds.experimentOf(run));
            RunFolder.checkWritable(own);
            runCharts.requireWritable(own.resolve(ChartFileWriter.FOLDER));
        }
        runCharts.warmUp();
    }

    private static Path folder(Path folder, Experiment experiment) {
        return folder.resolve("seed-" + experiment.seed());
    }

    private interface SeedTask {
        void train(int run) throws IOException;
    }

    private void trainEach(int count, SeedTask work) {
        ExecutorService executor = Executors.newCachedThreadPool();
        try {
            int cores = Runtime.getRuntime().availableProcessors();
            Parallel.runAll(count, cores, executor, run -> train(run, work), this::shouldStop);
        } catch (InvalidInputException error) {
            throw finishedEpochs.get() == 0 ? error : new RunFailure(error);
        } finally {
            executor.shutdown();
        }
    }

    private void train(int run, SeedTask work) {
        boolean done = false;
        try {
            work.train(run);
            done = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!done) {
                failed.set(true);
            }
        }
    }

    private static void write(Path file, List<Path> folders) {
        try {
            SeedsFile.write(file, folders);
        } catch (InvalidInputException error) {
            throw new RunFailure(error);
        }
    }

    private boolean shouldStop() {
        return stop.isRequested() || failed.get();
    }

    private void printProgress(EpochReport report, SeededExperiments seeds) {
        if (report.epoch() == 0) {
            return;
        }
        long all = (long) seeds.count() * seeds.experiment().training().epochs();
        long done = finishedEpochs.incrementAndGet();
        if (done * PROGRESS_LINES / all > (done - 1) * PROGRESS_LINES / all) {
            console.printLine(text.epochs(done, all));
        }
    }
}

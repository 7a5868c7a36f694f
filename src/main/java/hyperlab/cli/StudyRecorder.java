package hyperlab.cli;

import hyperlab.chart.series.Curve;
import hyperlab.chart.tuning.TuningChartModels;
import hyperlab.cli.StudyText.StudyEnd;
import hyperlab.cli.io.ChartFileWriter;
import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.InterruptHandler;
import hyperlab.cli.io.RunFailure;
import hyperlab.cli.launch.LaunchedTrials;
import hyperlab.cli.launch.Launcher;
import hyperlab.file.Document;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.RelativePaths;
import hyperlab.file.StudyFolder;
import hyperlab.file.TrialFolder;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Texts;
import hyperlab.tune.CurveKeepingTrials;
import hyperlab.tune.FunctionTrialFactory;
import hyperlab.tune.Job;
import hyperlab.tune.JobResult;
import hyperlab.tune.Journal;
import hyperlab.tune.NetworkTrialFactory;
import hyperlab.tune.RecordedTrialFactory;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.TrialCurve;
import hyperlab.tune.TrialFactory;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningRun;
import hyperlab.tune.TuningStudy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a study until it ends or is stopped, and writes its folder. */
final class StudyRecorder {
    /** The minimum time between two updates of {@code trials.csv}, in nanoseconds. */
    private static final long MIN_WRITE_INTERVAL_NANOS = 1_000_000_000L;

    private static final double NANOS_PER_SECOND = 1e9;

    private final CommandOutput console;
    private final Texts texts;
    private final InterruptHandler stop;
    private final ChartFileWriter files;
    private final @Nullable Launcher launcher;

    /** @param launcher starts a process for each trial; null to train the trials in this program */
    StudyRecorder(
            CommandOutput console,
            Texts texts,
            InterruptHandler stop,
            ChartFileWriter files,
            @Nullable Launcher launcher) {
        this.console = console;
        this.texts = texts;
        this.stop = stop;
        this.files = files;
        this.launcher = launcher;
    }

    /**
     * Continues from the results in the folder and in the document.
     *
     * @param document the study, its known results, and the time limit in seconds
     * @param workers the number of parallel trials
     * @param baseFolder the base folder of the study's relative paths; null for the working directory
     * @return the best trial of the finished study; empty if it was stopped, or no trial has a value
     * @throws RunFailure if the search fails or its results cannot be written
     */
    Optional<TrialRecord> run(Document.OfStudy document, int workers, @Nullable Path baseFolder, Path folder)
            throws IOException {
        TuningStudy study = document.study();
        StudyText text = new StudyText(study, texts);
        String start = text.start(workers);
        TrialFactory trials = trials(study, baseFolder);
        StudyCharts charts = new StudyCharts(study, files, texts);
        TuningStudy recorded = RelativePaths.rebased(study, baseFolder, folder.toAbsolutePath());
        try (StudyFolder studyFolder = StudyFolder.open(folder, recorded)) {
            charts.requireWritable(folder);
            charts.warmUp();
            stop.listen();
            studyFolder.addMissing(document.results());
            int known = studyFolder.resultCount();
            console.printLine(start);
            if (studyFolder.wasTruncated()) {
                console.printLine(text.incompleteFile());
            }
            if (known > 0) {
                console.printLine(text.resumed(known));
            }
            try {
                return search(document, trials, workers, studyFolder, text, charts, folder, recorded);
            } catch (InvalidInputException error) {
                throw new RunFailure(error);
            }
        }
    }

    private Optional<TrialRecord> search(
            Document.OfStudy document,
            TrialFactory trials,
            int workers,
            StudyFolder studyFolder,
            StudyText text,
            StudyCharts charts,
            Path folder,
            TuningStudy recorded)
            throws IOException {
        TuningStudy study = document.study();
        StudyProgress progress = new StudyProgress(study, text, console);
        LaunchedTrials launched = launcher == null ? null : launched(trials, folder, launcher, text, progress);
        CurveKeepingTrials local = new CurveKeepingTrials(trials, study);
        RecordingJournal journal = new RecordingJournal(study, studyFolder, local, launched);
        TuningRun run = new TuningRun(study, launched == null ? local : launched, journal, progress);
        journal.observe(run);
        ExecutorService executor = Executors.newCachedThreadPool();
        long startNanos = System.nanoTime();
        boolean finished;
        try {
            finished = run.run(executor, workers, () -> stop.isRequested() || isOutOfTime(document, startNanos));
        } finally {
            executor.shutdown();
            progress.end();
        }
        studyFolder.write(run.rows());
        Optional<TrialRecord> best = run.best();
        if (best.isPresent()) {
            writeBest(recorded, best.get(), studyFolder);
        }
        Map<Integer, TrialCurve> curves = curves(document, studyFolder);
        charts.write(folder, recorded, run.rows(), curvesToDraw(study, curves));
        if (launched != null) {
            TrialFolder.deleteEmpty(folder);
            if (launched.failureCount() > 0) {
                console.printLine(text.failedProcesses(launched.failureCount(), launched.lostCount(), folder));
            }
        }
        StudyEnd early = stop.isRequested() ? StudyEnd.STOPPED : StudyEnd.OUT_OF_TIME;
        text.curves(run.rows(), curves).forEach(console::printLine);
        console.printLine(text.summary(run.rows(), best, finished ? StudyEnd.FINISHED : early));
        console.printLine(folder.toString());
        return finished ? best : Optional.empty();
    }

    /** The curves in the folder, and those that came with the known results. */
    private static Map<Integer, TrialCurve> curves(Document.OfStudy document, StudyFolder studyFolder) {
        Map<Integer, TrialCurve> curves = new TreeMap<>(document.curves());
        curves.putAll(studyFolder.curves());
        return curves;
    }

    private static Map<Integer, Curve> curvesToDraw(TuningStudy study, Map<Integer, TrialCurve> curves) {
        return CurveKeepingTrials.hasCurves(study)
                ? TuningChartModels.drawn(curves)
                : TuningChartModels.recordedCurves(study);
    }

    private static LaunchedTrials launched(
            TrialFactory trials, Path folder, Launcher launcher, StudyText text, StudyProgress progress) {
        return new LaunchedTrials(
                trials,
                folder,
                launcher,
                (trial, attempt, reason) ->
                        progress.printAbove(text.processFailed(trial, attempt, launcher.retries(), reason)));
    }

    private static boolean isOutOfTime(Document.OfStudy document, long startNanos) {
        return document.seconds() > 0 && (System.nanoTime() - startNanos) / NANOS_PER_SECOND >= document.seconds();
    }

    private static void writeBest(TuningStudy study, TrialRecord best, StudyFolder studyFolder) {
        if (study.experiment() == null) {
            studyFolder.writeBest(best);
        } else {
            studyFolder.writeBest(new NetworkTrialFactory(study, ExperimentOverrides::with, null)
                    .experiment(best.trial(), best.values()));
        }
    }

    private static TrialFactory trials(TuningStudy study, @Nullable Path baseFolder) {
        if (study.isRecordOnly()) {
            return new RecordedTrialFactory();
        }
        if (study.experiment() == null) {
            return new FunctionTrialFactory(Objects.requireNonNull(study.function())).requireValidSpace(study.space());
        }
        NetworkTrialFactory trials = new NetworkTrialFactory(study, ExperimentOverrides::with, baseFolder);
        trials.validate();
        return trials;
    }

    /** Records each result and keeps {@code trials.csv} up to date. */
    private static final class RecordingJournal implements Journal {
        private final StudyFolder record;
        private final CurveKeepingTrials local;
        private final @Nullable LaunchedTrials launched;
        private final boolean isBayesian;
        private Supplier<List<TrialRecord>> rows = List::of;
        private long lastWriteNanos = System.nanoTime() - MIN_WRITE_INTERVAL_NANOS;

        RecordingJournal(
                TuningStudy study,
                StudyFolder studyFolder,
                CurveKeepingTrials local,
                @Nullable LaunchedTrials launched) {
            this.record = studyFolder;
            this.local = local;
            this.launched = launched;
            this.isBayesian = study.method() instanceof SearchMethod.Bayesian;
        }

        void observe(TuningRun run) {
            rows = run::rows;
        }

        @Override
        public @Nullable JobResult find(Job job) {
            return record.find(job);
        }

        @Override
        public void add(Job job, JobResult result) {
            if (!mayBeRepeated(job)) {
                record.add(job, result, launched == null ? local.take(job.trial()) : launched.curve(job));
            }
            if (launched != null) {
                launched.recorded(job);
            }
            if (System.nanoTime() - lastWriteNanos >= MIN_WRITE_INTERVAL_NANOS) {
                record.write(rows.get());
                lastWriteNanos = System.nanoTime();
            }
        }

        /**
         * Whether the same command trains a lost trial again. A Bayesian search cannot: its later proposals depend on
         * the result.
         */
        private boolean mayBeRepeated(Job job) {
            return launched != null && launched.isLost(job.trial()) && !isBayesian;
        }
    }
}

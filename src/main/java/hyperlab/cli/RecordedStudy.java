package hyperlab.cli;

import hyperlab.cli.StudyWords.Ending;
import hyperlab.file.Document;
import hyperlab.file.RelativePaths;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.StudyFolder;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.tune.FunctionTrials;
import hyperlab.tune.Job;
import hyperlab.tune.Journal;
import hyperlab.tune.NetworkTrials;
import hyperlab.tune.Result;
import hyperlab.tune.Study;
import hyperlab.tune.TrialRow;
import hyperlab.tune.Trials;
import hyperlab.tune.TuningRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a study until it ends or is stopped, and writes its folder. */
final class RecordedStudy {
    /** The minimum time between two updates of {@code trials.csv}, in nanoseconds. */
    private static final long NANOS_BETWEEN = 1_000_000_000L;

    private static final double NANOS = 1e9;

    private final Console console;
    private final Texts texts;
    private final StopSignal stop;
    private final ChartFiles files;

    RecordedStudy(Console console, Texts texts, StopSignal stop, ChartFiles files) {
        this.console = console;
        this.texts = texts;
        this.stop = stop;
        this.files = files;
    }

    /**
     * Continues from the results in the folder and in the document.
     *
     * @param document the study, its known results, and the time limit in seconds
     * @param workers the number of parallel trials
     * @param beside the base folder of the study's relative paths; null for the working directory
     * @throws RunFailure if the search fails or its results cannot be written
     */
    void run(Document.OfStudy document, int workers, @Nullable Path beside, Path folder) throws IOException {
        Study study = document.study();
        StudyWords words = new StudyWords(study, texts);
        String start = words.start(workers);
        Trials trials = trials(study, beside);
        StudyCharts charts = new StudyCharts(study, files, texts);
        Study recorded = RelativePaths.rebased(study, beside, folder.toAbsolutePath());
        try (StudyFolder record = StudyFolder.open(folder, recorded)) {
            charts.refuseUnwritable(folder);
            charts.prepare();
            stop.listen();
            record.addMissing(document.results());
            int known = record.resultCount();
            console.line(start);
            if (record.wasTruncated()) {
                console.line(words.torn());
            }
            if (known > 0) {
                console.line(words.resumed(known));
            }
            try {
                carryOut(document, trials, workers, record, words, charts, folder, recorded);
            } catch (InvalidInputException refusal) {
                throw new RunFailure(refusal);
            }
        }
    }

    private void carryOut(
            Document.OfStudy document,
            Trials trials,
            int workers,
            StudyFolder record,
            StudyWords words,
            StudyCharts charts,
            Path folder,
            Study recorded)
            throws IOException {
        Study study = document.study();
        StudyProgress progress = new StudyProgress(study, words, console);
        Written journal = new Written(record);
        TuningRun run = new TuningRun(study, trials, journal, progress);
        journal.follow(run);
        ExecutorService others = Executors.newCachedThreadPool();
        long begun = System.nanoTime();
        boolean over;
        try {
            over = run.run(others, workers, () -> stop.asked() || isLate(document, begun));
        } finally {
            others.shutdown();
            progress.end();
        }
        record.write(run.rows());
        Optional<TrialRow> best = run.best();
        if (best.isPresent()) {
            writeBest(recorded, best.get(), record);
        }
        charts.write(folder, recorded, run.rows());
        Ending early = stop.asked() ? Ending.STOPPED : Ending.OUT_OF_TIME;
        console.line(words.end(run.rows(), best, over ? Ending.OVER : early));
        console.line(folder.toString());
    }

    private static boolean isLate(Document.OfStudy document, long begun) {
        return document.seconds() > 0 && (System.nanoTime() - begun) / NANOS >= document.seconds();
    }

    private static void writeBest(Study study, TrialRow best, StudyFolder record) {
        if (study.experiment() == null) {
            record.writeBest(best);
        } else {
            record.writeBest(
                    new NetworkTrials(study, RecordedStudy::set, null).experiment(best.trial(), best.values()));
        }
    }

    private static Trials trials(Study study, @Nullable Path beside) {
        if (study.experiment() == null) {
            return new FunctionTrials(Objects.requireNonNull(study.function())).refusingOthers(study.space());
        }
        NetworkTrials trials = new NetworkTrials(study, RecordedStudy::set, beside);
        trials.refuseUnfit();
        return trials;
    }

    private static Experiment set(Experiment experiment, Map<String, String> values) {
        return ExperimentOverrides.with(
                experiment,
                values.entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .toList());
    }

    /** Records each result and keeps {@code trials.csv} up to date. */
    private static final class Written implements Journal {
        private final StudyFolder record;
        private Supplier<List<TrialRow>> rows = List::of;
        private long last = System.nanoTime() - NANOS_BETWEEN;

        Written(StudyFolder record) {
            this.record = record;
        }

        void follow(TuningRun run) {
            rows = run::rows;
        }

        @Override
        public @Nullable Result known(Job job) {
            return record.known(job);
        }

        @Override
        public void add(Job job, Result result) {
            record.add(job, result);
            if (System.nanoTime() - last >= NANOS_BETWEEN) {
                record.write(rows.get());
                last = System.nanoTime();
            }
        }
    }
}

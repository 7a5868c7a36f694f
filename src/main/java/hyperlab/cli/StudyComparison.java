package hyperlab.cli;

import hyperlab.cases.DefaultComparison;
import hyperlab.cases.PairedSeedStudy;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.SeedsChart;
import hyperlab.cli.io.ChartFileWriter;
import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.InterruptHandler;
import hyperlab.cli.io.OutputFolder;
import hyperlab.cli.io.RunFailure;
import hyperlab.data.DataSet;
import hyperlab.data.DataSplitter;
import hyperlab.export.ComparisonReport;
import hyperlab.file.CsvBuilder;
import hyperlab.file.Document;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.RelativePaths;
import hyperlab.file.RunLoader;
import hyperlab.file.disk.AtomicFile;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Texts;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningStudy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Trains the default of a study and its best trial under the same seeds, prints whether the trial is better, and writes
 * {@code default.csv} and a chart.
 */
final class StudyComparison {
    private static final String TABLE = "default.csv";
    private static final String NAME = "default";
    private static final int HEIGHT = 260;

    private final CommandOutput console;
    private final Texts texts;
    private final InterruptHandler stop;
    private final ChartFileWriter files;
    private final int seeds;
    private final int threads;
    private final Path folder;

    /** @throws InvalidInputException if the folder cannot be written */
    StudyComparison(
            CommandOutput console,
            Texts texts,
            InterruptHandler stop,
            ChartFileWriter files,
            int seeds,
            int threads,
            Path folder) {
        this.console = console;
        this.texts = texts;
        this.stop = stop;
        this.files = files;
        this.seeds = seeds;
        this.threads = threads;
        this.folder = folder;
        OutputFolder.prepare(folder, TABLE);
        files.requireWritable(folder.resolve(ChartFileWriter.FOLDER), NAME);
    }

    /**
     * Compares the best trial with the default.
     *
     * @param baseFolder the base folder of the study's relative paths; null for the working directory
     * @throws RunFailure if a result cannot be written
     */
    void run(TuningStudy study, TrialRecord best, @Nullable Path baseFolder) throws IOException {
        DefaultComparison.Plan plan;
        try {
            plan = DefaultComparison.Plan.of(study, best, ExperimentOverrides::with, seeds);
        } catch (InvalidInputException error) {
            console.printLine(
                    texts.get(error.rule() == Rule.NOTHING_TUNED ? "tuning.default.same" : "tuning.default.data"));
            return;
        }
        DefaultComparison comparison = plan.result(train(plan, baseFolder));
        if (comparison.seeds() < seeds) {
            console.printLine(
                    texts.get("tuning.default.stopped", Integer.toString(comparison.seeds()), Integer.toString(seeds)));
            return;
        }
        ComparisonReport report = new ComparisonReport(comparison, study.objective(), texts);
        console.printLine(report.text().replace("**", ""));
        try {
            AtomicFile.write(folder.resolve(TABLE), table(comparison));
        } catch (InvalidInputException error) {
            throw new RunFailure(error);
        }
        SeedsChart chart = new SeedsChart(ChartTheme.LIGHT);
        chart.show(report.chart());
        Path charts = folder.resolve(ChartFileWriter.FOLDER);
        TuningStudy relocated = RelativePaths.rebased(study, baseFolder, charts);
        files.write(charts, NAME, chart, HEIGHT, new Document.OfStudy(relocated, List.of(), 0, comparison));
    }

    private List<PairedSeedStudy.SeedScore> train(DefaultComparison.Plan plan, @Nullable Path baseFolder) {
        RunLoader loader = new RunLoader(baseFolder);
        DataSet rows = DataSplitter.isGenerated(plan.standard().data()) ? null : loader.data(plan.standard());
        ExecutorService executor = Executors.newCachedThreadPool();
        RunsProgress<PairedSeedStudy.SeedScore> progress = new RunsProgress<>(console, texts, 2 * seeds);
        try {
            plan.study(
                            experiment -> rows == null ? loader.open(experiment) : loader.open(experiment, rows),
                            threads,
                            executor)
                    .run(progress, stop::isRequested);
        } finally {
            executor.shutdown();
            progress.end();
        }
        return progress.found();
    }

    private static String table(DefaultComparison comparison) {
        CsvBuilder table = new CsvBuilder("seed", "default", "best");
        for (int run = 0; run < comparison.seeds(); run++) {
            table.add(
                    comparison.firstSeed() + run,
                    comparison.standard().get(run),
                    comparison.best().get(run));
        }
        return table.toString();
    }
}

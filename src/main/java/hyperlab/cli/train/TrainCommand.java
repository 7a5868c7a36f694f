package hyperlab.cli.train;

import hyperlab.cli.io.Assignments;
import hyperlab.cli.io.ChartFileWriter;
import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.ComponentParser;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.FindingPrinter;
import hyperlab.cli.io.InterruptHandler;
import hyperlab.cli.io.LanguageOption;
import hyperlab.cli.io.OptionValues;
import hyperlab.cli.io.TableOptions;
import hyperlab.cli.io.ThreadsOption;
import hyperlab.cli.io.TrainingFormatOption;
import hyperlab.data.CsvFormat;
import hyperlab.data.PredictionTask;
import hyperlab.export.EmbeddedMetadataReader;
import hyperlab.export.FigureFormat;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.RunFolder;
import hyperlab.file.RunLoader;
import hyperlab.file.SeedsFile;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.playground.PlaygroundLink;
import hyperlab.playground.PlaygroundRun;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Texts;
import hyperlab.train.Execution;
import hyperlab.train.Experiment;
import hyperlab.train.SeededExperiments;
import hyperlab.train.TrainingRun;
import hyperlab.train.TrainingSettings;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code train}: trains an experiment and writes its run folder. */
@Command(name = "train")
public final class TrainCommand implements Callable<Integer> {

    private final CommandOutput console;
    private final InterruptHandler stop;

    @Parameters(arity = "0..1", paramLabel = "EXPERIMENT")
    private @Nullable Path file;

    @Option(names = "--playground", paramLabel = "LINK")
    private @Nullable String link;

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable Path out;

    @Option(names = "--set", paramLabel = "KEY=VALUE")
    private List<String> assignments = new ArrayList<>();

    @Option(names = "--epochs", paramLabel = "N")
    private @Nullable BigInteger epochs;

    @Option(names = "--seeds", paramLabel = "N")
    private @Nullable BigInteger seeds;

    @Option(names = "--charts", paramLabel = "LIST")
    private @Nullable String charts;

    @Option(names = "--history")
    private boolean printsHistory;

    @Mixin
    private TableOptions table = new TableOptions();

    @Mixin
    private TrainingFormatOption formats = new TrainingFormatOption();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    public TrainCommand(CommandOutput console, InterruptHandler stop) {
        this.console = console;
        this.stop = stop;
    }

    @Override
    public Integer call() throws IOException {
        Texts texts = language.texts();
        List<String> names = chartNames();
        ChartFileWriter files = formats.files(texts);
        RunCharts runCharts = new RunCharts(names, files, texts);
        Integer runs = seeds == null ? null : OptionValues.within("--seeds", seeds, 1, SeededExperiments.MAX_SEEDS);
        requireSameKind(runs != null);
        Document document = document(texts);
        RunRecorder recorded = new RunRecorder(console, new TrainingText(texts), runCharts, printsHistory);
        FindingPrinter findings = new FindingPrinter(console, texts);
        if (document instanceof Document.OfPlayground of) {
            train(playground(of.experiment()), recorded, runCharts, findings);
        } else if (document instanceof Document.OfExperiment of && runs != null) {
            SeededExperiments seedPlan = new SeededExperiments(withAssignments(of.experiment()), runs);
            new MultiSeedTraining(console, names, files, texts, stop).train(seedPlan, baseFolder(), folder());
        } else if (document instanceof Document.OfExperiment of) {
            Experiment experiment = withAssignments(of.experiment());
            try (TrainProgress progress = new TrainProgress(console, texts)) {
                if (!printsHistory) {
                    progress.start();
                }
                train(experiment, recorded, runCharts, findings, progress);
            }
        } else {
            throw new InvalidInputException(String.valueOf(file), Rule.NOT_AN_EXPERIMENT);
        }
        return ExitCode.DONE;
    }

    /** The requested charts; a format alone asks for the loss. */
    private List<String> chartNames() {
        if (charts != null) {
            return ComponentParser.parseList("--charts", charts, RunCharts.NAMES);
        }
        return formats.isGiven() ? List.of(RunCharts.LOSS) : List.of();
    }

    private void train(
            Experiment experiment,
            RunRecorder recorded,
            RunCharts runCharts,
            FindingPrinter findings,
            TrainProgress progress)
            throws IOException {
        // Before the data is read, which can take minutes.
        RunFolder.checkWritable(folder());
        Path baseFolder = baseFolder();
        RunLoader loader = new RunLoader(baseFolder);
        TrainingRun run = loader.open(experiment, new Execution(threads.count(), () -> false));
        runCharts.requireApplicable(run);
        PredictionTask task = run.partition().all().task();
        EpochReportSampler reports =
                recorded.train(run, RunMetadata.of(experiment, task, baseFolder), folder(), stop, progress);
        progress.phase("command.train.examining");
        findings.print(
                TrainingDiagnosis.examine(run, loader, reports, stop::isRequested),
                remedy -> TrainingDiagnosis.options(run.experiment(), remedy));
    }

    private void train(
            PlaygroundExperiment experiment, RunRecorder recorded, RunCharts runCharts, FindingPrinter findings)
            throws IOException {
        PlaygroundRun run = new PlaygroundRun(experiment);
        runCharts.requireApplicable(run);
        EpochReportSampler reports = recorded.train(run, RunMetadata.of(experiment), folder(), stop);
        findings.printWithoutRemedies(TrainingDiagnosis.examine(run, experiment.epochs(), reports));
    }

    private @Nullable Path baseFolder() {
        return file == null ? null : file.toAbsolutePath().getParent();
    }

    /** Requires that the folder does not hold one run if there are several, or several if there is one. */
    private void requireSameKind(boolean several) {
        if (several && RunFolder.finishedAt(folder()).isPresent()) {
            throw new InvalidInputException("--out", Rule.FOLDER_OF_ONE_RUN, folder());
        }
        if (!several && Files.exists(folder().resolve(SeedsFile.NAME))) {
            throw new InvalidInputException("--out", Rule.FOLDER_OF_SEEDS, folder());
        }
    }

    private Path folder() {
        return out == null ? Path.of(baseName() + ".run") : out;
    }

    /** The document from the arguments: a Playground link, a file, or the baseline on a table. */
    private Document document(Texts texts) {
        Path given = file;
        if (given != null && link == null && CsvFormat.isTable(given)) {
            return new Document.OfExperiment(table.experiment(given, console, texts));
        }
        table.requireNone();
        if (link == null) {
            if (given == null) {
                throw new InvalidInputException("EXPERIMENT", Rule.REQUIRED);
            }
            return FigureFormat.of(given).isPresent()
                    ? Documents.parse(EmbeddedMetadataReader.readDocument(given), given.toString())
                    : Documents.read(given);
        }
        if (given != null) {
            throw new InvalidInputException("EXPERIMENT", Rule.EXPERIMENT_BESIDE_LINK, given);
        }
        PlaygroundLink parsed = PlaygroundLink.parse(link, Math::random);
        List<String> replaced = PlaygroundLink.replacedEntries(link, parsed);
        if (!replaced.isEmpty()) {
            console.printLine(texts.get("command.train.linkReplaced", String.join(", ", replaced)));
        }
        return new Document.OfPlayground(new PlaygroundExperiment(parsed, PlaygroundExperiment.DEFAULT_EPOCHS));
    }

    private PlaygroundExperiment playground(PlaygroundExperiment experiment) {
        if (!assignments.isEmpty()) {
            throw new InvalidInputException("--set", Rule.EXPERIMENT_ONLY);
        }
        if (seeds != null) {
            throw new InvalidInputException("--seeds", Rule.EXPERIMENT_ONLY);
        }
        return epochs == null
                ? experiment
                : new PlaygroundExperiment(
                        experiment.link(), OptionValues.within("--epochs", epochs, 0, TrainingSettings.MAX_EPOCHS));
    }

    private Experiment withAssignments(Experiment experiment) {
        List<String> given = new ArrayList<>(assignments);
        if (epochs != null) {
            given.add("training.epochs=" + epochs);
        }
        Assignments.of(given);
        return ExperimentOverrides.with(experiment, given);
    }

    private String baseName() {
        Path name = file == null ? Path.of("playground") : file.getFileName();
        String stem =
                name == null ? "" : name.toString().replaceFirst("((\\.hyperlab)?\\.json|\\.(?i:csv|tsv|txt))$", "");
        return stem.isEmpty() ? "experiment" : stem;
    }
}

package hyperlab.cli;

import hyperlab.cases.Baseline;
import hyperlab.cli.io.ChartFileWriter;
import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.FolderOptions;
import hyperlab.cli.io.FormatOption;
import hyperlab.cli.io.InterruptHandler;
import hyperlab.cli.io.LanguageOption;
import hyperlab.cli.io.OptionValues;
import hyperlab.cli.io.TableOptions;
import hyperlab.cli.launch.Launcher;
import hyperlab.cli.launch.LauncherOptions;
import hyperlab.data.CsvFormat;
import hyperlab.data.DataSet;
import hyperlab.data.DataSplitter;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.optuna.OptunaStudy;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.SeededExperiments;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningStudy;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tune}: runs a search and writes its results. */
@Command(name = "tune")
final class TuneCommand implements Callable<Integer> {
    private final CommandOutput console;
    private final InterruptHandler stop;

    @Parameters(arity = "0..1", paramLabel = "STUDY")
    private @Nullable Path given;

    @Option(names = "--from-optuna", paramLabel = "STORAGE")
    private @Nullable Path optuna;

    @Option(names = "--study", paramLabel = "NAME")
    private @Nullable String optunaStudy;

    @Mixin
    private FolderOptions output = new FolderOptions();

    @Option(names = "--seeds", paramLabel = "N")
    private @Nullable BigInteger seeds;

    @Mixin
    private LauncherOptions launcherOptions = new LauncherOptions();

    @Mixin
    private TableOptions table = new TableOptions();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private FormatOption formats = new FormatOption();

    TuneCommand(CommandOutput console, InterruptHandler stop) {
        this.console = console;
        this.stop = stop;
    }

    @Override
    public Integer call() throws IOException {
        Texts texts = language.texts();
        ChartFileWriter files = formats.files(texts);
        Path storage = optuna;
        if (storage != null) {
            return importOptuna(storage, files, texts);
        }
        if (optunaStudy != null) {
            throw new InvalidInputException("--study", Rule.FROM_OPTUNA_ONLY);
        }
        Path file = given;
        if (file == null) {
            throw new InvalidInputException("STUDY", Rule.REQUIRED);
        }
        Launcher launcher = launcherOptions.launcher(texts.language().code()).orElse(null);
        Document.OfStudy document = document(file, texts);
        TuningStudy study = document.study();
        int pairs = seeds == null ? 0 : OptionValues.within("--seeds", seeds, 2, SeededExperiments.MAX_SEEDS);
        if (pairs > 0 && study.experiment() == null) {
            throw new InvalidInputException("--seeds", Rule.SEEDS_NEED_DATA);
        }
        int workers = output.threads(study.parallel());
        boolean usesParallelProposals = study.method() instanceof SearchMethod.Bayesian;
        if (usesParallelProposals
                && workers != study.parallel()
                && !document.results().isEmpty()) {
            throw new InvalidInputException("--parallel", Rule.PARALLEL_CHANGED, study.parallel(), workers);
        }
        TuningStudy adjustedStudy = usesParallelProposals ? study.withParallel(workers) : study;
        Path folder = output.folder(FolderOptions.stem(file, "study", "study"), ".study");
        Path baseFolder = file.toAbsolutePath().getParent();
        // The comparison is trained here, and there can be more processes elsewhere than processors here.
        int threads = launcher == null
                ? workers
                : Math.min(workers, Runtime.getRuntime().availableProcessors());
        StudyComparison comparison =
                pairs == 0 ? null : new StudyComparison(console, texts, stop, files, pairs, threads, folder);
        Optional<TrialRecord> best = new StudyRecorder(console, texts, stop, files, launcher)
                .run(
                        new Document.OfStudy(
                                adjustedStudy, document.results(), document.seconds(), null, document.curves()),
                        workers,
                        baseFolder,
                        folder);
        if (comparison != null && best.isPresent()) {
            comparison.run(adjustedStudy, best.get(), baseFolder);
        }
        return ExitCode.DONE;
    }

    /** Writes the folder of a study that Optuna ran; STUDY says whose trials a table has. */
    private int importOptuna(Path storage, ChartFileWriter files, Texts texts) throws IOException {
        if (seeds != null) {
            throw new InvalidInputException("--seeds", Rule.NOT_FROM_OPTUNA);
        }
        table.requireNone();
        launcherOptions.requireNone();
        Path file = given;
        TuningStudy known = null;
        if (file != null) {
            if (!(Documents.read(file) instanceof Document.OfStudy of)) {
                throw new InvalidInputException(file.toString(), Rule.NOT_A_STUDY);
            }
            known = of.study();
        }
        OptunaStudy study = OptunaStudy.read(storage, optunaStudy, known);
        Path base = (file == null ? storage : file).toAbsolutePath().getParent();
        Path folder = output.folder(
                FolderOptions.stem(storage, "study", "study").replaceFirst("\\.(journal|log|jsonl)$", ""), ".study");
        new OptunaRecorder(console, texts, files).write(study, base, folder);
        return ExitCode.DONE;
    }

    /** The study in the file, or the default study on a table. */
    private Document.OfStudy document(Path file, Texts texts) {
        if (CsvFormat.isTable(file)) {
            Experiment baseline = table.experiment(file, console, texts);
            DataSet data = DataSplitter.load(
                    baseline.data(), baseline.seed(), file.toAbsolutePath().getParent());
            return new Document.OfStudy(Baseline.study(baseline, data), List.of());
        }
        table.requireNone();
        if (Documents.read(file) instanceof Document.OfStudy study) {
            return study;
        }
        throw new InvalidInputException(file.toString(), Rule.NOT_A_STUDY);
    }
}

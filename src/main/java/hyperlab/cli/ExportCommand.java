package hyperlab.cli;

import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.LanguageOption;
import hyperlab.diagnosis.DiagnosisInput;
import hyperlab.diagnosis.TrainingDoctor;
import hyperlab.export.EmbeddedMetadata;
import hyperlab.export.EmbeddedMetadataReader;
import hyperlab.export.FigureFormat;
import hyperlab.export.report.RunReport;
import hyperlab.export.report.RunReport.ReportedRun;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.RelativePaths;
import hyperlab.file.RunFolderReader;
import hyperlab.file.RunFolderReader.FinishedRun;
import hyperlab.file.RunLoader;
import hyperlab.file.RunsFormat;
import hyperlab.file.disk.AtomicFile;
import hyperlab.file.runs.SavedHistory;
import hyperlab.file.runs.SavedRun;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.FindingText;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
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

/**
 * {@code export}: reports one run, or compares several, as PDF, HTML or Markdown. The runs of a figure are those that
 * it embeds, and the run of a run folder is taken as it is; an experiment is trained.
 */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
    private static final String REPORT = "report";

    private final CommandOutput console;

    @Parameters(paramLabel = "FILE", arity = "1..*")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--format", paramLabel = "NAME")
    private String format = REPORT;

    @Option(names = "--out", paramLabel = "FILE")
    private Path out = Path.of("report.pdf");

    @Option(names = "--title", paramLabel = "TEXT")
    private String title = "";

    @Mixin
    private LanguageOption language = new LanguageOption();

    ExportCommand(CommandOutput console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!format.equals(REPORT)) {
            throw new InvalidInputException("--format", Rule.ONE_OF, REPORT, format);
        }
        AtomicFile.checkWritable(out);
        Texts texts = language.texts();
        Path folder = out.toAbsolutePath().getParent();
        List<ReportedRun> runs = new ArrayList<>();
        Document first = null;
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                FinishedRun finished = RunFolderReader.read(file);
                Experiment experiment = experiment(finished.document(), file);
                first = first == null && folder != null ? rebased(experiment, file.toAbsolutePath(), folder) : first;
                runs.add(finished(finished, experiment, file, folder, runs.size()));
                continue;
            }
            EmbeddedMetadata embedded = FigureFormat.of(file).isPresent() ? EmbeddedMetadataReader.readAll(file) : null;
            Document document =
                    embedded == null ? Documents.read(file) : Documents.parse(embedded.document(), file.toString());
            Experiment experiment = experiment(document, file);
            Path from = file.toAbsolutePath().getParent();
            first = first == null && folder != null ? rebased(experiment, from, folder) : first;
            if (embedded != null && !embedded.runs().isEmpty()) {
                RunsFormat.parse(embedded.runs(), file.toString())
                        .runs()
                        .forEach(run -> runs.add(new ReportedRun(run, List.of(), false)));
            } else {
                runs.add(trained(experiment, file, folder, runs.size(), texts));
            }
        }
        write(first == null ? new Document.OfExperiment(Experiment.DEFAULT) : first, runs, texts);
        console.printLine(out.toString());
        return ExitCode.DONE;
    }

    private void write(Document document, List<ReportedRun> runs, Texts texts) {
        RunReport.write(out, title, document, runs, 0, texts);
    }

    private static Experiment experiment(Document document, Path file) {
        if (document instanceof Document.OfExperiment given) {
            return given.experiment();
        }
        throw new InvalidInputException(file.toString(), Rule.NOT_AN_EXPERIMENT);
    }

    private static Document rebased(Experiment experiment, @Nullable Path from, Path folder) {
        return new Document.OfExperiment(RelativePaths.rebased(experiment, from, folder));
    }

    /** The run of a run folder as it is; not examined, because the doctor needs the network in training. */
    private ReportedRun finished(
            FinishedRun finished, Experiment experiment, Path file, @Nullable Path folder, int index) {
        Experiment relocated =
                folder == null ? experiment : RelativePaths.rebased(experiment, file.toAbsolutePath(), folder);
        SavedHistory history = history(finished.rows(), finished.outcome());
        return new ReportedRun(
                new SavedRun(name(experiment, file), index, true, true, relocated, null, history), List.of(), false);
    }

    /** The name of the file or folder if the experiment has no name and no other file has the same one; else empty. */
    private String name(Experiment experiment, Path file) {
        String stem = stem(file);
        boolean unique =
                files.stream().filter(other -> stem(other).equals(stem)).count() == 1;
        return experiment.name().isEmpty() && unique ? stem : "";
    }

    private static String stem(Path file) {
        Path name = file.toAbsolutePath().normalize().getFileName();
        return name == null
                ? ""
                : name.toString().replaceFirst("(?i)((\\.hyperlab)?\\.json|\\.(run|png|svg|pdf|gif))$", "");
    }

    private ReportedRun trained(Experiment experiment, Path file, @Nullable Path folder, int index, Texts texts) {
        Path from = file.toAbsolutePath().getParent();
        TrainingRun run = new RunLoader(from).open(experiment);
        List<EpochReport> rows = new ArrayList<>(List.of(run.report()));
        TrainingOutcome outcome = run.train(rows::add, () -> false);
        List<String> findings = TrainingDoctor.examine(DiagnosisInput.of(run, rows)).stream()
                .map(finding -> FindingText.of(finding, texts))
                .map(text -> text.title() + ": " + text.explanation())
                .toList();
        Experiment relocated = folder == null ? experiment : RelativePaths.rebased(experiment, from, folder);
        SavedRun saved =
                new SavedRun(name(experiment, file), index, true, true, relocated, null, history(rows, outcome));
        return new ReportedRun(saved, findings, true);
    }

    /** Keeps every row, or those of every second, fourth, … epoch if there are too many to embed. */
    private static SavedHistory history(List<EpochReport> rows, @Nullable TrainingOutcome outcome) {
        int stride = 1;
        while (rows.size() / stride >= RunsFormat.MAX_ROWS) {
            stride *= 2;
        }
        EpochReport last = rows.get(rows.size() - 1);
        EpochReport best = rows.get(0);
        List<EpochReport> kept = new ArrayList<>();
        for (EpochReport row : rows) {
            best = row.isBetterThan(best) ? row : best;
            if (row.epoch() % stride == 0 || row.equals(last)) {
                kept.add(row);
            }
        }
        return new SavedHistory(stride, kept, best, outcome, 0, List.of());
    }
}

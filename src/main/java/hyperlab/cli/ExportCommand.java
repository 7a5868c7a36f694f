package hyperlab.cli;

import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.LanguageOption;
import hyperlab.diagnosis.DiagnosisInput;
import hyperlab.diagnosis.TrainingDoctor;
import hyperlab.export.EmbeddedMetadata;
import hyperlab.export.EmbeddedMetadataReader;
import hyperlab.export.FigureFormat;
import hyperlab.export.RunReport;
import hyperlab.export.RunReport.ReportedRun;
import hyperlab.file.AtomicFile;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.RelativePaths;
import hyperlab.file.RunLoader;
import hyperlab.file.RunsFormat;
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
 * {@code export}: reports one run, or compares several, in one PDF. The runs of a figure are those that it embeds; an
 * experiment is trained.
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
            EmbeddedMetadata embedded = FigureFormat.of(file).isPresent() ? EmbeddedMetadataReader.readAll(file) : null;
            Document document =
                    embedded == null ? Documents.read(file) : Documents.parse(embedded.document(), file.toString());
            if (!(document instanceof Document.OfExperiment given)) {
                throw new InvalidInputException(file.toString(), Rule.NOT_AN_EXPERIMENT);
            }
            Path from = file.toAbsolutePath().getParent();
            first = first == null && folder != null ? RelativePaths.rebased(document, from, folder) : first;
            if (embedded != null && !embedded.runs().isEmpty()) {
                RunsFormat.parse(embedded.runs(), file.toString())
                        .runs()
                        .forEach(run -> runs.add(new ReportedRun(run, List.of(), false)));
            } else {
                runs.add(trained(given.experiment(), from, folder, runs.size(), texts));
            }
        }
        write(first == null ? new Document.OfExperiment(Experiment.DEFAULT) : first, runs, texts);
        console.printLine(out.toString());
        return ExitCode.DONE;
    }

    private void write(Document document, List<ReportedRun> runs, Texts texts) {
        AtomicFile.write(out, target -> RunReport.write(title, document, runs, 0, texts, target));
    }

    private static ReportedRun trained(
            Experiment experiment, @Nullable Path from, @Nullable Path folder, int index, Texts texts) {
        TrainingRun run = new RunLoader(from).open(experiment);
        List<EpochReport> rows = new ArrayList<>(List.of(run.report()));
        TrainingOutcome outcome = run.train(rows::add, () -> false);
        List<String> findings = TrainingDoctor.examine(DiagnosisInput.of(run, rows)).stream()
                .map(finding -> FindingText.of(finding, texts))
                .map(text -> text.title() + ": " + text.explanation())
                .toList();
        Experiment relocated = folder == null ? experiment : RelativePaths.rebased(experiment, from, folder);
        SavedRun saved = new SavedRun("", index, true, true, relocated, null, history(rows, outcome));
        return new ReportedRun(saved, findings, true);
    }

    /** Keeps every row, or those of every second, fourth, … epoch if there are too many to embed. */
    private static SavedHistory history(List<EpochReport> rows, TrainingOutcome outcome) {
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

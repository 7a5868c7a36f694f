package hyperlab.cli;

import hyperlab.cases.Case;
import hyperlab.cases.MapCase;
import hyperlab.cli.io.ChartFileWriter;
import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.FolderOptions;
import hyperlab.cli.io.FormatOption;
import hyperlab.cli.io.InterruptHandler;
import hyperlab.cli.io.LanguageOption;
import hyperlab.cli.io.OptionValues;
import hyperlab.data.CsvFormat;
import hyperlab.export.CaseReport;
import hyperlab.export.MapCaseReport;
import hyperlab.file.BundledCases;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.map.MapSpecification;
import hyperlab.rule.ClosestMatch;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Texts;
import hyperlab.train.SeededExperiments;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code case}: lists the worked cases, or reruns one and checks whether its recorded numbers are reproduced. */
@Command(name = "case")
final class CaseCommand implements Callable<Integer> {
    private static final int MIN_SEEDS = 2;

    private final CommandOutput console;
    private final InterruptHandler stop;

    @Parameters(arity = "0..1", paramLabel = "NAME|FILE")
    private @Nullable String name;

    @Option(names = "--seeds", paramLabel = "N")
    private @Nullable BigInteger seeds;

    @Option(names = "--study")
    private boolean withStudy;

    @Mixin
    private FolderOptions output = new FolderOptions();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private FormatOption formats = new FormatOption();

    CaseCommand(CommandOutput console, InterruptHandler stop) {
        this.console = console;
        this.stop = stop;
    }

    @Override
    public Integer call() throws IOException {
        Texts texts = language.texts();
        String requestedName = name;
        if (requestedName == null) {
            list(texts);
            return ExitCode.DONE;
        }
        ChartFileWriter files = formats.files(texts);
        Path file = BundledCases.allNames().contains(requestedName) ? null : file(requestedName);
        if (file != null && CsvFormat.isTable(file)) {
            throw new InvalidInputException(file.toString(), Rule.TABLE_NOT_A_CASE, file);
        }
        Document document = file == null ? BundledCases.load(requestedName) : Documents.read(file);
        int threads = output.threads(Runtime.getRuntime().availableProcessors());
        Path baseFolder = file == null ? null : file.toAbsolutePath().getParent();
        if (document instanceof Document.OfMapCase of) {
            runMaps(of.subject(), threads, baseFolder, files, texts);
            return ExitCode.DONE;
        }
        if (!(document instanceof Document.OfCase of)) {
            throw new InvalidInputException(file == null ? requestedName : file.toString(), Rule.NOT_A_CASE);
        }
        Case subject = of.subject();
        int runs = seeds == null
                ? subject.plan().seeds()
                : OptionValues.within("--seeds", seeds, MIN_SEEDS, SeededExperiments.MAX_SEEDS);
        Path folder = output.folder(subject.name(), ".case");
        new CaseRerun(console, texts, stop, subject, baseFolder, folder).run(runs, threads, withStudy, files);
        return ExitCode.DONE;
    }

    private void runMaps(MapCase subject, int threads, @Nullable Path baseFolder, ChartFileWriter files, Texts texts)
            throws IOException {
        if (withStudy) {
            throw new InvalidInputException("--study", Rule.CASE_WITHOUT_STUDY, subject.name());
        }
        int runs = seeds == null
                ? subject.map().seeds()
                : OptionValues.within("--seeds", seeds, MapCase.MIN_SEEDS, MapSpecification.MAX_SEEDS);
        Path folder = output.folder(subject.name(), ".case");
        new MapCaseRerun(console, texts, stop, files, subject, baseFolder).run(runs, threads, folder);
    }

    private void list(Texts texts) {
        for (Case each : BundledCases.all()) {
            console.printLine(each.name());
            console.printLine("  " + new CaseReport(each, texts).summaryLine());
        }
        for (String each : BundledCases.MAP_NAMES) {
            console.printLine(each);
            console.printLine("  " + new MapCaseReport(BundledCases.mapNamed(each), texts).summaryLine());
        }
        console.printLine(texts.get("command.case.hint"));
    }

    private static Path file(String requestedName) {
        Path file = OptionValues.path(requestedName);
        if (!requestedName.endsWith(".json") && !Files.exists(file)) {
            List<String> names = BundledCases.allNames();
            String nearest = ClosestMatch.of(requestedName, names);
            throw new InvalidInputException(
                    "NAME", Rule.CASE_OR_FILE, String.join(", ", names), requestedName, nearest);
        }
        return file;
    }
}

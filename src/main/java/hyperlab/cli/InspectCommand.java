package hyperlab.cli;

import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.LanguageOption;
import hyperlab.cli.io.RunFailure;
import hyperlab.export.EmbeddedMetadata;
import hyperlab.export.EmbeddedMetadataReader;
import hyperlab.file.Documents;
import hyperlab.file.RunManifest;
import hyperlab.file.RunsFormat;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code inspect}: prints the data embedded in an image written by Hyperlab, or checks a run folder. */
@Command(name = "inspect")
final class InspectCommand implements Callable<Integer> {
    private final CommandOutput console;

    @Option(names = "--runs")
    private boolean runs;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Mixin
    private LanguageOption language = new LanguageOption();

    InspectCommand(CommandOutput console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (Files.isDirectory(file)) {
            console.printLine(language.texts().get("command.inspect.complete", fileCount(file)));
            return ExitCode.DONE;
        }
        EmbeddedMetadata carried = EmbeddedMetadataReader.readAll(file);
        console.print((runs ? runs(carried) : document(carried)).strip() + "\n");
        return ExitCode.DONE;
    }

    /** @throws RunFailure if the folder does not hold one complete run */
    private static int fileCount(Path folder) {
        try {
            return RunManifest.check(folder);
        } catch (InvalidInputException incomplete) {
            throw new RunFailure(incomplete);
        }
    }

    private String document(EmbeddedMetadata carried) {
        return Documents.write(Documents.parse(carried.document(), file.toString()));
    }

    private String runs(EmbeddedMetadata carried) {
        if (carried.runs().isEmpty()) {
            throw new InvalidInputException(file.toString(), Rule.NO_EMBEDDED_RUNS);
        }
        return RunsFormat.write(RunsFormat.parse(carried.runs(), file.toString()));
    }
}

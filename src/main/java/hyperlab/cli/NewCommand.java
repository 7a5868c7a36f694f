package hyperlab.cli;

import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.LanguageOption;
import hyperlab.cli.io.TableOptions;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.RelativePaths;
import hyperlab.file.disk.AtomicFile;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code new}: writes a first experiment to edit. */
@Command(name = "new")
final class NewCommand implements Callable<Integer> {
    private static final String ENDING = ".hyperlab.json";

    private final CommandOutput console;

    @Parameters(paramLabel = "NAME")
    private Path name = Path.of("");

    @Option(names = "--data", paramLabel = "TABLE")
    private @Nullable Path data;

    @Mixin
    private TableOptions table = new TableOptions();

    @Mixin
    private LanguageOption language = new LanguageOption();

    NewCommand(CommandOutput console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Texts texts = language.texts();
        String given = name.toString();
        Path file = given.endsWith(ENDING) ? name : Path.of(given + ENDING);
        if (Files.exists(file)) {
            throw new InvalidInputException(file.toString(), Rule.EXISTS);
        }
        AtomicFile.checkWritable(file);
        String fileName = String.valueOf(file.getFileName());
        String title = fileName.substring(0, fileName.length() - ENDING.length());
        AtomicFile.write(file, Documents.write(document(file, title, texts)));
        console.printLine(texts.get("command.new.written", file));
        return ExitCode.DONE;
    }

    private Document document(Path file, String title, Texts texts) {
        Path tableFile = data;
        if (tableFile == null) {
            table.requireNone();
            return new Document.OfExperiment(Experiment.DEFAULT.withName(title));
        }
        Document document = new Document.OfExperiment(
                table.experiment(tableFile, console, texts).withName(title));
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder == null
                ? document
                : RelativePaths.rebased(document, tableFile.toAbsolutePath().getParent(), folder);
    }
}

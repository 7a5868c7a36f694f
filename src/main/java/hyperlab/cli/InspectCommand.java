package hyperlab.cli;

import hyperlab.export.CarriedDocument;
import hyperlab.file.Documents;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code inspect}: what a picture made by Hyperlab carries. */
@Command(
        name = "inspect",
        description = "Prints the experiment that a PNG, SVG or PDF made by Hyperlab carries, as JSON.")
final class InspectCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "a PNG, SVG or PDF that Hyperlab wrote")
    private Path file = Path.of("");

    InspectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String json = CarriedDocument.read(file);
        console.text(Documents.write(Documents.parse(json, file.toString())).strip() + "\n");
        return Commands.DONE;
    }
}

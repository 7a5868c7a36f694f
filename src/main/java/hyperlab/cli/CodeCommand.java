package hyperlab.cli;

import hyperlab.code.PyTorchProgram;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.RunSource;
import hyperlab.file.SafeFile;
import hyperlab.rule.Refusal;
import hyperlab.text.Version;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code code}: an experiment as a program for another library. */
@Command(
        name = "code",
        description = {
            "Writes a Python program that trains the same experiment in PyTorch from the same start.",
            "Data and initial weights are inside it or, where they are many, in a JSON file beside it."
        })
final class CodeCommand implements Callable<Integer> {
    private static final List<String> TARGETS = List.of("pytorch");
    /** So many numbers stand inside a program that has a file of its own. */
    private static final int MOST_INSIDE = 600;
    /** So many inside one that is printed. */
    private static final int MOST_PRINTED = 20_000;

    private final Console console;

    @Parameters(paramLabel = "EXPERIMENT", description = "a file of the kind *.hyperlab.json")
    private Path file = Path.of("");

    @Option(names = "--to", required = true, paramLabel = "LIBRARY", description = "pytorch")
    private String target = "";

    @Option(names = "--out", paramLabel = "FILE", description = "the program (default: standard output)")
    private @Nullable Path out;

    CodeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!TARGETS.contains(target)) {
            throw NamedChoices.unknown("--to", target, TARGETS);
        }
        PyTorchProgram program = program();
        if (out != null) {
            write(program, out);
        } else if (program.numbers() <= MOST_PRINTED) {
            console.text(program.text(null));
        } else {
            throw new Refusal(
                    "--out",
                    "must be given where data and weights are more than " + MOST_PRINTED + " numbers, got "
                            + program.numbers());
        }
        return Commands.DONE;
    }

    private PyTorchProgram program() {
        if (!(Documents.read(file) instanceof Document.OfExperiment document)) {
            throw new Refusal(file.toString(), "must be an experiment, got another lab's document");
        }
        Experiment experiment = document.experiment();
        TrainingRun run = new RunSource(file.toAbsolutePath().getParent()).open(experiment);
        return new PyTorchProgram(experiment, run.partition(), run.ensemble().weights(), Version.text());
    }

    private void write(PyTorchProgram program, Path place) throws IOException {
        refuseExperiment(place);
        if (program.numbers() <= MOST_INSIDE) {
            SafeFile.write(place, program.text(null));
            console.line(place.toString());
            return;
        }
        Path beside = place.resolveSibling(stem(place) + "-data.json");
        refuseExperiment(beside);
        SafeFile.refuseUnwritable(place);
        try (SafeFile data = SafeFile.open(beside)) {
            Writer writer = data.writer();
            program.writeNumbers(writer);
            writer.flush();
            data.commit();
        }
        SafeFile.write(place, program.text(String.valueOf(beside.getFileName())));
        console.line(place.toString());
        console.line(beside.toString());
    }

    private void refuseExperiment(Path place) {
        if (place.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
            throw new Refusal("--out", "must not replace the experiment, got " + place);
        }
    }

    private static String stem(Path place) {
        String name = String.valueOf(place.getFileName());
        return name.endsWith(".py") ? name.substring(0, name.length() - 3) : name;
    }
}

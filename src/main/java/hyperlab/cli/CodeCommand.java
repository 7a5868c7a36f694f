package hyperlab.cli;

import hyperlab.code.PyTorchProgram;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.RunLoader;
import hyperlab.file.AtomicFile;
import hyperlab.rule.InvalidInputException;
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

/** {@code code}: exports an experiment as a program for another library. */
@Command(
        name = "code",
        description = {
            "Writes a Python program that trains the same experiment in PyTorch from the same start.",
            "Data and initial weights are inside it or, where they are many, in a JSON file beside it."
        })
final class CodeCommand implements Callable<Integer> {
    private static final List<String> TARGETS = List.of("pytorch");
    /** The maximum number of values inside a program that is written to a file. */
    private static final int MOST_INSIDE = 600;
    /** The maximum number of values inside a program that is printed. */
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
        Path place = out;
        if (place == null) {
            console.text(printed(program()));
            return Commands.DONE;
        }
        refuseUnfit(place);
        Path beside = place.resolveSibling(stem(place) + "-data.json");
        PyTorchProgram program = program();
        if (program.numbers() <= MOST_INSIDE) {
            OutputFolder.write(place, program.text(null));
            console.line(place.toString());
        } else {
            refuseUnfit(beside);
            writeNumbers(program, beside);
            OutputFolder.write(place, program.text(String.valueOf(beside.getFileName())));
            console.line(place.toString());
            console.line(beside.toString());
        }
        return Commands.DONE;
    }

    private static String printed(PyTorchProgram program) {
        if (program.numbers() > MOST_PRINTED) {
            throw new InvalidInputException(
                    "--out",
                    "must be given where data and weights are more than " + MOST_PRINTED + " numbers, got "
                            + program.numbers());
        }
        return program.text(null);
    }

    private PyTorchProgram program() {
        if (!(Documents.read(file) instanceof Document.OfExperiment document)) {
            throw new InvalidInputException(file.toString(), "must be an experiment, got another lab's document");
        }
        Experiment experiment = document.experiment();
        TrainingRun run = new RunLoader(file.toAbsolutePath().getParent()).open(experiment);
        return new PyTorchProgram(experiment, run.partition(), run.ensemble().weights(), Version.text());
    }

    private static void writeNumbers(PyTorchProgram program, Path place) throws IOException {
        try (AtomicFile data = AtomicFile.open(place)) {
            Writer writer = data.writer();
            program.writeNumbers(writer);
            writer.flush();
            data.commit();
        } catch (InvalidInputException refusal) {
            throw new RunFailure(refusal);
        }
    }

    /** Rejects the experiment's own file and files that cannot be written. */
    private void refuseUnfit(Path place) {
        if (place.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
            throw new InvalidInputException("--out", "must not replace the experiment, got " + place);
        }
        AtomicFile.checkWritable(place);
    }

    private static String stem(Path place) {
        String name = String.valueOf(place.getFileName());
        return name.endsWith(".py") ? name.substring(0, name.length() - 3) : name;
    }
}

package hyperlab.cli;

import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.ComponentParser;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.OutputFolder;
import hyperlab.cli.io.RunFailure;
import hyperlab.code.PyTorchProgram;
import hyperlab.file.AtomicFile;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.RunLoader;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
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
@Command(name = "code")
final class CodeCommand implements Callable<Integer> {
    private static final List<String> TARGETS = List.of("pytorch");
    /** The maximum number of values inside a program that is written to a file. */
    private static final int MAX_INLINE_VALUES = 600;
    /** The maximum number of values inside a program that is printed. */
    private static final int MAX_PRINTED_VALUES = 20_000;

    private final CommandOutput console;

    @Parameters(paramLabel = "EXPERIMENT")
    private Path file = Path.of("");

    @Option(names = "--to", required = true, paramLabel = "LIBRARY")
    private String target = "";

    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path out;

    CodeCommand(CommandOutput console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!TARGETS.contains(target)) {
            throw ComponentParser.unknownName("--to", target, TARGETS);
        }
        Path programFile = out;
        if (programFile == null) {
            console.print(printable(program()));
            return ExitCode.DONE;
        }
        requireValidOutput(programFile);
        Path dataFile = programFile.resolveSibling(baseName(programFile) + "-data.json");
        PyTorchProgram program = program();
        if (program.valueCount() <= MAX_INLINE_VALUES) {
            OutputFolder.write(programFile, program.source(null));
            console.printLine(programFile.toString());
        } else {
            requireValidOutput(dataFile);
            writeNumbers(program, dataFile);
            OutputFolder.write(programFile, program.source(String.valueOf(dataFile.getFileName())));
            console.printLine(programFile.toString());
            console.printLine(dataFile.toString());
        }
        return ExitCode.DONE;
    }

    private static String printable(PyTorchProgram program) {
        if (program.valueCount() > MAX_PRINTED_VALUES) {
            throw new InvalidInputException("--out", Rule.LARGE_PROGRAM, MAX_PRINTED_VALUES, program.valueCount());
        }
        return program.source(null);
    }

    private PyTorchProgram program() {
        if (!(Documents.read(file) instanceof Document.OfExperiment document)) {
            throw new InvalidInputException(file.toString(), Rule.NOT_AN_EXPERIMENT);
        }
        Experiment experiment = document.experiment();
        TrainingRun run = new RunLoader(file.toAbsolutePath().getParent()).open(experiment);
        return new PyTorchProgram(experiment, run.partition(), run.ensemble().weights(), Version.text());
    }

    private static void writeNumbers(PyTorchProgram program, Path programFile) throws IOException {
        try (AtomicFile data = AtomicFile.open(programFile)) {
            Writer writer = data.writer();
            program.writeData(writer);
            writer.flush();
            data.commit();
        } catch (InvalidInputException error) {
            throw new RunFailure(error);
        }
    }

    /** Rejects the experiment's own file and files that cannot be written. */
    private void requireValidOutput(Path programFile) {
        if (programFile
                .toAbsolutePath()
                .normalize()
                .equals(file.toAbsolutePath().normalize())) {
            throw new InvalidInputException("--out", Rule.REPLACES_EXPERIMENT, programFile);
        }
        AtomicFile.checkWritable(programFile);
    }

    private static String baseName(Path programFile) {
        String name = String.valueOf(programFile.getFileName());
        return name.endsWith(".py") ? name.substring(0, name.length() - 3) : name;
    }
}

package hyperlab.cli;

import hyperlab.cli.io.Assignments;
import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.ComponentParser;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.FolderOptions;
import hyperlab.cli.io.OutputFolder;
import hyperlab.code.OptunaProgram;
import hyperlab.code.PyTorchProgram;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.RelativePaths;
import hyperlab.file.RunLoader;
import hyperlab.file.disk.AtomicFile;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Version;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import hyperlab.tune.TuningStudy;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code code}: exports an experiment or a study as a program for another library. */
@Command(name = "code")
final class CodeCommand implements Callable<Integer> {
    private static final List<String> TARGETS = List.of("pytorch", "notebook", "optuna");
    private static final String NOTEBOOK = "notebook";
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

    @Option(names = "--set", paramLabel = "KEY=VALUE")
    private List<String> assignments = new ArrayList<>();

    @Option(names = "--with", paramLabel = "TRAINER")
    private @Nullable String trainer;

    @Option(names = "--storage", paramLabel = "STORAGE")
    private @Nullable String storage;

    CodeCommand(CommandOutput console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!TARGETS.contains(target)) {
            throw ComponentParser.unknownName("--to", target, TARGETS);
        }
        if (target.equals("optuna")) {
            if (!assignments.isEmpty()) {
                throw new InvalidInputException("--set", Rule.PYTORCH_ONLY);
            }
            writeOptuna();
            return ExitCode.DONE;
        }
        if (trainer != null || storage != null) {
            throw new InvalidInputException(trainer == null ? "--storage" : "--with", Rule.OPTUNA_ONLY);
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
            OutputFolder.write(programFile, text(program, null));
            console.printLine(programFile.toString());
        } else {
            requireValidOutput(dataFile);
            writeNumbers(program, dataFile);
            OutputFolder.write(programFile, text(program, String.valueOf(dataFile.getFileName())));
            console.printLine(programFile.toString());
            console.printLine(dataFile.toString());
        }
        return ExitCode.DONE;
    }

    private void writeOptuna() {
        if (!(Documents.read(file) instanceof Document.OfStudy document)) {
            throw new InvalidInputException(file.toString(), Rule.NOT_A_STUDY);
        }
        if (document.study().isRecordOnly()) {
            throw new InvalidInputException(file.toString(), Rule.NOTHING_TO_RUN);
        }
        Path programFile = out;
        Path folder = programFile == null
                ? Path.of("").toAbsolutePath()
                : programFile.toAbsolutePath().getParent();
        TuningStudy study = RelativePaths.rebased(
                document.study(), file.toAbsolutePath().getParent(), Objects.requireNonNull(folder));
        Experiment experiment = study.experiment();
        String name = experiment == null || experiment.name().isBlank()
                ? FolderOptions.stem(file, "study", "study")
                : experiment.name();
        OptunaProgram program = new OptunaProgram(
                study,
                Documents.write(new Document.OfStudy(study, List.of())),
                trainer(experiment != null),
                name,
                storage,
                Version.text());
        if (programFile == null) {
            console.print(program.source());
            return;
        }
        requireValidOutput(programFile);
        OutputFolder.write(programFile, program.source());
        program.notes().forEach(console::printLine);
        console.printLine(programFile.toString());
    }

    private OptunaProgram.Trainer trainer(boolean isExperiment) {
        String given = trainer;
        if (given == null) {
            return OptunaProgram.Trainer.HYPERLAB;
        }
        if (!isExperiment) {
            throw new InvalidInputException("--with", Rule.TRAINER_NEEDS_EXPERIMENT);
        }
        List<OptunaProgram.Trainer> trainers = List.of(OptunaProgram.Trainer.values());
        return trainers.stream()
                .filter(trainer -> trainer.optionName().equals(given))
                .findFirst()
                .orElseThrow(() -> ComponentParser.unknownName(
                        "--with",
                        given,
                        trainers.stream().map(OptunaProgram.Trainer::optionName).toList()));
    }

    private String text(PyTorchProgram program, @Nullable String dataFile) {
        return target.equals(NOTEBOOK) ? program.notebook(dataFile) : program.source(dataFile);
    }

    private String printable(PyTorchProgram program) {
        if (program.valueCount() > MAX_PRINTED_VALUES) {
            throw new InvalidInputException("--out", Rule.LARGE_PROGRAM, MAX_PRINTED_VALUES, program.valueCount());
        }
        return text(program, null);
    }

    private PyTorchProgram program() {
        if (!(Documents.read(file) instanceof Document.OfExperiment document)) {
            throw new InvalidInputException(file.toString(), Rule.NOT_AN_EXPERIMENT);
        }
        Assignments.of(assignments);
        Experiment experiment = ExperimentOverrides.with(document.experiment(), assignments);
        TrainingRun run = new RunLoader(file.toAbsolutePath().getParent()).open(experiment);
        return new PyTorchProgram(experiment, run.partition(), run.ensemble().weights(), Version.text());
    }

    private static void writeNumbers(PyTorchProgram program, Path dataFile) {
        OutputFolder.write(dataFile, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            program.writeData(writer);
            writer.flush();
        });
    }

    /** Rejects the experiment's own file and files that cannot be written. */
    private void requireValidOutput(Path programFile) {
        if (isExperiment(programFile)) {
            throw new InvalidInputException("--out", Rule.REPLACES_EXPERIMENT, programFile);
        }
        AtomicFile.checkWritable(programFile);
    }

    /** Whether this is the experiment's own file, also by another name or through a link. */
    private boolean isExperiment(Path programFile) {
        try {
            return Files.exists(programFile) && Files.isSameFile(programFile, file);
        } catch (IOException unreadable) {
            return false; // the experiment cannot be read either
        }
    }

    private static String baseName(Path programFile) {
        String name = String.valueOf(programFile.getFileName());
        return name.replaceFirst("\\.(py|ipynb)$", "");
    }
}

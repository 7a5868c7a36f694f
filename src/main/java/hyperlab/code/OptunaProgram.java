package hyperlab.code;

import static hyperlab.code.PythonFormat.number;
import static hyperlab.code.PythonFormat.quote;

import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.TuningStudy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A Python program that searches the space of a study with Optuna 4. Each trial is a process: {@code hyperlab train},
 * or the program of {@link PyTorchProgram}. A comment says what is the same as in Hyperlab and what differs.
 */
public final class OptunaProgram {
    private static final String FOLDER = "/code/";

    private final TuningStudy study;
    private final String json;
    private final Trainer trainer;
    private final String name;
    private final @Nullable String storage;
    private final String version;
    private final OptunaSampler sampler;

    /** What trains the trials. */
    public enum Trainer {
        /** {@code hyperlab train}, with the results of a study in Hyperlab. */
        HYPERLAB("hyperlab"),
        /** The program that {@code hyperlab code --to pytorch} writes. */
        PYTORCH("pytorch");

        private final String optionName;

        Trainer(String optionName) {
            this.optionName = optionName;
        }

        /** The name on the command line. */
        public String optionName() {
            return optionName;
        }
    }

    /**
     * @param json the study as in its file, with paths relative to the program's folder
     * @param name the default name of the study in Optuna
     * @param storage a journal file or the URL of a database; null for a journal next to the program
     * @param version the version of Hyperlab, for a comment
     */
    public OptunaProgram(
            TuningStudy study, String json, Trainer trainer, String name, @Nullable String storage, String version) {
        this.study = study;
        this.json = json;
        this.trainer = trainer;
        this.name = name;
        this.storage = storage;
        this.version = version;
        this.sampler = OptunaSampler.of(study);
    }

    /** The program's source code. */
    public String source() {
        List<String> parts = new ArrayList<>(List.of(header(), constants(), sampler.functions(), resource("study.py")));
        parts.add(3, evaluation());
        return String.join("\n\n", parts);
    }

    /** What is the same as in Hyperlab and what differs, one sentence or two each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("The same: the search space, the objective ("
                + study.objective().fileName() + ", "
                + direction() + ") and the seeds: trial t trains with "
                + (study.space().keys().contains("seed")
                        ? "the seed that is searched."
                        : "seed " + study.seed() + " + t."));
        notes.add("Sampler: " + sampler.sampler());
        notes.add("Pruner: " + sampler.pruner());
        if (study.experiment() != null) {
            notes.add(
                    trainer == Trainer.HYPERLAB
                            ? "Trials: hyperlab train, the exact trainer. The same values and seed give the same result, bit for bit."
                            : "Trials: the program of hyperlab code --to pytorch, which starts from the same data and initial"
                                    + " weights and takes the same batches. Its sums are rounded in another way, and its"
                                    + " dropout draws other random numbers.");
        }
        return notes;
    }

    private String direction() {
        return study.objective().isLargerBetter() ? "maximize" : "minimize";
    }

    private String header() {
        StringBuilder text = new StringBuilder();
        text.append(PythonFormat.comment(name));
        text.append(PythonFormat.comment("Written by Hyperlab " + version
                + " for Optuna 4. Any number of workers may share the study: start this program several times, by hand, with"
                + " Slurm or with Kubernetes, with the same --study and a --storage that all of them reach."));
        text.append("#\n");
        notes().forEach(note -> text.append(PythonFormat.comment(note)));
        text.append('\n');
        imports().forEach(module -> text.append("import " + module + "\n"));
        if (study.method() instanceof SearchMethod.Bayesian) {
            text.append("import warnings\n");
        }
        return text.append("""

                import optuna
                from optuna.distributions import CategoricalDistribution, FloatDistribution, IntDistribution
                from optuna.storages.journal import JournalFileBackend
                from optuna.trial import TrialState
                """).toString();
    }

    private List<String> imports() {
        return study.experiment() == null
                ? List.of("argparse", "json", "math", "os", "pathlib", "signal", "socket", "sys")
                : List.of(
                        "argparse",
                        "csv",
                        "json",
                        "math",
                        "os",
                        "pathlib",
                        "shlex",
                        "signal",
                        "socket",
                        "subprocess",
                        "sys",
                        "time");
    }

    private String constants() {
        StringBuilder text = new StringBuilder();
        text.append("HERE = pathlib.Path(__file__).resolve().parent\n");
        text.append("HERE_NAME = pathlib.Path(__file__).stem\n");
        text.append("NAME = " + quote(name) + "\n");
        text.append("STORAGE = " + (storage == null ? "str(HERE / f\"{HERE_NAME}.journal\")" : quote(storage)) + "\n");
        text.append("TRIALS = " + sampler.trials() + "\n");
        text.append("SEED = " + Math.floorMod(study.seed(), 1L << 32) + "  # of the sampler\n");
        text.append("OBJECTIVE = " + quote(study.objective().fileName()) + "\n");
        text.append("DIRECTION = " + quote(direction()) + "\n");
        text.append("DESCRIPTION = " + quote(sampler.shortName()) + "\n");
        if (study.experiment() != null) {
            text.append("PRUNES = " + PythonFormat.bool(study.method().stopsEarly())
                    + "  # whether the values of each epoch are reported\n");
            text.append("TRAIN_WITH = " + quote(trainer.optionName()) + "\n");
        }
        text.append("# The choices are values as JSON, as an experiment file has them.\nSPACE = {\n");
        for (SearchSpace.Hyperparameter parameter : study.space().parameters()) {
            text.append("    " + quote(parameter.key()) + ": " + distribution(parameter.dimension()) + ",\n");
        }
        text.append("}\n# The study, for Hyperlab: hyperlab tune --from-optuna STORAGE opens the trials again.\n");
        return text.append("STUDY = r\"\"\"" + json.strip() + "\"\"\"\n").toString();
    }

    private static String distribution(SearchDimension dimension) {
        return dimension.accept(new SearchDimension.Visitor<>() {
            @Override
            public String visit(SearchDimension.LinearDimension linear) {
                return "FloatDistribution(" + number(linear.low()) + ", " + number(linear.high()) + ")";
            }

            @Override
            public String visit(SearchDimension.LogDimension log) {
                return "FloatDistribution(" + number(log.low()) + ", " + number(log.high()) + ", log=True)";
            }

            @Override
            public String visit(SearchDimension.IntegerDimension integer) {
                return "IntDistribution(" + integer.low() + ", " + integer.high() + ")";
            }

            @Override
            public String visit(SearchDimension.CategoricalDimension choice) {
                return "CategoricalDistribution("
                        + choice.values().stream().map(PythonFormat::quote).collect(Collectors.joining(", ", "[", "]"))
                        + ")";
            }
        });
    }

    private String evaluation() {
        String function = study.function();
        if (function == null) {
            return resource("trials.py");
        }
        String formula = Objects.requireNonNull(
                Map.of(
                                "branin",
                                "(y - 5.1 / (4 * math.pi**2) * x**2 + 5 / math.pi * x - 6) ** 2"
                                        + " + 10 * (1 - 1 / (8 * math.pi)) * math.cos(x) + 10",
                                "bowl",
                                "0.5 * (x**2 + 2 * y**2)",
                                "rosenbrock",
                                "(1 - x) ** 2 + 100 * (y - x**2) ** 2",
                                "himmelblau",
                                "(x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2",
                                "rastrigin",
                                "20 + x**2 + y**2 - 10 * (math.cos(2 * math.pi * x) + math.cos(2 * math.pi * y))")
                        .get(function),
                function);
        return """
                def evaluate(trial, values):
                    x, y = float(values["x"]), float(values["y"])
                    return %s


                def add_arguments(parser):
                    pass
                """.formatted(formula);
    }

    private static String resource(String name) {
        String path = FOLDER + "optuna-" + name;
        try (InputStream in = Objects.requireNonNull(OptunaProgram.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

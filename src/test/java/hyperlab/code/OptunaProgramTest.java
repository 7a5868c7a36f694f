package hyperlab.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.train.Experiment;
import hyperlab.tune.FunctionTrialFactory;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.TuningObjective;
import hyperlab.tune.TuningStudy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Tests the text of the programs. The scripts studies.py and workers.py next to the resources of {@link
 * PyTorchProgramTest} run them, if Optuna is installed.
 */
class OptunaProgramTest {
    private static final SearchSpace SPACE = new SearchSpace(List.of(
            new SearchSpace.Hyperparameter("training.learningRate", new SearchDimension.LogDimension(1e-4, 1)),
            new SearchSpace.Hyperparameter("network.dropout", new SearchDimension.LinearDimension(0, 0.5)),
            new SearchSpace.Hyperparameter("network.hidden.0", new SearchDimension.IntegerDimension(2, 4)),
            new SearchSpace.Hyperparameter(
                    "network.activation",
                    new SearchDimension.CategoricalDimension(List.of("\"relu\"", "{\"name\":\"tanh\"}")))));

    private static TuningStudy study(SearchMethod method) {
        return new TuningStudy(Experiment.DEFAULT, null, SPACE, method, TuningObjective.VALIDATION_LOSS, 30, 5, 2);
    }

    private static OptunaProgram program(TuningStudy study) {
        return new OptunaProgram(
                study,
                Documents.write(new Document.OfStudy(study, List.of())),
                OptunaProgram.Trainer.HYPERLAB,
                "a \"name\"",
                null,
                "1.2.3");
    }

    private static void assertContains(String text, String part) {
        assertTrue(text.contains(part), () -> part + "\nis not in\n" + text);
    }

    @Test
    void everyKindOfDimensionIsADistribution() {
        assertContains(program(study(new SearchMethod.RandomSearch())).source(), """
                SPACE = {
                    "training.learningRate": FloatDistribution(1e-4, 1.0, log=True),
                    "network.dropout": FloatDistribution(0.0, 0.5),
                    "network.hidden.0": IntDistribution(2, 4),
                    "network.activation": CategoricalDistribution(["\\"relu\\"", "{\\"name\\":\\"tanh\\"}"]),
                }
                """);
    }

    @Test
    void everyMethodHasItsClosestSamplerAndPruner() {
        Map<SearchMethod, List<String>> expected = Map.of(
                new SearchMethod.RandomSearch(),
                List.of("optuna.samplers.RandomSampler(seed=seed)", "NopPruner()", "TRIALS = 30\n"),
                new SearchMethod.Bayesian(6),
                List.of("GPSampler(seed=seed, n_startup_trials=6)", "NopPruner()", "TRIALS = 30\n"),
                new SearchMethod.Halving(4, 2),
                List.of(
                        "RandomSampler(",
                        "SuccessiveHalvingPruner(min_resource=2, reduction_factor=4)",
                        "PRUNES = True"),
                new SearchMethod.Hyperband(3, 2),
                List.of(
                        "RandomSampler(",
                        "HyperbandPruner(min_resource=2, max_resource="
                                + study(new SearchMethod.RandomSearch()).epochs() + ", reduction_factor=3)",
                        "PRUNES = True"),
                new SearchMethod.Grid(2),
                List.of(
                        "GridSampler(GRID, seed=SEED)",
                        "    \"training.learningRate\": [1.0e-4, 1.0],\n",
                        "    \"network.hidden.0\": [2, 4],\n",
                        "    \"network.activation\": [\"\\\"relu\\\"\", \"{\\\"name\\\":\\\"tanh\\\"}\"],\n",
                        "TRIALS = 16\n"),
                new SearchMethod.Manual(List.of(Map.of(
                        "training.learningRate", "1.0E-3",
                        "network.dropout", "0.25",
                        "network.hidden.0", "3",
                        "network.activation", "\"relu\""))),
                List.of(
                        "{\"training.learningRate\": 1.0e-3, \"network.dropout\": 0.25, \"network.hidden.0\": 3,"
                                + " \"network.activation\": \"\\\"relu\\\"\"},\n",
                        "TRIALS = 1\n"));
        expected.forEach((method, parts) -> {
            String source = program(study(method)).source();
            parts.forEach(part -> assertContains(source, part));
        });
    }

    @Test
    void commentSaysWhatIsTheSameAndWhatDiffers() {
        OptunaProgram program = program(study(new SearchMethod.Halving(3, 1)));

        assertEquals(4, program.notes().size());
        assertEquals(
                "The same: the search space, the objective (validationLoss, minimize) and the seeds: trial t trains with"
                        + " seed 5 + t.",
                program.notes().get(0));
        assertContains(program.notes().get(2), "asynchronous");
        String comments = program.source()
                .lines()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .reduce("", (text, line) -> text + " " + line);
        program.notes().forEach(note -> assertContains(comments, note));
    }

    @Test
    void studyIsInTheProgramAsItIsInItsFile() {
        TuningStudy study = study(new SearchMethod.RandomSearch());
        String source = program(study).source();
        String start = "STUDY = r\"\"\"";
        int from = source.indexOf(start) + start.length();

        assertEquals(
                new Document.OfStudy(study, List.of()),
                Documents.parse(source.substring(from, source.indexOf("\"\"\"", from)), "program"));
        assertContains(source, "NAME = \"a \\\"name\\\"\"\n");
    }

    @Test
    void functionIsEvaluatedWithoutAProcess() {
        for (String name : FunctionTrialFactory.NAMES) {
            String source = program(new TuningStudy(
                            null,
                            name,
                            new FunctionTrialFactory(name).space(),
                            new SearchMethod.RandomSearch(),
                            TuningObjective.VALIDATION_LOSS,
                            30,
                            5,
                            2))
                    .source();
            assertContains(source, "    x, y = float(values[\"x\"]), float(values[\"y\"])\n");
            assertFalse(source.contains("subprocess"), source);
        }
    }
}

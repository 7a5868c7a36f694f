package hyperlab.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.data.CsvSettings;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.file.json.StrictJson;
import hyperlab.nn.Activation;
import hyperlab.nn.layer.Initializer;
import hyperlab.optim.Adam;
import hyperlab.optim.Sgd;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExperimentOverridesTest {
    @Test
    void setsNumbersListsTextsAndKeywords() {
        Experiment set = with(
                "training.learningRate=0.1",
                "network.hidden=[16, 4]",
                "name=two moons, a=b",
                "training.batchSize=full",
                "training.shuffle=false",
                "data.samples=60");

        assertEquals(0.1, set.training().learningRate());
        assertEquals(List.of(16, 4), set.network().hidden());
        assertEquals("two moons, a=b", set.name());
        assertEquals(BatchSize.FULL, set.training().batchSize());
        assertEquals(60, set.data().samples());
        assertEquals(Experiment.DEFAULT.data().noise(), set.data().noise());
    }

    @Test
    void setsSingleKey() {
        assertEquals(
                7, ExperimentOverrides.with(Experiment.DEFAULT, "seed", "7").seed());
    }

    @Test
    void newNameDropsPreviousConstants() {
        assertEquals(Sgd.DEFAULT, with("training.optimizer.name=sgd").training().optimizer());
        assertEquals(
                new Activation.Elu(1),
                ExperimentOverrides.with(with("network.activation=leakyRelu"), "network.activation", "elu")
                        .network()
                        .activation());
    }

    @Test
    void sameNameRetainsConstants() {
        Experiment set = with("training.optimizer.beta1=0.5");

        assertEquals(
                new Adam(0.5, 0.999, 1e-8),
                ExperimentOverrides.with(set, "training.optimizer.name", "adam")
                        .training()
                        .optimizer());
    }

    @Test
    void setsNamesBeforeConstantsInAnyOrder() {
        assertEquals(
                new Sgd(0.9, true),
                with("training.optimizer.momentum=0.9", "training.optimizer.nesterov=true", "training.optimizer=sgd")
                        .training()
                        .optimizer());
        assertEquals(
                new Initializer.Uniform(0.1),
                with("network.initializer.range=0.1", "network.initializer=uniform")
                        .network()
                        .initializer());
    }

    @Test
    void newSourceDropsCsvSettings() {
        Experiment csv = with("data.target=y", "data.file=a.csv", "data.source=csv", "data.missing=drop");

        assertEquals(
                new CsvSettings("a.csv", "y", List.of(), null, true), csv.data().csv());
        assertNull(ExperimentOverrides.with(csv, "data.source", "iris").data().csv());
    }

    /** The keys that are looked up when {@code data} is read, whether they are there or not. */
    @SuppressWarnings("unchecked") // Jackson's ObjectNode overrides deepCopy() of JsonNode in this way.
    private static Set<String> keysRead(String data) {
        Set<String> read = new TreeSet<>();
        ObjectNode node = new ObjectNode(JsonNodeFactory.instance) {
            @Override
            public JsonNode get(String key) {
                read.add(key);
                return super.get(key);
            }
        };
        node.setAll((ObjectNode) StrictJson.value(data, "data"));
        DataSettingsFormat.read(new JsonObjectReader(node));
        return read;
    }

    @Test
    void everyKeyOfDataBelongsToOneSourceOrToAll() {
        Set<String> all = new TreeSet<>(DataSettingsFormat.SOURCE_KEYS);
        all.addAll(List.of("source", "samples", "noise", "standardize"));
        all.addAll(List.of("trainFraction", "split", "testFraction", "splitSeed", "folds", "fold"));

        assertEquals(all, keysRead("{\"source\": \"csv\", \"file\": \"a.csv\", \"target\": \"y\"}"));
        assertEquals(all, keysRead("{\"source\": \"points\", \"points\": [[0, 0, 0], [1, 1, 1]]}"));
        assertEquals(all, keysRead("{\"source\": \"moons\"}"));
    }

    @Test
    void newSourceDropsKeysThatBelongToTheOldOne() {
        Experiment table = with(
                "data.source=csv",
                "data.file=a.csv",
                "data.target=y",
                "data.features=[\"a\"]",
                "data.task=regression",
                "data.missing=drop",
                "data.categories=[\"a\"]",
                "data.encoding=latin-1",
                "data.separator=tab",
                "data.decimal=comma",
                "data.header=false",
                "data.image=[1, 2, 2]");
        Experiment points = with("data.source=points", "data.points=[[0, 0, 0], [1, 1, 1]]");

        assertEquals(
                Experiment.DEFAULT,
                ExperimentOverrides.with(
                        table, "data.source", Experiment.DEFAULT.data().source()));
        assertEquals(
                Experiment.DEFAULT,
                ExperimentOverrides.with(
                        points, "data.source", Experiment.DEFAULT.data().source()));
    }

    static List<Arguments> differences() {
        Experiment usual = Experiment.DEFAULT;
        NetworkSettings network = usual.network();
        Experiment uniform = usual.withNetwork(
                network.withInitializer(new Initializer.Uniform(30)).withInitialWeights("weights.json"));
        return List.of(
                Arguments.of(usual, usual, List.of()),
                Arguments.of(
                        usual,
                        usual.withTraining(
                                usual.training().withLearningRate(0.5).withPatience(5)),
                        List.of("training.learningRate=0.5", "training.patience=5")),
                Arguments.of(
                        usual, usual.withNetwork(network.withHidden(List.of(8, 32))), List.of("network.hidden=[8,32]")),
                Arguments.of(
                        usual,
                        usual.withNetwork(network.withActivation(new Activation.LeakyRelu(0.01))),
                        List.of("network.activation.name=leakyRelu")),
                Arguments.of(
                        usual,
                        usual.withNetwork(network.withActivation(new Activation.LeakyRelu(0.2))),
                        List.of("network.activation.name=leakyRelu", "network.activation.slope=0.2")),
                Arguments.of(
                        uniform,
                        uniform.withNetwork(uniform.network().withInitializer(Initializer.Auto.DEFAULT)),
                        List.of("network.initializer=auto")),
                Arguments.of(
                        uniform,
                        uniform.withNetwork(uniform.network().withInitialWeights(null)),
                        List.of("network.initialWeights=null")),
                Arguments.of(
                        usual, usual.withData(usual.data().withStandardize(true)), List.of("data.standardize=true")));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void differenceIsShortestListOfAssignments(Experiment before, Experiment after, List<String> assignments) {
        assertEquals(assignments, ExperimentOverrides.difference(before, after));
        assertEquals(after, ExperimentOverrides.with(before, assignments));
    }

    @Test
    void nullResetsKey() {
        assertNull(ExperimentOverrides.with(with("data.samples=60"), "data.samples", "null")
                .data()
                .samples());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    training.learningrate=1     | training.learningrate is not a known key (nearest: learningRate)
                    trainin.learningRate=1      | trainin is not a known key (nearest: training)
                    learningRate=1              | learningRate is not a known key (nearest: training.learningRate)
                    training.learningRate=fast  | training.learningRate must be a number, got "fast"
                    training.learningRate=NaN   | training.learningRate must be a number, got "NaN"
                    training.learningRate=      | training.learningRate must be a number, got ""
                    training.learningRate.x=1   | training.learningRate must be a number, got {"x":1}
                    training.epochs=-1          | training.epochs must be a whole number from 0 to 1000000, got -1
                    network.hidden=8            | network.hidden must be a list in [ ], got 8
                    network.hidden=[8           | network.hidden must be a list in [ ], got "[8"
                    network.initializer.range=1 | network.initializer.range is not a known key of auto (nearest: name)
                    training..x=1               | training. is not a known key (nearest: loss)
                    seed                        | --set must be KEY=VALUE, got seed
                    =1                          | --set must be KEY=VALUE, got =1
                    """)
    void refusesInOneLine(String assignment, String line) {
        assertEquals(
                line,
                assertThrows(InvalidInputException.class, () -> with(assignment))
                        .getMessage());
    }

    private static Experiment with(String... assignments) {
        return ExperimentOverrides.with(Experiment.DEFAULT, List.of(assignments));
    }
}

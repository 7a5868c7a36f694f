package hyperlab.code;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.data.MiniBatches;
import hyperlab.file.ExperimentOverrides;
import hyperlab.nn.Activation;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.optim.AdaDelta;
import hyperlab.optim.AdaGrad;
import hyperlab.optim.Adam;
import hyperlab.optim.AdamW;
import hyperlab.optim.Lion;
import hyperlab.optim.NAdam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.RmsProp;
import hyperlab.optim.Sgd;
import hyperlab.random.RandomStream;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests the text of the programs. The script check.py next to the golden files checks that they train the same numbers,
 * if PyTorch is installed.
 */
class PyTorchProgramTest {
    private static final String TABLE = """
            a,b,kind,size
            0.5,-1,up,1.5
            1.25,3,down,2
            -2,0.125,up,-0.25
            4,1e-7,down,0
            0,2,up,3
            1,1,down,1
            """;
    private static final List<String> OWN = List.of(
            "data.source=csv",
            "data.file=own.csv",
            "data.target=kind",
            "data.features=[\"a\",\"b\"]",
            "data.split=sequential",
            "data.trainFraction=0.7");

    @TempDir
    private static Path folder;

    @BeforeEach
    void writeTable() throws IOException {
        Files.writeString(folder.resolve("own.csv"), TABLE);
    }

    private static Experiment experiment(String... assignments) {
        return ExperimentOverrides.with(
                Experiment.DEFAULT,
                Stream.concat(OWN.stream(), Arrays.stream(assignments))
                        .collect(Collectors.toMap(
                                each -> each.substring(0, each.indexOf('=')), each -> each, (first, last) -> last))
                        .values()
                        .stream()
                        .toList());
    }

    private static PyTorchProgram program(Experiment experiment) {
        DataSplit partition = DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), folder);
        List<List<LayerWeights>> start =
                new TrainingRun(experiment, partition, null).ensemble().weights();
        return new PyTorchProgram(experiment, partition, start, "1.2.3");
    }

    private static String text(String... assignments) {
        return program(experiment(assignments)).source(null);
    }

    /** The numbers are those that the network sees, so the program needs no preparation of its own. */
    @Test
    void tableIsPreparedAsItIsForTraining() throws IOException {
        Files.writeString(
                folder.resolve("prepared.csv"), "a,island,y\n1,x,p\n,z,q\n3,,p\n5,x,q\n4,z,p\n9,x,q\n2,z,p\n8,x,q\n");
        PyTorchProgram program = program(experiment(
                "data.source=csv",
                "data.file=prepared.csv",
                "data.target=y",
                "data.features=[\"a\",\"island\"]",
                "data.categories=[\"island\"]",
                "data.missing=median",
                "data.standardize=true"));
        String text = program.source(null).replaceAll("\n# ", " ");
        assertTrue(
                text.contains("one-hot encoded island; missing numbers filled with the median of the training part"));
        assertTrue(text.contains("standardized by the training part, except for categories"));
        assertFalse(text.contains("nan"), text);
    }

    private static String golden(String name) throws IOException {
        try (InputStream stream = PyTorchProgramTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void convertsSimpleExperiment() throws IOException {
        String program = text(
                "network.hidden=[2]",
                "network.activation=tanh",
                "network.initializer=zero",
                "training.shuffle=false",
                "training.batchSize=2",
                "training.epochs=3");

        assertEquals(golden("plain.py"), program);
    }

    @Test
    void omitsRegressionAccuracyAndRestoresBestWithPatience() throws IOException {
        Experiment experiment = experiment(
                        "data.target=size",
                        "data.task=regression",
                        "network.hidden=[]",
                        "network.initializer=zero",
                        "training.optimizer={\"name\":\"sgd\",\"momentum\":0.9,\"nesterov\":true}",
                        "training.schedule={\"name\":\"step\",\"every\":4,\"factor\":0.5,\"warmup\":2}",
                        "training.penalty.l1=0.01",
                        "training.patience=5",
                        "training.batchSize=\"full\"",
                        "training.epochs=40")
                .withName("sizes");

        assertEquals(golden("regression.py"), program(experiment).source(null));
    }

    @Test
    void ensembleReadsRandomNumbersFromSeparateFile() throws IOException {
        Experiment experiment = experiment(
                "network.hidden=[2,1]",
                "network.activation={\"name\":\"maxout\",\"pieces\":2}",
                "network.dropout=0.25",
                "data.standardize=true",
                "training.loss=squaredError",
                "training.schedule={\"name\":\"cosine\",\"floor\":0.001}",
                "training.penalty.l2=0.02",
                "training.batchSize=3",
                "ensemble=2");

        assertEquals(golden("ensemble.py"), program(experiment).source("it's \"mine\".json"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            network.dropout=0.5                       | torch.manual_seed(42)
            data.trainFraction=0.5                    | trainFraction 0.5 of the rows, sequential
            data.split=shuffled                       | of the rows, shuffled
            data.samples=5                            | samples 5;
            data.standardize=true                     | standardized by the training part
            data.features=["b"]                       | features b;
            data.target=size                          | Data: own.csv, target size
            network.hidden=[7]                        | nn.Linear(2, 7),
            network.dropout=0.5                       | nn.Dropout(0.5),
            network.initializer=xavier                | drawn by Hyperlab: xavier, seed 42.
            training.loss=squaredError                | one_hot(targets, 2)
            training.loss=crossEntropy                | criterion = nn.CrossEntropyLoss()
            training.learningRate=1e-8                | lr=1e-8,
            training.schedule={"name":"exponential"}  | return 0.03 * 0.95 ** epoch
            training.schedule={"name":"exponential","warmup":2} | return 0.03 * 0.95 ** (epoch - 2)
            training.schedule={"name":"constant","warmup":2}    | return 0.03 * (epoch + 1) / 2
            training.schedule={"name":"cosine","warmup":40}     | math.cos(math.pi * (epoch - 40) / 60)
            training.layerRates=[0.1,0.01,1e-3]       | layer_rates = [0.1, 0.01, 0.001]
            training.layerRates=[0.1,0.01,1e-3]       | optimizer = torch.optim.Adam(groups, lr=0.03,
            training.batchSize=7                      | .split(7):
            training.batchSize="full"                 | .split(len(x_train)):
            training.shuffle=false                    | torch.arange(len(x_train))
            training.shuffle=true                     | order.shuffled().split(32):
            training.epochs=9                         | for epoch in range(1, 10):
            training.penalty.l1=0.5                   | 0.5 * sum(each.abs().sum() for each in weights)
            training.penalty.l2=0.25                  | 0.5 * 0.25 * sum((each**2).sum() for each in weights)
            training.penalty={"l1":0.5,"method":"proximal"}     | threshold = rate * 0.5
            training.patience=9                       | elif epoch - best_epoch >= 9:
            ensemble=3                                | seed 42 and those that follow.
            """)
    void everySettingIsSaid(String assignment, String said) {
        String program = text(assignment.strip());

        assertTrue(program.replace("\n# ", " ").contains(said.strip()), program);
    }

    @Test
    void proximalMethodStepsAfterTheOptimizer() {
        String program = text("training.penalty={\"l1\":0.5,\"method\":\"proximal\"}", "training.shuffle=false");
        String both =
                text("training.penalty={\"l1\":0.5,\"l2\":0.25,\"method\":\"proximal\"}", "training.shuffle=false");

        assertTrue(program.contains("""
                        loss.backward()
                        optimizer.step()
                        soft_threshold(rate)
                        step += 1
                """), program);
        assertFalse(program.contains("def penalty"), program);
        assertTrue(both.contains("    return 0.5 * 0.25 * sum((each**2).sum() for each in weights)\n"), both);
        assertTrue(
                both.contains("        (loss + penalty()).backward()\n        optimizer.step()\n        soft_thr"),
                both);
        assertFalse(text("training.penalty={\"l1\":0,\"method\":\"proximal\"}").contains("weights ="));
    }

    static Stream<Arguments> activations() {
        return Stream.of(
                Arguments.of(new Activation.Linear(), "nn.Linear(2, 3),\n    nn.Linear(3, 2),"),
                Arguments.of(new Activation.Sigmoid(), "nn.Sigmoid(),"),
                Arguments.of(new Activation.Tanh(), "nn.Tanh(),"),
                Arguments.of(new Activation.Relu(), "nn.ReLU(),"),
                Arguments.of(new Activation.LeakyRelu(0.2), "nn.LeakyReLU(0.2),"),
                Arguments.of(new Activation.Prelu(0.2), "nn.PReLU(init=0.2),"),
                Arguments.of(new Activation.Elu(1.5), "nn.ELU(1.5),"),
                Arguments.of(new Activation.Maxout(4), "nn.Linear(2, 12),\n    Maxout(4),\n    nn.Linear(3, 2),"),
                Arguments.of(new Activation.Softplus(), "nn.Softplus(threshold=40),"),
                Arguments.of(new Activation.Selu(), "nn.SELU(),"),
                Arguments.of(new Activation.Gelu(), "nn.GELU(),"),
                Arguments.of(new Activation.Silu(), "nn.SiLU(),"),
                Arguments.of(new Activation.Mish(), "nn.Mish(),"),
                Arguments.of(new Activation.Hardswish(), "nn.Hardswish(),"));
    }

    @ParameterizedTest
    @MethodSource("activations")
    void everyActivationHasModule(Activation activation, String module) {
        Experiment plain = experiment("network.hidden=[3]");
        String program = program(plain.withNetwork(plain.network().withActivation(activation)))
                .source(null);

        assertTrue(program.contains(module), program);
    }

    static Stream<Arguments> optimizers() {
        return Stream.of(
                Arguments.of(Sgd.DEFAULT, "torch.optim.SGD(model.parameters(), lr=0.03)"),
                Arguments.of(new Sgd(0.9, false), "torch.optim.SGD(model.parameters(), lr=0.03, momentum=0.9)"),
                Arguments.of(
                        new Sgd(0.9, true),
                        "torch.optim.SGD(model.parameters(), lr=0.03, momentum=0.9, nesterov=True)"),
                Arguments.of(AdaGrad.DEFAULT, "torch.optim.Adagrad(model.parameters(), lr=0.03, eps=1e-10)"),
                Arguments.of(
                        new RmsProp(0.9, 1e-6),
                        "torch.optim.RMSprop(model.parameters(), lr=0.03, alpha=0.9, eps=1e-6)"),
                Arguments.of(AdaDelta.DEFAULT, "torch.optim.Adadelta(model.parameters(), lr=0.03, rho=0.9, eps=1e-6)"),
                Arguments.of(
                        new Adam(0.8, 0.99, 1e-8),
                        "torch.optim.Adam(model.parameters(), lr=0.03, betas=(0.8, 0.99), eps=1e-8)"),
                Arguments.of(
                        NAdam.DEFAULT,
                        "torch.optim.NAdam(model.parameters(), lr=0.03, betas=(0.9, 0.999), eps=1e-8, momentum_decay=0.004)"),
                Arguments.of(
                        AdamW.DEFAULT,
                        "torch.optim.AdamW(\n    [{\"params\": weights}, {\"params\": others, \"weight_decay\": 0.0}],\n"
                                + "    lr=0.03, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01,\n)"),
                Arguments.of(
                        Lion.DEFAULT,
                        "Lion(\n    [{\"params\": weights}, {\"params\": others, \"weight_decay\": 0.0}],\n"
                                + "    lr=0.03, betas=(0.9, 0.99), weight_decay=0.01,\n)"));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void everyOptimizerHasCall(Optimizer optimizer, String call) {
        Experiment plain = experiment();
        String program = program(plain.withTraining(plain.training().withOptimizer(optimizer)))
                .source(null);

        assertTrue(program.contains("optimizer = " + call + "\n"), program);
    }

    @Test
    void definesOptimizersMissingInTorch() {
        Experiment plain = experiment();
        String program = program(plain.withTraining(plain.training().withOptimizer(Lion.DEFAULT)))
                .source(null);

        assertTrue(program.indexOf("class Lion(torch.optim.Optimizer):") > 0, program);
        assertTrue(program.indexOf("class Lion(") < program.indexOf("optimizer = Lion("), program);
        assertFalse(program(plain).source(null).contains("class Lion"));
    }

    @Test
    void placesConvolutionsBeforeHiddenLayers() {
        Experiment experiment = experiment(
                "data.image=[1,2,1]",
                "network.convolutions=[{\"filters\":3,\"kernel\":1,\"padding\":1,\"pool\":2},"
                        + "{\"filters\":2,\"kernel\":2,\"stride\":2,\"padding\":1,\"pool\":1}]",
                "network.activation={\"name\":\"maxout\",\"pieces\":2}",
                "network.hidden=[4]");
        String program = program(experiment).source(null);

        assertTrue(program.contains("image 1 × 2 × 1"), program);
        assertTrue(program.contains("""
                model = nn.Sequential(
                    nn.Unflatten(1, (1, 2, 1)),
                    nn.Conv2d(1, 6, 1, padding=1),
                    Maxout(2),
                    nn.MaxPool2d(2),
                    nn.Conv2d(3, 4, 2, stride=2, padding=1),
                    Maxout(2),
                    nn.Flatten(),
                    nn.Linear(4, 8),
                    Maxout(2),
                    nn.Linear(4, 2),
                )
                """), program);
        int kernels = 6 + 6 + 4 * 3 * 2 * 2 + 4;
        assertEquals(
                6 * 3 + kernels + 8 * 4 + 8 + 2 * 4 + 2, program(experiment).valueCount());
    }

    @Test
    void omitsDropoutWithoutHiddenLayer() {
        String program = text("network.hidden=[]", "network.dropout=0.5", "training.shuffle=false");

        assertTrue(program.contains("Every step is the same"), program);
        assertFalse(program.contains("nn.Dropout") || program.contains("model.eval()"), program);
    }

    @Test
    void coversAllActivationsAndOptimizers() {
        assertEquals(
                Arrays.stream(Activation.class.getPermittedSubclasses()).collect(Collectors.toSet()),
                activations().map(each -> each.get()[0].getClass()).collect(Collectors.toSet()));
        assertEquals(
                Arrays.stream(Optimizer.class.getPermittedSubclasses()).collect(Collectors.toSet()),
                optimizers().map(each -> each.get()[0].getClass()).collect(Collectors.toSet()));
    }

    @Test
    void commentSaysWhatCannotAgree() {
        String same = "Every step is the same: the batches and their order, too.";
        String rounding = "late rows can differ visibly";
        assertTrue(head(text("training.shuffle=false")).contains(same));
        assertTrue(head(text("training.batchSize=3")).contains(same));
        assertTrue(head(text("training.batchSize=3")).contains(rounding));
        assertTrue(head(text("network.dropout=0.5")).contains("the dropout masks"));
        assertTrue(head(text("network.dropout=0.5")).contains(rounding));
        assertFalse(head(text("network.dropout=0.5")).contains(same));
        assertFalse(text("training.batchSize=3").contains("manual_seed"), "nothing is random in PyTorch");
    }

    /** The script check.py checks that the class Order draws the same orders from this state. */
    @Test
    void eachNetworkShufflesWithTheStreamOfItsSeed() {
        List<List<Integer>> expected = LongStream.range(-1, 2)
                .mapToObj(seed -> firstOrder(new MiniBatches(4, true, RandomStream.named(seed, "shuffle"))))
                .toList();

        List<List<Integer>> drawn = Pattern.compile("0x[0-9A-F]{16}")
                .matcher(text("seed=-1", "ensemble=3").replaceAll("(?s).*\norders = ", ""))
                .results()
                .map(state -> Long.parseUnsignedLong(state.group().substring(2), 16))
                .map(state -> {
                    int[] order = {0, 1, 2, 3};
                    RandomStream.fromState(state).shuffle(order);
                    return Arrays.stream(order).boxed().toList();
                })
                .toList();

        assertEquals(expected, drawn);
        assertTrue(text("seed=7").contains(")  # seed 7\n"));
    }

    private static List<Integer> firstOrder(MiniBatches batches) {
        batches.startEpoch();
        return Arrays.stream(batches.order()).boxed().toList();
    }

    private static String head(String program) {
        return program.substring(0, program.indexOf("import")).replace("\n# ", " ");
    }

    @Test
    void nameCannotEscapeComment() {
        String program = program(experiment()
                        .withName("\"\"\" one\nimport nothing\r\u2028\u2029\u000b\f\u0085\\ " + "long ".repeat(80)))
                .source(null);

        String first = program.substring(0, program.indexOf("\n\n"));
        assertEquals(
                List.of(),
                first.lines()
                        .filter(line -> !line.startsWith("# ") || line.length() > 118)
                        .toList());
        assertTrue(first.startsWith("# \"\"\" one import nothing \\ long long"), first);
    }

    @Test
    void separateFileHasSameNumbersAsInlineProgram() throws IOException {
        Experiment experiment = experiment("network.activation=prelu", "network.hidden=[2]", "data.standardize=true");
        DataSplit partition = DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), folder);
        PyTorchProgram program = program(experiment);
        StringBuilder json = new StringBuilder();
        program.writeData(json);
        JsonNode numbers = new ObjectMapper().readTree(json.toString());

        assertEquals(4, numbers.get("x_train").size());
        assertEquals(2, numbers.get("x_validation").size());
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 2; column++) {
                assertEquals(
                        partition.train().features().get(row, column),
                        numbers.get("x_train").get(row).get(column).asDouble());
            }
        }
        assertEquals("[1,0,1,0]", numbers.get("y_train").toString());
        assertEquals(List.of(4, 2, 1, 4, 2), sizes(numbers.get("start")));
        assertArrayEquals(
                new double[] {0.25},
                new double[] {numbers.get("start").get(2).get(0).asDouble()});
        assertEquals(6 * 2 + 6 + 4 + 2 + 1 + 4 + 2, program.valueCount());
    }

    private static List<Integer> sizes(JsonNode arrays) {
        return Stream.iterate(0, k -> k + 1)
                .limit(arrays.size())
                .map(k -> leaves(arrays.get(k)))
                .toList();
    }

    private static int leaves(JsonNode node) {
        int leaves = node.isNumber() ? 1 : 0;
        for (JsonNode child : node) {
            leaves += leaves(child);
        }
        return leaves;
    }
}

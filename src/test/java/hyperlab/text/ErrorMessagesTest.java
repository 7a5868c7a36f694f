package hyperlab.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.batch.TwoWeightModelSettings;
import hyperlab.data.CsvInference;
import hyperlab.data.CsvPreview;
import hyperlab.data.DataSet;
import hyperlab.data.DataSplitter;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.descent.formula.Formula;
import hyperlab.descent.formula.FormulaError;
import hyperlab.export.EmbeddedMetadataReader;
import hyperlab.file.Documents;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.RunLoader;
import hyperlab.image.KnownFilter;
import hyperlab.nn.Activation;
import hyperlab.nn.ActivationSelection;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.rule.Term;
import hyperlab.train.Experiment;
import hyperlab.tune.SearchDimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorMessagesTest {
    private static final Texts KOREAN = Texts.in(Language.KOREAN);
    private static final Pattern ENGLISH_RULE = Pattern.compile("must|cannot|is |has |got");

    @TempDir
    private Path folder;

    private static String korean(Executable failing) {
        return ErrorMessages.message(assertThrows(InvalidInputException.class, failing), KOREAN);
    }

    @Test
    void englishMessageMatchesTheException() {
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> Documents.read(folder.resolve("gone.json")));
        assertEquals(error.line(), ErrorMessages.message(error, Texts.in(Language.ENGLISH)));
    }

    @Test
    void koreanMessageHasTheNameTheRuleAndTheValue() {
        assertEquals(
                "training.learningRate: 0보다 큰 유한한 수여야 해요. 지금 값: -1",
                korean(() -> ExperimentOverrides.with(Experiment.DEFAULT, List.of("training.learningRate=-1"))));
    }

    @Test
    void koreanMessageIsOneLine() {
        assertEquals(
                "a b: 수여야 해요. 지금 값: one two",
                ErrorMessages.message(new InvalidInputException("a\nb", Rule.NUMBER, "one\n\ttwo"), KOREAN));
    }

    @Test
    void termsAreKorean() {
        assertEquals(
                "a: 수여야 해요. 지금 값: 목록",
                ErrorMessages.message(new InvalidInputException("a", Rule.NUMBER, Term.LIST), KOREAN));
    }

    /** Invalid settings of an experiment, with the message that the user reads. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "training.epochs=-1|training.epochs: 0 이상 1000000 이하인 정수여야 해요. 지금 값: -1",
                "training.epochs=1.5|training.epochs: 정수여야 해요. 지금 값: 1.5",
                "training.batchSize=0|training.batchSize: 1 이상인 정수이거나 \"full\"이어야 해요. 지금 값: 0",
                "training.shuffle=1|training.shuffle: true나 false여야 해요. 지금 값: 1",
                "training.optimizer=[]|training.optimizer: { } 안의 객체여야 해요. 지금 값: []",
                "training.penalty.l1=-1|training.penalty.l1: 0 이상인 유한한 수여야 해요. 지금 값: -1",
                "training.epoch=9|training.epoch: 모르는 키예요 (비슷한 키: epochs)",
                "training.optimizer.beta=1|training.optimizer.beta: adam에는 없는 키예요 (비슷한 키: beta1)",
                "network.dropout=1|network.dropout: 0 이상 1 미만이어야 해요. 지금 값: 1",
                "network.hidden=8|network.hidden: [ ] 안의 목록이어야 해요. 지금 값: 8",
                "network.hidden=[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]|network.hidden: 층은 16개까지예요. 지금은 17개",
                "training.schedule=cosin|training.schedule.name: \"cosin\" 값은 쓸 수 없어요. 쓸 수 있는 값: "
                        + "constant, step, exponential, cosine (비슷한 값: cosine)",
                "data.trainFraction=1|data.trainFraction: 0보다 크고 1보다 작아야 해요. 지금 값: 1",
                "data.file=a.csv|data.file: 데이터가 csv일 때만 쓸 수 있어요. 지금 데이터: moons",
                "data.folds=1|data.folds: 0이거나 2 이상 20 이하인 정수여야 해요. 지금 값: 1",
                "seed=1e30|seed: 정수여야 해요. 지금 값: 1.0E30",
                "ensemble=65|ensemble: 1 이상 64 이하인 정수여야 해요. 지금 값: 65",
            })
    void errorsInSettingsReadRightInKorean(String assignment, String message) {
        assertEquals(message, korean(() -> ExperimentOverrides.with(Experiment.DEFAULT, List.of(assignment))));
    }

    @Test
    void errorsOfOtherSubjectsReadCorrectlyInKorean() {
        assertEquals(
                "--set: KEY=VALUE 형식이어야 해요. 지금 값: epochs",
                korean(() -> ExperimentOverrides.with(Experiment.DEFAULT, List.of("epochs"))));
        assertEquals("function: 500글자까지 쓸 수 있어요. 지금은 501글자", korean(() -> Formula.of("x".repeat(501))));
        assertEquals("function: 5번째 글자: sin 다음에 여는 괄호가 있어야 해요. 지금은 \"x\"", korean(() -> Formula.of("sin x")));
        assertEquals("c: 식에는 파라미터가 없어요", korean(() -> ObjectiveFunctions.of("x", Map.of("c", 1.0))));
        assertEquals(
                "to: from(2.0)보다 커야 해요. 지금 값: 1.0",
                korean(() -> new ActivationSelection(List.of(new Activation.Tanh()), 2, 1, 0)));
        assertEquals("side: sobelX 필터의 한 변(3)과 같아야 해요. 지금 값: 5", korean(() -> KnownFilter.SOBEL_X.kernel("side", 5)));
        assertEquals("x.json 1번째 줄 3번째 글자: 파일이 값 중간에서 끊겼어요", korean(() -> Documents.parse("{ ", "x.json")));
        assertEquals("x.json: JSON 객체여야 해요. 지금 값: 1", korean(() -> Documents.parse("1", "x.json")));
        assertEquals(folder + ": 파일이 아니라 폴더예요", korean(() -> Documents.read(folder)));
        assertEquals(
                "values: 값이 모두 달라야 해요. 지금 값: [a, a]",
                korean(() -> new SearchDimension.CategoricalDimension(List.of("a", "a"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "training.learningRate=0",
                "training.learningRate=much",
                "training.epochs=-1",
                "training.epochs=1.5",
                "training.penalty.l1=-1",
                "network.dropout=1",
                "data.trainFraction=1",
                "network.hidden=[0]",
                "training.optimizer=adm",
                "network.activation=geul",
                "training.sead=1",
            })
    void errorsInSettingsAreKorean(String assignment) {
        assertNoEnglish(korean(() -> ExperimentOverrides.with(Experiment.DEFAULT, List.of(assignment))));
    }

    /** Covers each error that a formula can have. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3",
                "x +",
                "x + )",
                "x 2",
                "(x",
                "(x 2",
                "min(x",
                "min(x)",
                "sin",
                "sin x",
                "x + sine",
                "x^2y",
                "1e999x",
                "beal",
                "x + y"
            })
    void errorsInFormulasAreKorean(String formula) {
        Optional<FormulaError> fault = Formula.findError(formula, 1);
        assertNoEnglish(korean(() -> {
            throw fault.orElseThrow().toException("function");
        }));
        if (!formula.equals("x + y")) {
            assertNoEnglish(korean(() -> ObjectiveFunctions.of(formula)));
        }
    }

    @Test
    void formulaLimitsAreKorean() {
        assertNoEnglish(korean(() -> Formula.of("x".repeat(Formula.MAX_LENGTH + 1))));
        assertNoEnglish(korean(() -> Formula.of("(".repeat(Formula.MAX_DEPTH + 1))));
        assertNoEnglish(korean(() -> Formula.of("x" + "+x".repeat(Formula.MAX_NODES / 2))));
        assertNoEnglish(korean(() -> ObjectiveFunctions.of("x", Map.of("c", 1.0))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.image=[1, 64]",
                "data.image=[1, 7, 7]",
                "data.source=iris",
                "network.convolutions=[{\"kernel\": 9, \"padding\": 0}]",
                "network.convolutions=[{\"kernel\": 1, \"padding\": 0, \"pool\": 9}]",
                "network.convolutions=[{\"padding\": 5000}]",
                "network.convolutions=[{\"padding\": 1000, \"pool\": 1}, {\"kernel\": 1, \"padding\": 0}]",
                "network.convolutions=[{},{},{},{},{},{},{},{},{}]",
            })
    void errorsInConvolutionsAreKorean(String assignment) {
        assertNoEnglish(korean(() -> new RunLoader(null)
                .open(ExperimentOverrides.with(
                        Experiment.DEFAULT, List.of("network.convolutions=[{}]", "data.source=digits", assignment)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "circle",
                "#noise=0",
                "#seed=1&learningRate=fast",
                "#seed=1&learningRate=Infinity",
                "#seed=1&percTrainData=100",
                "#seed=1&networkShape",
                "#seed=1&networkShape=2.5",
                "#seed=1&networkShape=0",
            })
    void errorsInPlaygroundLinksAreKorean(String link) {
        String json = "{\"format\": \"hyperlab-playground/1\", \"link\": \"" + link + "\"}";
        assertNoEnglish(korean(() -> Documents.parse(json, "x")));
    }

    static Stream<String> tables() {
        return Stream.of(
                "",
                "a,b\n",
                "a,b\n1,2,3\n",
                "a,b\n1,x\n2,x\n",
                "a,b\nx,1\ny,2\n",
                "a,a\n1,2\n",
                "a,b\n1,\"2\n",
                "a,b\n,1\n2,0\n");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void tableErrorsAreKorean(String table) throws IOException {
        Files.writeString(folder.resolve("t.csv"), table);
        Experiment experiment = ExperimentOverrides.with(
                Experiment.DEFAULT, List.of("data.source=csv", "data.file=t.csv", "data.target=b"));
        assertNoEnglish(korean(() -> DataSplitter.loadAndSplit(experiment.data(), 0, folder)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"format\": \"other\"}",
                "{\"layers\": []}",
                "{\"format\": \"hyperlab-weights/1\", \"layers\": {}}",
                "{\"format\": \"hyperlab-weights/1\", \"layers\": [1]}",
                "{\"format\": \"hyperlab-weights/1\", \"layers\": []} 1",
                "{\"format\": \"hyperlab-weights/1\", \"layers\": [{\"kind\": \"dens\"}]}",
                "{\"format\": \"hyperlab-weights/1\", \"layers\": [{\"bias\": [0]}]}",
                "{\"format\": \"hyperlab-weights/1\", \"layers\": [{\"kind\": \"dense\", \"bias\": [0]}]}",
                "{\"format\": \"hyperlab-weights/1\", \"layers\": [{\"kind\": \"dense\", \"weights\": [[1, 2]]}]}",
                "{\"format\": \"hyperlab-weights/1\", \"layers\": [{\"kind\": \"dense\", \"weights\": []}]}",
                "{\"format\": \"hyperlab-weights/1\", \"layers\": [{\"kind\": \"dense\", \"weights\": [[]]}]}",
                "{\"format\": \"hyperlab-weights/1\", \"layers\": [{\"kind\": \"dense\", \"weights\": [1]}]}",
                "{\"format\": \"hyperlab-weights/1\", \"layers\": [{\"kind\": \"dense\", \"weights\": [[1], [1, 2]]}]}",
                "{\"format\": \"hyperlab-weights/1\", \"layers\": [{\"weights\": [[[[1]]]], \"bias\": [0], \"kind\": \"dense\"}]}",
                "{\"format\": \"hyperlab-weights/1\", \"layers\": [{\"kind\": \"dense\", \"weights\": [[1]], \"bias\": [0, 0]}]}",
                "{\"format\": \"hyperlab-weights/1\", \"layers\": [{\"kind\": \"dense\", \"weights\": [[1]], \"bias\": [\"x\"]}]}",
                "{\"format\": \"hyperlab-weights/1\", \"layers\": []}",
                "{\"format\": \"hyperlab-weights/1\", \"layers\": [{\"kind\": \"dense\", \"weights\": [[1, 2]], \"bias\": [0]}]}",
                "{\"format\": \"hyperlab-weights/1\", \"layers\": [{\"kind\": \"prelu\", \"slope\": [1, 2]}]}"
            })
    void errorsInWeightsFilesAreKorean(String weights) throws IOException {
        Files.writeString(folder.resolve("w.json"), weights);
        Experiment experiment = ExperimentOverrides.with(
                Experiment.DEFAULT, List.of("network.hidden=[]", "network.initialWeights=w.json"));
        assertNoEnglish(korean(() -> new RunLoader(folder).open(experiment)));
    }

    @Test
    void fileErrorsAreKorean() throws IOException {
        Path torn = Files.writeString(folder.resolve("torn.json"), "{\"format\": ");
        Path other = Files.writeString(folder.resolve("other.png"), "GIF89a");
        assertNoEnglish(korean(() -> Documents.read(torn)));
        assertNoEnglish(korean(() -> Documents.read(folder)));
        assertNoEnglish(korean(() -> Documents.read(folder.resolve("gone.json"))));
        assertNoEnglish(korean(() -> Documents.parse("{}", "empty.json")));
        assertNoEnglish(korean(() -> EmbeddedMetadataReader.readDocument(other)));
        assertNoEnglish(korean(() -> EmbeddedMetadataReader.readDocument(folder.resolve("gone.png"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"start\": [1]",
                "\"model\": {\"x\": \"sepalLength\"}",
                "\"model\": {\"x\": \"petalLength\"}",
                "\"model\": {\"source\": \"csv\"}"
            })
    void errorsInBatchDocumentsAreKorean(String keys) {
        assertNoEnglish(korean(() -> Documents.parse("{\"format\": \"hyperlab-batch/1\", " + keys + "}", "b.json")));
    }

    @Test
    void tablePreviewErrorsAreKorean() throws IOException {
        List<String> tables = List.of("a\n1\n2\n", "a,b\n1,2\n", "a,b\n1," + "x".repeat(1 << 21) + "\n");
        for (String text : tables) {
            Path table = Files.writeString(folder.resolve("t.csv"), text);
            assertNoEnglish(korean(() -> CsvPreview.read(table)));
        }
        CsvPreview preview = CsvPreview.read(Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n,3\n1,4\n"));
        assertNoEnglish(korean(() -> CsvInference.of(preview, "a")));
    }

    @Test
    void tooNarrowTableErrorIsKorean() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "a,b\n1,2.5\n2,3.5\n4,1.5\n");
        DataSet table = TwoWeightModelSettings.load("csv", "t.csv", folder);
        assertNoEnglish(korean(() -> TwoWeightModelSettings.defaultsFor("csv", "t.csv", table)));
    }

    private static void assertNoEnglish(String line) {
        String words = line.substring(line.indexOf(": ") + 1);
        assertTrue(!ENGLISH_RULE.matcher(words).find(), line);
    }
}

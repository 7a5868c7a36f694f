package hyperlab.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.PredictionTask;
import hyperlab.rule.InvalidInputException;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaygroundLinkTest {
    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/#foo=1", "foo=1&bar=2"})
    void textWithoutAKnownKeyIsNoLink(String text) {
        PlaygroundLink parsed = PlaygroundLink.parse(text, () -> 0.5);
        assertThrows(InvalidInputException.class, () -> PlaygroundLink.replacedEntries(text, parsed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#|[]",
                "#activation=relu&learningRate=0.030&x_hide=true&tutorial=one&noise=|[]",
                "#activation=foo&learningRate=0.1|[activation=foo]",
                "#dataset=circle&momentum=0.9|[momentum=0.9]"
            })
    void namesEntriesThatAreReplaced(String link, String replaced) {
        assertEquals(
                replaced,
                PlaygroundLink.replacedEntries(link, PlaygroundLink.parse(link, () -> 0.5))
                        .toString());
    }

    private static PlaygroundLink link(String text) {
        return PlaygroundLink.parse(text, () -> 0.5);
    }

    @Test
    void linkWithoutKeysUsesDefaultsAndDrawsItsSeed() {
        PlaygroundLink link = link("https://playground.tensorflow.org/");

        assertEquals(
                "https://playground.tensorflow.org/#activation=tanh&regularization=none&batchSize=10&dataset=circle"
                        + "&regDataset=reg-plane&learningRate=0.03&regularizationRate=0&noise=0&networkShape=4,2"
                        + "&seed=0.50000&showTestData=false&discretize=false&percTrainData=50&x=true&y=true"
                        + "&xSquared=false&ySquared=false&xTimesY=false&sinX=false&sinY=false&cosX=false&cosY=false"
                        + "&collectStats=false&problem=classification&initZero=false&hideText=false",
                link.text());
        assertEquals(link, link("#"));
        assertEquals(link, link("https://playground.tensorflow.org/#"));
        assertEquals(PlaygroundData.CIRCLE, link.data().dataSet());
    }

    @Test
    void everyKeyIsRead() {
        PlaygroundLink link = link("https://playground.tensorflow.org/#activation=relu&regularization=L2&batchSize=7"
                + "&dataset=spiral&regDataset=reg-gauss&learningRate=0.1&regularizationRate=0.3&noise=25&networkShape=6,5,4"
                + "&seed=0.12345&showTestData=true&discretize=true&percTrainData=70&x=false&y=false&xTimesY=true"
                + "&xSquared=true&ySquared=true&cosX=true&sinX=true&cosY=true&sinY=true&collectStats=true&tutorial=dp"
                + "&problem=regression&initZero=true&hideText=true&playButton_hide=true&noise_hide=false");

        assertEquals(
                new PlaygroundLink(
                        new PlaygroundLink.DataOptions(
                                PredictionTask.REGRESSION,
                                PlaygroundData.SPIRAL,
                                PlaygroundData.REG_GAUSS,
                                25,
                                70,
                                "0.12345"),
                        new PlaygroundLink.NetworkOptions(
                                Set.of(
                                        PlaygroundInput.X_SQUARED,
                                        PlaygroundInput.Y_SQUARED,
                                        PlaygroundInput.X_TIMES_Y,
                                        PlaygroundInput.SIN_X,
                                        PlaygroundInput.SIN_Y),
                                List.of(6, 5, 4),
                                PlaygroundActivation.RELU,
                                true),
                        new PlaygroundLink.TrainingOptions(0.1, 7, PlaygroundRegularization.L2, 0.3),
                        new PlaygroundLink.DisplayOptions(
                                true,
                                true,
                                true,
                                true,
                                true,
                                true,
                                "dp",
                                new java.util.TreeSet<>(Set.of("playButton")))),
                link);
        assertEquals(PlaygroundData.REG_GAUSS, link.data().dataSet());
        assertEquals(link, link(link.text()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            activation=Tanh&activation=swish     | activation=tanh
            activation= relu                     | activation=tanh
            regularization=l1                    | regularization=none
            dataset=reg-gauss                    | dataset=circle
            regDataset=circle                    | regDataset=reg-plane
            problem=toString                     | problem=classification
            batchSize= 0x1E                      | batchSize=30
            batchSize=                           | batchSize=10
            batchSize                            | batchSize=10
            learningRate=1e-5                    | learningRate=0.00001
            learningRate=.5e1                    | learningRate=5
            learningRate=-0                      | learningRate=0
            learningRate=0.1&learningRate=0.2    | learningRate=0.2
            learningRate=0.1=7                   | learningRate=0.1
            regularizationRate=1e-9              | regularizationRate=1.0E-9
            noise=80                             | noise=80
            noise=81                             | noise=50
            noise=Infinity                       | noise=50
            noise=-1                             | noise=0
            networkShape=                        | networkShape=
            networkShape= 3,+2,0b11              | networkShape=3,2,3
            seed=%20a                            | seed=%20a
            x=False                              | x=true
            x=false                              | x=false
            x=0                                  | x=true
            sinX=no                              | sinX=true
            y_hide=true                          | y=false
            y_hide=True                          | y=true
            sinX=true&sinX_hide=true             | sinX=false
            """)
    void parsesAsLenientlyAsTheOriginal(String keys, String written) {
        assertTrue(
                ("&" + link("#" + keys.strip()).text().split("#", 2)[1] + "&").contains("&" + written.strip() + "&"));
    }

    @Test
    void linkNeedsNoAddress() {
        assertEquals("7", link("seed=7&noise=5").data().seed());
        assertEquals("7", link("  #seed=7 \n").data().seed());
        assertEquals("a#b", link("#seed=a#b").data().seed());
    }

    @Test
    void drawsASeedOnlyIfMissing() {
        assertEquals(
                "0.99999",
                PlaygroundLink.parse("#seed=", () -> 0.9999949).data().seed());
        assertEquals(
                "1.00000",
                PlaygroundLink.parse("#seed= ", () -> 0.999996).data().seed());
        assertEquals(
                "1", PlaygroundLink.parse("#seed=1", () -> Double.NaN).data().seed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                        | link must be of the form …#key=value&key=value, got ""
            circle                    | link must be of the form …#key=value&key=value, got "circle"
            #learningRate=fast        | learningRate must be a number, got "fast"
            #learningRate=1,5         | learningRate must be a number, got "1,5"
            #learningRate=1f          | learningRate must be a number, got "1f"
            #learningRate=-Infinity   | learningRate must be finite, got -Infinity
            #batchSize=1e999          | batchSize must be finite, got Infinity
            #regularizationRate=NaN   | regularizationRate must be a number, got "NaN"
            #noise=much               | noise must be a number, got "much"
            #percTrainData=0          | percTrainData must leave each part at least one of 500 rows, got 0
            #percTrainData=100        | percTrainData must leave each part at least one of 500 rows, got 100
            #percTrainData=99.95&problem=regression | percTrainData must leave each part at least one of 1200 rows, got 99.95
            #percTrainData=-10        | percTrainData must leave each part at least one of 500 rows, got -10
            #networkShape             | networkShape is not followed by =
            #networkShape=4,,2        | networkShape must be a whole number from 1 to 4096, got 0
            #networkShape=2.5         | networkShape must be whole numbers separated by commas, got "2.5"
            #networkShape=4;2         | networkShape must be whole numbers separated by commas, got "4;2"
            #networkShape=4097        | networkShape must be a whole number from 1 to 4096, got 4097
            #networkShape=1e10        | networkShape must be whole numbers separated by commas, got "1e10"
            #networkShape=1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1 | networkShape must be at most 16 layers, got 17
            """)
    void whatCouldNotTrainIsRefusedInOneLine(String text, String line) {
        assertEquals(
                line,
                assertThrows(InvalidInputException.class, () -> link(text)).line());
    }

    @ParameterizedTest
    @ValueSource(strings = {"percTrainData=99.9&problem=regression", "percTrainData=0.2", "percTrainData=99.8"})
    void aPartMayBeOnePoint(String keys) {
        assertNotNull(link("#" + keys));
    }

    @Test
    void hiddenInputsStayInTheLink() {
        PlaygroundLink link = link("#seed=1&x_hide=true&resetButton_hide=true&y_hide=false");

        assertEquals(Set.of("x", "resetButton"), link.display().hidden());
        assertEquals(Set.of(PlaygroundInput.Y), link.network().inputs());
        assertTrue(link.text().endsWith("&resetButton_hide=true&x_hide=true"));
        assertNull(link.display().tutorial());
        assertFalse(link.display().discretize());
    }

    @Property(tries = 2000)
    void anyTextIsALinkOrRejectedInOneLine(@ForAll String text) {
        assertLinkOrError(text);
        assertLinkOrError("#" + text);
    }

    @Property(tries = 2000)
    void anyKeysAreALinkOrRejectedInOneLine(@ForAll("pairs") List<String> pairs) {
        assertLinkOrError("x://y#" + String.join("&", pairs));
    }

    @Property(tries = 20)
    void parsesLongTextQuickly(@ForAll("pairs") List<String> pairs) {
        assertLinkOrError("#learningRate=" + "1".repeat(100_000) + "x" + String.join("&", pairs));
        assertLinkOrError("#noise=" + "1".repeat(100_000) + String.join("&", pairs));
    }

    private static void assertLinkOrError(String text) {
        PlaygroundLink link;
        try {
            link = link(text);
        } catch (InvalidInputException error) {
            assertFalse(error.line().isBlank() || error.line().contains("\n"), error.line());
            assertTrue(error.line().length() < 250, error.line());
            return;
        }
        assertEquals(link, link(link.text()));
    }

    @Provide
    Arbitrary<List<String>> pairs() {
        Arbitrary<String> keys = Arbitraries.of(
                ("activation regularization batchSize dataset regDataset learningRate regularizationRate noise"
                                + " networkShape seed showTestData discretize percTrainData x y xTimesY xSquared ySquared"
                                + " cosX sinX cosY sinY collectStats tutorial problem initZero hideText x_hide _hide")
                        .split(" ", -1));
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of(
                        ("tanh relu L1 L2 spiral reg-gauss regression true false 0 1 -1 1e3 1e999 NaN Infinity 0x 0x1f"
                                        + " , 1, ,1 3,3 50 4096 99.9 1e-320")
                                .split(" ", -1)),
                Arbitraries.strings().ofMaxLength(5),
                Arbitraries.doubles().map(String::valueOf));
        return Combinators.combine(keys, Arbitraries.of("=", "=", "=", "", "=="), values)
                .as((key, equals, value) -> key + equals + value)
                .list()
                .ofMaxSize(8);
    }
}

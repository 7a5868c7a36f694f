package hyperlab.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.descent.DescentSetup;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapDisplay;
import hyperlab.map.MapPoint;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.MeanFieldNetwork;
import hyperlab.map.WalkDirection;
import hyperlab.optim.Sgd;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.tune.SearchDimension;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MapFormatTest {
    private static final MapAxis RATE =
            new MapAxis("training.learningRate", new SearchDimension.LogDimension(0.003, 30), 40);

    static Stream<MapSpecification> maps() {
        MapAxis size = new MapAxis("training.batchSize", new SearchDimension.IntegerDimension(1, 128), 128, true);
        MapAxis choice =
                new MapAxis("network.hidden", new SearchDimension.CategoricalDimension(List.of("[8]", "[8,8]")), 2);
        MapAxis momentum = new MapAxis("optimizer.momentum", new SearchDimension.LinearDimension(0, 0.9), 10);
        MapAxis rate = new MapAxis("learningRate", new SearchDimension.LinearDimension(0.1, 4), 10);
        MapAxis first = new MapAxis("layerRates.0", new SearchDimension.LogDimension(219.44, 220.45), 512);
        MapAxis second = new MapAxis("layerRates.1", new SearchDimension.LogDimension(76.79, 77.14), 512);
        DescentSetup descent = new DescentSetup(
                "parabola",
                Map.of("curvature", 2.0),
                List.of(1.0),
                30,
                List.of(new DescentSetup.Racer(0.1, new Sgd(0.5, false), true)));
        MapSubject experiment = new MapSubject.OfExperiment(Experiment.DEFAULT.withSeed(7));
        return Stream.of(
                new MapSpecification(experiment, RATE, size, MapColor.EPOCHS_TO_TARGET, 0.15, 5),
                new MapSpecification(experiment, choice, RATE, MapColor.GENERALIZATION_GAP),
                new MapSpecification(new MapSubject.OfDescent(descent), rate, momentum, MapColor.SPECTRAL_RADIUS),
                new MapSpecification(
                        new MapSubject.OfMeanField(new MeanFieldNetwork(8, 20, 300, List.of(2.0, 3.0), 9)),
                        first,
                        second,
                        MapColor.OUTCOME));
    }

    @ParameterizedTest
    @MethodSource("maps")
    void writtenMapIsReadBack(MapSpecification map) {
        Document document = new Document.OfMap(map);

        assertEquals(document, Documents.parse(Documents.write(document), "x"));
    }

    @Test
    void displayIsReadBackAndLeftOutByDefault() {
        MapSpecification map = maps().findFirst().orElseThrow();
        assertFalse(Documents.write(new Document.OfMap(map)).contains("display"));
        MapDisplay display = new MapDisplay(
                false,
                true,
                false,
                true,
                WalkDirection.RATIO,
                new MapPoint(0.2, 16),
                null,
                List.of(new MapPoint(0.1, 2), new MapPoint(0.3, 4)));
        Document document = new Document.OfMap(map, display);
        assertEquals(document, Documents.parse(Documents.write(document), "x"));
        assertEquals(document, RelativePaths.rebased(document, Path.of("a"), Path.of("b")));
    }

    @Test
    void defaultsAreFilledIn() {
        String json = "{'format':'hyperlab-map/1','x':{'key':'training.learningRate','type':'log','low':0.1,'high':1},"
                + "'y':{'key':'seed','type':'integer','low':1,'high':4}}";

        MapSpecification map = ((Document.OfMap) Documents.parse(json.replace('\'', '"'), "x")).map();

        assertEquals(new MapSubject.OfExperiment(Experiment.DEFAULT), map.subject());
        assertEquals(MapColor.TRAIN_LOSS, map.color());
        assertEquals(64, map.x().values().size());
        assertEquals(List.of("1", "2", "3", "4"), map.y().values());
        assertEquals(1, map.seeds());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'y':Y | x must be given
            'x':X | y must be given
            'x':X,'y':X | y must have a key other than that of the x axis, got training.learningRate
            'x':X,'y':Y,'meanField':{},'experiment':{'format':'hyperlab-experiment/1'} | experiment is not allowed next to meanField
            'x':X,'y':Y,'colour':'x' | colour is not a known key (nearest: color)
            'x':X,'y':{'key':'seed','type':'integer','low':0,'high':3,'spacing':'log'} | y.low must be a whole number ≥ 1, got 0
            'x':X,'y':{'type':'integer','low':0,'high':3} | y.key must be given
            'x':X,'y':Y,'display':{'pinned':[1]} | display.pinned must have two numbers for each place, one for each axis, got 1
            'x':X,'y':Y,'display':{'trialsX':[1,2],'trialsY':[1]} | display.trialsY must have two numbers for each place, one for each axis, got 1
            'x':X,'y':Y,'meanField':{'layerRates':[1]} | meanField.layerRates must have 2 rates, one for each layer with weights, got 1
            """)
    void errorsNameTheKey(String keys, String message) {
        String json = ("{'format':'hyperlab-map/1'," + keys + "}")
                .replace(":X", ":{'key':'training.learningRate','type':'log','low':0.1,'high':1}")
                .replace(":Y", ":{'key':'seed','type':'integer','low':1,'high':4}")
                .replace('\'', '"');

        InvalidInputException error = assertThrows(InvalidInputException.class, () -> Documents.parse(json, "x"));

        assertEquals(message, error.getMessage());
    }

    @Test
    void pathsMoveWithTheDocument() {
        Experiment experiment = ExperimentOverrides.with(
                Experiment.DEFAULT, List.of("data.source=csv", "data.file=own.csv", "data.target=kind"));
        MapAxis seed = new MapAxis("seed", new SearchDimension.IntegerDimension(1, 4), 4);
        Document map = new Document.OfMap(
                new MapSpecification(new MapSubject.OfExperiment(experiment), RATE, seed, MapColor.TRAIN_LOSS));

        String moved = Documents.write(RelativePaths.rebased(map, Path.of("a"), Path.of("a", "b")));

        assertTrue(moved.contains("\"../own.csv\""), moved);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            training.learningRate=log:0.003:30:40   | training.learningRate | log     | 40
            data.noise=linear:0:0.5:6               | data.noise            | linear  | 6
            seed=integer:1:9                        | seed                  | integer | 9
            network.hidden=choice:[8],[8,8],[4]     | network.hidden        | choice  | 3
            """)
    void axesOfTheCommandLine(String text, String key, String scale, int values) {
        MapAxis axis = MapAxisParser.parse("--x", text);

        assertEquals(key, axis.key());
        assertEquals(scale, axis.dimension().name());
        assertEquals(values, axis.values().size());
    }

    @Test
    void choicesAreJsonOrWords() {
        assertEquals(
                List.of("\"relu\"", "[8,8]", "0.5"),
                MapAxisParser.parse("--x", "a=choice:relu,[8,8],0.5").values());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            training.learningRate             | --x must be KEY=log:LOW:HIGH:COUNT
            training.learningRate=log:1:2     | --x must be KEY=log:LOW:HIGH:COUNT
            training.learningRate=log:a:2:3   | --x must be KEY=log:LOW:HIGH:COUNT
            training.learningRate=cubic:1:2:3 | --x must be KEY=log:LOW:HIGH:COUNT
            training.learningRate=log:0:2:3   | --x training.learningRate.low must be
            training.learningRate=log:3:2:3   | --x training.learningRate.high must be
            training.learningRate=log:1:2:1   | --x training.learningRate.count must be
            """)
    void invalidAxesAreRejected(String text, String message) {
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> MapAxisParser.parse("--x", text));

        assertTrue(error.getMessage().startsWith(message), error.getMessage());
    }
}

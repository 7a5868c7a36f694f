package hyperlab.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.map.PixelTrainer.PixelValues;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.tune.SearchDimension;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeanFieldPixelTrainerTest {
    private static final MeanFieldNetwork NETWORK = new MeanFieldNetwork(8, 10, 40, List.of(5.0, 7.0), 2);

    private static MeanFieldPixelTrainer trainer(String x, String y, MapColor color, int seeds) {
        return new MeanFieldPixelTrainer(new MapSpecification(
                        new MapSubject.OfMeanField(NETWORK),
                        new MapAxis(x, new SearchDimension.LogDimension(1, 1e4), 8),
                        new MapAxis(y, new SearchDimension.LogDimension(1, 1e4), 8),
                        color,
                        0.1,
                        seeds))
                .validate();
    }

    private static Pixel train(MeanFieldPixelTrainer trainer, String x, String y) {
        Pixel pixel = trainer.train(new PixelValues(x, y), () -> false);
        assertNotNull(pixel);
        return pixel;
    }

    @Test
    void keysChangeTheirSettings() {
        assertEquals(
                NETWORK.withLayerRates(List.of(3.0, 4.0)),
                trainer("layerRates.0", "layerRates.1", MapColor.OUTCOME, 1).network(new PixelValues("3.0", "4.0")));
        assertEquals(
                NETWORK.withSteps(30).withSeed(9),
                trainer("steps", "seed", MapColor.OUTCOME, 1).network(new PixelValues("30", "9")));
    }

    @Test
    void sameNetworkGivesSamePixelOnAnyAxis() {
        Pixel first = train(trainer("layerRates.0", "layerRates.1", MapColor.TRAIN_LOSS, 1), "5.0", "7.0");

        assertEquals(first, train(trainer("steps", "seed", MapColor.TRAIN_LOSS, 1), "40", "2"));
        assertEquals(first, train(trainer("layerRates.1", "layerRates.0", MapColor.TRAIN_LOSS, 1), "7.0", "5.0"));
        assertNotEquals(first, train(trainer("steps", "seed", MapColor.TRAIN_LOSS, 1), "40", "3"));
        assertEquals(40, first.epochs());
    }

    @Test
    void severalSeedsGiveMedianRun() {
        List<Pixel> runs = new ArrayList<>();
        for (int seed = 2; seed < 5; seed++) {
            runs.add(train(trainer("steps", "seed", MapColor.TRAIN_LOSS, 1), "40", Integer.toString(seed)));
        }

        assertEquals(
                SeedMedian.of(runs, MapColor.TRAIN_LOSS),
                train(trainer("layerRates.0", "layerRates.1", MapColor.TRAIN_LOSS, 3), "5.0", "7.0"));
    }

    @Test
    void invalidValuesGiveInvalidPixels() {
        MeanFieldPixelTrainer trainer = trainer("layerRates.0", "steps", MapColor.TRAIN_LOSS, 1);

        assertEquals(Pixel.INVALID, train(trainer, "-1.0", "40"));
        assertEquals(Pixel.INVALID, train(trainer, "1.0", "2.5"));
        assertNull(trainer.train(new PixelValues("1.0", "40"), () -> true));
        assertThrows(InvalidInputException.class, () -> NETWORK.withLayerRates(List.of(1.0)));
    }

    @Test
    void unavailableColorsAndKeysAreRejected() {
        assertEquals(
                Rule.COLOR_SUBJECT,
                assertThrows(InvalidInputException.class, () -> trainer("steps", "seed", MapColor.VALIDATION_LOSS, 1))
                        .rule());
        assertEquals(
                Rule.UNKNOWN_KEY,
                assertThrows(InvalidInputException.class, () -> trainer("steps", "layerRate.0", MapColor.OUTCOME, 1))
                        .rule());
    }

    @Test
    void subjectsKnowTheirEpochs() {
        assertEquals(40, new MapSubject.OfMeanField(NETWORK).epochs());
    }
}

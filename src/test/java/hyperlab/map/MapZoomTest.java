package hyperlab.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.train.Experiment;
import hyperlab.tune.SearchDimension;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapZoomTest {
    private static final MapAxis RATE =
            new MapAxis("training.learningRate", new SearchDimension.LogDimension(1e-4, 1e4), 9);
    private static final MapAxis MOMENTUM =
            new MapAxis("training.optimizer.momentum", new SearchDimension.LinearDimension(0, 0.8), 9);
    private static final MapSpecification WHOLE =
            new MapSpecification(new MapSubject.OfExperiment(Experiment.DEFAULT), RATE, MOMENTUM, MapColor.TRAIN_LOSS);

    @Test
    void magnificationGrowsByAConstantFactorAroundAPointThatStays() {
        MapSpecification part = MapZoom.around(WHOLE, 1, 0.4, 16);
        assertEquals(1e4, Math.pow(part.x().high() / part.x().low(), 8), 1e-6, "10⁸ to the power of 1/16");
        assertEquals(0.05, part.y().high() - part.y().low(), 1e-12);
        MapZoom zoom = new MapZoom(WHOLE, part, 5);
        for (int frame = 0; frame < 5; frame++) {
            assertEquals(Math.pow(2, frame), zoom.magnification(frame), 1e-9);
            MapAxis x = zoom.frame(frame).x();
            MapAxis y = zoom.frame(frame).y();
            assertEquals(1, Math.sqrt(x.low() * x.high()), 1e-12, "the middle of the log scale");
            assertEquals(0.4, (y.low() + y.high()) / 2, 1e-12);
        }
        assertEquals(WHOLE, zoom.frame(0));
        assertEquals(part, zoom.frame(4));
    }

    @Test
    void everyFrameLiesInTheOneBefore() {
        MapZoom zoom = new MapZoom(WHOLE, MapZoom.around(WHOLE, 1e-4, 0.8, 1000), 12);
        assertEquals(1e-4, zoom.part().x().low(), 1e-16, "the part does not leave the map");
        assertEquals(0.8, zoom.part().y().high(), 1e-12);
        for (int frame = 1; frame < 12; frame++) {
            MapAxis before = zoom.frame(frame - 1).y();
            MapAxis now = zoom.frame(frame).y();
            assertTrue(now.low() >= before.low() && now.high() <= before.high() + 1e-12, "frame " + frame);
        }
    }

    @Test
    void wholeNumbersStayWholeAndChoicesStayAsTheyAre() {
        MapAxis batch = new MapAxis("training.batchSize", new SearchDimension.IntegerDimension(1, 256), 9, true);
        MapAxis choice =
                new MapAxis("network.hidden", new SearchDimension.CategoricalDimension(List.of("[4]", "[8]")), 2);
        MapSpecification map = WHOLE.withAxes(batch, choice);
        MapSpecification part = map.withAxes(batch.withDimension(new SearchDimension.IntegerDimension(16, 32)), choice);
        MapSpecification middle = new MapZoom(map, part, 3).frame(1);
        assertEquals(choice, middle.y());
        assertTrue(middle.x().low() > 1 && middle.x().low() < 16 && middle.x().high() < 256);
        assertEquals(middle.x().low(), Math.rint(middle.x().low()));
    }
}

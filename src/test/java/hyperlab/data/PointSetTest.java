package hyperlab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.data.PointSet.LabeledPoint;
import hyperlab.rule.InvalidInputException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointSetTest {
    private static final PointSet THREE =
            new PointSet(List.of(new LabeledPoint(0.5, -1, 0), new LabeledPoint(2, 3, 2), new LabeledPoint(-1, 0, 0)));

    private static DataSet load(PointSet points) {
        return DataSplitter.load(DataSettings.DEFAULT.withPoints(points), 1, null);
    }

    @Test
    void pointsAreTheRowsInTheirOrder() {
        DataSet data = load(THREE);
        assertArrayEquals(new double[] {0.5, -1, 2, 3, -1, 0}, data.features().data);
        assertArrayEquals(new double[] {0, 2, 0}, data.targets());
        assertEquals(List.of("x", "y"), data.featureNames());
        assertEquals("class", data.targetName());
        assertEquals(PredictionTask.CLASSIFICATION, data.task());
    }

    @Test
    void classesReachFromZeroToTheHighestOneSoThatRemovingAPointKeepsTheOthersNumbers() {
        assertEquals(List.of("0", "1", "2"), load(THREE).classNames());
        assertEquals(List.of("0", "1"), load(THREE.without(1)).classNames());
    }

    @Test
    void pointsOfAGeneratorAreSplitAndTrainedLikeTheGeneratorsRows() {
        DataSplit generated = DataSplitter.loadAndSplit(DataSettings.DEFAULT, 42, null);
        DataSplit drawn = DataSplitter.loadAndSplit(
                DataSettings.DEFAULT.withPoints(PointSet.of(generated.all())), 42, null);
        assertEquals(DataDigest.sha256(generated.all()), DataDigest.sha256(drawn.all()));
        assertArrayEquals(generated.trainRows(), drawn.trainRows());
        assertEquals(generated.all().classNames(), drawn.all().classNames());
    }

    @Test
    void tooFewAndTooManyPointsAreErrors() {
        assertEquals("data.points must have at least 2 points to train on, got 1", error(() -> load(THREE.without(0)
                .without(0))));
        List<LabeledPoint> most = Collections.nCopies(PointSet.MAX_POINTS, new LabeledPoint(0, 0, 0));
        assertEquals(PointSet.MAX_POINTS, new PointSet(most).size());
        assertEquals(
                "points must have at most 2000 points, got 2001",
                error(() -> new PointSet(most).with(new LabeledPoint(1, 1, 1))));
        assertEquals(
                "class must be a whole number from 0 to 9, got 10", error(() -> new LabeledPoint(0, 0, 10)));
        assertEquals("x must be finite, got NaN", error(() -> new LabeledPoint(Double.NaN, 0, 1)));
    }

    @Test
    void anotherSourceHasNoPoints() {
        DataSettings drawn = DataSettings.DEFAULT.withPoints(THREE);
        assertEquals(DataSettings.DEFAULT, drawn.withSource("moons"));
        assertEquals(DataSettings.POINTS, drawn.withNoise(0.2).withStandardize(true).source());
        assertEquals("points must be given if source is points", error(() -> DataSettings.DEFAULT.withSource("points")));
    }

    private static String error(org.junit.jupiter.api.function.Executable task) {
        return assertThrows(InvalidInputException.class, task).getMessage();
    }
}

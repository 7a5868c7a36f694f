package hyperlab.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lesson.Question.Axis;
import hyperlab.lesson.Question.Item;
import hyperlab.lesson.Question.Sketch;
import hyperlab.lesson.Score.Difference;
import hyperlab.lesson.Shape.Direction;
import hyperlab.lesson.expression.Expression;
import hyperlab.lesson.readout.LabReadouts;
import hyperlab.lesson.readout.LessonLab;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** The scores of predictions. Expected values follow from the definitions, by hand. */
class ScoreTest {
    private static final Axis X = new Axis("k", 0, 100, false);
    private static final Axis Y = new Axis("f", 0, 10, false);
    private static final Expression ANY = Expression.of("1", "truth", LabReadouts.of(LessonLab.TRAINING), List.of());
    private static final Sketch SKETCH = new Sketch(ANY, X, Y, 0.1);

    private static double falls(double x) {
        return 8 * Math.exp(-x / 20) + 1;
    }

    private static double rises(double x) {
        return 1 + 8 * x / 100;
    }

    private static double fallsAndRises(double x) {
        return 2 + Math.pow((x - 40) / 22, 2);
    }

    private static double oscillates(double x) {
        return 5 + 4 * Math.exp(-x / 80) * Math.cos(x / 4);
    }

    private static double blowsUp(double x) {
        return Math.exp(x / 20);
    }

    private static final List<DoubleUnaryOperator> ALL = List.of(
            ScoreTest::falls, ScoreTest::rises, ScoreTest::fallsAndRises, ScoreTest::oscillates, ScoreTest::blowsUp);

    private static Curve curve(DoubleUnaryOperator f) {
        double[] x = IntStream.rangeClosed(0, 100).asDoubleStream().toArray();
        return new Curve(x, DoubleStream.of(x).map(f).toArray());
    }

    private static Shape shape(DoubleUnaryOperator f) {
        return Shape.of(curve(f), X, Y);
    }

    private static Score.OfSketch score(DoubleUnaryOperator drawn, DoubleUnaryOperator actual) {
        return Score.ofSketch(curve(drawn), curve(actual), SKETCH);
    }

    @Test
    void describesShapes() {
        assertEquals(List.of(Direction.FALLS), shape(ScoreTest::falls).parts());
        assertTrue(shape(ScoreTest::falls).plateau());
        assertEquals(List.of(Direction.RISES), shape(ScoreTest::rises).parts());
        assertFalse(shape(ScoreTest::rises).plateau());
        assertEquals(0.5, shape(ScoreTest::rises).timings().get(0).progress(), 1e-9);
        assertEquals(
                List.of(Direction.FALLS, Direction.RISES),
                shape(ScoreTest::fallsAndRises).parts());
        assertEquals(List.of(0.4), shape(ScoreTest::fallsAndRises).turns());
        assertTrue(shape(ScoreTest::oscillates).oscillates());
        assertFalse(shape(ScoreTest::fallsAndRises).oscillates());
        assertTrue(shape(ScoreTest::blowsUp).blowsUp());
        Shape level = new Shape(List.of(Direction.LEVEL), List.of(), List.of(new Shape.Timing(0.5)), false, false);
        assertEquals(level, shape(x -> 5));
        assertEquals(level, shape(x -> Double.NaN), "no curve");
    }

    /** Level until {@code knee}, and then a straight fall. */
    private static DoubleUnaryOperator levelUntil(double knee) {
        return x -> x <= knee ? 9 : 9 - 8 * (x - knee) / (100 - knee);
    }

    @Test
    void progressIsTheMeanShareOfTheChange() {
        // Integrals by hand: (1 − 0.6) / 2 for a fall after 60 %; 2/3 for a falling parabola; 1/a − 1/(eᵃ − 1) for an
        // exponential fall with eᵃ from one end to the other, taken from 1.
        assertEquals(0.2, shape(levelUntil(60)).timings().get(0).progress(), 1e-9);
        assertEquals(
                2.0 / 3,
                shape(x -> Math.pow((x - 100) / 35, 2)).timings().get(0).progress(),
                1e-4);
        double exponential = 1 - (1 / 5.0 - 1 / (Math.exp(5) - 1));
        assertEquals(exponential, shape(ScoreTest::falls).timings().get(0).progress(), 1e-3);
    }

    @Test
    void aSteadyFallIsNotAPlateauAndThenADrop() {
        DoubleUnaryOperator line = x -> 9 - 8 * x / 100;
        Score.OfSketch steady = score(line, levelUntil(60));
        assertEquals(List.of(Difference.LATER), steady.differences());
        assertEquals(0.75, steady.shape(), 1e-12);
        assertEquals(List.of(Difference.EARLIER), score(levelUntil(60), line).differences());
        assertEquals(List.of(), score(levelUntil(50), levelUntil(60)).differences());
        assertEquals(
                1,
                score(x -> levelUntil(60).applyAsDouble(x) + 0.5, levelUntil(60))
                        .shape());
        assertTrue(score(line, ScoreTest::falls).differences().contains(Difference.EARLIER));
    }

    @Test
    void curveThatLeavesTheAxisAndReturnsDoesNotBlowUp() {
        assertFalse(shape(x -> 12 - Math.pow((x - 50) / 15, 2)).blowsUp());
    }

    @Test
    void theSameCurveHasTheFullScore() {
        for (DoubleUnaryOperator f : ALL) {
            assertEquals(new Score.OfSketch(1, 0, 1, List.of()), score(f, f));
        }
    }

    @Test
    void differentShapesAreNamed() {
        assertEquals(
                List.of(Difference.DIRECTION, Difference.PLATEAU),
                score(ScoreTest::rises, ScoreTest::falls).differences());
        assertEquals(
                Set.of(Difference.OSCILLATION, Difference.TURN_COUNT, Difference.PLATEAU),
                Set.copyOf(score(ScoreTest::falls, ScoreTest::oscillates).differences()));
        assertEquals(
                List.of(Difference.BLOW_UP),
                score(ScoreTest::rises, ScoreTest::blowsUp).differences());
        DoubleUnaryOperator late = x -> 2 + Math.pow((x - 70) / 25, 2);
        assertEquals(
                List.of(Difference.TURN_PLACE),
                score(late, ScoreTest::fallsAndRises).differences());
        assertEquals(0.75, score(late, ScoreTest::fallsAndRises).shape(), 1e-12);
        assertTrue(score(x -> 10 - fallsAndRises(x), ScoreTest::fallsAndRises)
                .differences()
                .contains(Difference.DIRECTION));
    }

    @Test
    void theShapeCountsMoreThanTheDistance() {
        // Two units higher, but of the right shape; and close to the mean, but level
        DoubleUnaryOperator bowl = x -> 1 + Math.pow((x - 40) / 30, 2);
        Score.OfSketch shifted = score(x -> bowl.applyAsDouble(x) + 2, bowl);
        Score.OfSketch level = score(x -> 2, bowl);
        assertEquals(1, shifted.shape());
        assertEquals(0.2, shifted.distance(), 1e-9);
        assertTrue(level.distance() < shifted.distance());
        assertTrue(level.value() < shifted.value());
    }

    @Test
    void distanceIsThatBetweenTheCurves() {
        assertEquals(0.3, score(x -> 5, x -> 2).distance(), 1e-12);
        assertEquals(0.1 / (0.1 + 0.3), score(x -> 5, x -> 2).closeness(), 1e-12);
        assertEquals(1, score(x -> Double.NaN, x -> 2).distance(), "nothing was drawn");
        assertEquals(0.5, score(x -> x <= 50 ? 2 : Double.NaN, x -> 2).distance(), 0.02, "half was drawn");
        assertEquals(0.2, score(x -> 8, x -> 25).distance(), 1e-12, "beyond the axis counts as its end");
    }

    @Test
    void comparesWhereTheComputedCurveExists() {
        assertEquals(0, score(x -> 5, x -> x <= 30 ? 5 : Double.NaN).distance(), 1e-12);
    }

    @Property(tries = 60)
    void scalingBothAxesDoesNotMatter(
            @ForAll @DoubleRange(min = 0.01, max = 1000) double factor,
            @ForAll @DoubleRange(min = -50, max = 50) double shift) {
        Axis scaled = new Axis("f", shift, shift + 10 * factor, false);
        Sketch sketch = new Sketch(ANY, X, scaled, 0.1);
        for (DoubleUnaryOperator drawn : ALL) {
            for (DoubleUnaryOperator actual : ALL) {
                Score.OfSketch plain = score(drawn, actual);
                Score.OfSketch other = Score.ofSketch(
                        curve(x -> shift + factor * drawn.applyAsDouble(x)),
                        curve(x -> shift + factor * actual.applyAsDouble(x)),
                        sketch);
                assertEquals(plain.shape(), other.shape(), 1e-9);
                assertEquals(plain.distance(), other.distance(), 1e-9);
            }
        }
    }

    @Property(tries = 60)
    void unsteadyHandDoesNotMatter(@ForAll long seed) {
        for (DoubleUnaryOperator f : ALL) {
            Random random = new Random(seed);
            double most = Shape.NOISE * 10 * 0.2;
            Score.OfSketch score = score(x -> f.applyAsDouble(x) + most * (2 * random.nextDouble() - 1), f);
            assertTrue(score.differences().isEmpty(), () -> score.toString());
            assertTrue(score.value() > 0.9, () -> score.toString());
        }
    }

    @Property(tries = 200)
    void everyScoreIsBetweenZeroAndOne(@ForAll long seed) {
        Random random = new Random(seed);
        double a = random.nextDouble() * 20 - 5;
        double b = random.nextDouble() * 20 - 5;
        double c = random.nextDouble();
        DoubleUnaryOperator wild = x -> random.nextDouble() < 0.05 ? Double.NaN : a + b * Math.sin(c * x);
        for (DoubleUnaryOperator actual : ALL) {
            Score.OfSketch score = score(wild, actual);
            assertTrue(score.value() >= 0 && score.value() <= 1, score::toString);
        }
    }

    @Test
    void numbersAreScoredInTolerances() {
        assertEquals(1, Score.ofNumber(26, 26, 10).value());
        assertEquals(1, Score.ofNumber(36, 26, 10).value());
        assertEquals(2, Score.ofNumber(46, 26, 10).distance());
        assertEquals(0.5, Score.ofNumber(6, 26, 10).value());
        assertEquals(0.25, Score.ofNumber(56, 26, 10).value());
    }

    @Test
    void ordersAreScoredByPairs() {
        List<Item> items = List.of(new Item("a", "a", ANY), new Item("b", "b", ANY), new Item("c", "c", ANY));
        assertEquals(new Score.OfOrder(3, 3), Score.ofOrder(List.of("a", "b", "c"), items));
        assertEquals(new Score.OfOrder(2, 3), Score.ofOrder(List.of("b", "a", "c"), items));
        assertEquals(0, Score.ofOrder(List.of("c", "b", "a"), items).value());
        assertThrows(IllegalArgumentException.class, () -> Score.ofOrder(List.of("a", "b"), items));
        assertThrows(IllegalArgumentException.class, () -> Score.ofOrder(List.of("a", "b", "b"), items));
    }

    @Test
    void choicesAreRightOrWrong() {
        assertEquals(1, new Score.OfChoice(true).value());
        assertEquals(0, new Score.OfChoice(false).value());
    }

    /** An alternating part of 8 % of the height, as the validation loss of a run has it. */
    private static double noisy(double x) {
        return fallsAndRises(x) + (x % 2 == 0 ? -0.8 : 0.8);
    }

    private static double bumpy(double x) {
        return fallsAndRises(x) + 1.5 * Math.max(0, Math.sin(6 * Math.PI * x / 100));
    }

    @Test
    void noiseFromPointToPointIsNoOscillation() {
        assertEquals(
                shape(ScoreTest::fallsAndRises).parts(), shape(ScoreTest::noisy).parts());
        assertEquals(
                List.of(), score(ScoreTest::fallsAndRises, ScoreTest::noisy).differences());
        assertEquals(1, score(ScoreTest::fallsAndRises, ScoreTest::noisy).shape());
        Score.OfSketch bumpy = score(ScoreTest::bumpy, ScoreTest::noisy);
        assertTrue(bumpy.differences().contains(Difference.TURN_COUNT), bumpy::toString);
        assertTrue(bumpy.shape() < 0.6, bumpy::toString);
    }
}

package hyperlab.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.finding.Argument;
import hyperlab.finding.Finding;
import hyperlab.finding.Message;
import hyperlab.finding.Severity;
import hyperlab.optim.Adam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Sgd;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DescentDoctorTest {
    private static final ObjectiveFunction PARABOLA = ObjectiveFunctions.of("parabola", Map.of("curvature", 1.0));

    private static List<Finding<DescentEvidence, Double>> examine(
            ObjectiveFunction objective, DescentRunSettings... descents) {
        return DescentDoctor.examine(
                objective,
                IntStream.range(0, descents.length)
                        .mapToObj(index -> new DescentDoctor.ExaminedDescent(
                                index, descents[index], GradientDescent.run(objective, descents[index])))
                        .toList());
    }

    private static DescentRunSettings sgd(double start, double rate, int steps) {
        return descent(List.of(start), rate, Sgd.DEFAULT, steps);
    }

    private static DescentRunSettings descent(List<Double> start, double rate, Optimizer optimizer, int steps) {
        return new DescentRunSettings(start, rate, optimizer, steps);
    }

    private static Finding<DescentEvidence, Double> only(ObjectiveFunction objective, DescentRunSettings descent) {
        List<Finding<DescentEvidence, Double>> results = examine(objective, descent);
        assertEquals(1, results.size(), results.toString());
        return results.get(0);
    }

    private static double number(Finding<?, ?> finding, int index) {
        return ((Argument.Quantity) finding.arguments().get(index)).value();
    }

    private static double remedy(Finding<?, Double> finding) {
        return Objects.requireNonNull(finding.remedy()).change();
    }

    @Test
    void rateAboveLimitDivergesByItsFactor() {
        Finding<DescentEvidence, Double> found = only(PARABOLA, sgd(3.2, 2.1, 20));
        assertEquals("learning-rate.doctor.diverges", found.key());
        assertEquals(Severity.DANGER, found.severity());
        assertEquals(2.1, number(found, 0));
        assertEquals(2, number(found, 1), 1e-15);
        assertEquals(2.1, number(found, 2));
        assertEquals(1, number(found, 3));
        assertEquals(-1.1, number(found, 4), 1e-12);
        assertEquals(10, number(found, 5), 1e-9);
        assertEquals(Argument.literal("c"), found.arguments().get(6));
        assertEquals(1.9, remedy(found));
        assertEquals(
                Message.of("learning-rate.doctor.set", Argument.number(1.9)),
                Objects.requireNonNull(found.remedy()).label());
    }

    @Test
    void momentumRaisesTheLimit() {
        Optimizer momentum = new Sgd(0.5, false);
        assertEquals(List.of(), examine(PARABOLA, descent(List.of(3.2), 2.5, momentum, 200)));
        Finding<DescentEvidence, Double> found = only(PARABOLA, descent(List.of(3.2), 3.1, momentum, 20));
        assertEquals("learning-rate.doctor.divergesMomentum", found.key());
        assertEquals(3, number(found, 1), 1e-12);
        assertTrue(number(found, 2) > 0);
        assertEquals(2.85, remedy(found));
    }

    @Test
    void steepestDirectionSetsLimitOnSurface() {
        ObjectiveFunction ravine = ObjectiveFunctions.of("ravine", Map.of("condition", 20.0));
        Finding<DescentEvidence, Double> found = only(ravine, descent(ravine.start(), 0.11, Sgd.DEFAULT, 40));
        assertEquals("learning-rate.doctor.divergesSurface", found.key());
        assertEquals(0.1, number(found, 1), 1e-15);
        assertEquals(-1.2, number(found, 4), 1e-12);
    }

    @Test
    void rateAtLimitBounces() {
        Finding<DescentEvidence, Double> found = only(PARABOLA, sgd(3.2, 2, 20));
        assertEquals("learning-rate.doctor.bounces", found.key());
        assertEquals(List.of(Argument.number(2), Argument.literal("c")), found.arguments());
        assertEquals(1.9, remedy(found));
        ObjectiveFunction bowl = ObjectiveFunctions.of("bowl", Map.of("curvatureX", 1.0, "curvatureY", 4.0));
        assertEquals(
                "learning-rate.doctor.bouncesSurface",
                only(bowl, descent(bowl.start(), 0.5, Sgd.DEFAULT, 20)).key());
    }

    @Test
    void smallRateIsSlowByClosedForm() {
        Finding<DescentEvidence, Double> found = only(PARABOLA, sgd(3.2, 0.1, 20));
        assertEquals("learning-rate.doctor.slow", found.key());
        assertEquals(Severity.NOTE, found.severity());
        assertEquals(
                List.of(Argument.number(0.1), Argument.integer(22), Argument.number(0.5), Argument.integer(4)),
                found.arguments());
        assertEquals(0.5, remedy(found));
        assertEquals(
                Message.of("learning-rate.doctor.try", Argument.number(0.5)),
                Objects.requireNonNull(found.remedy()).label());
        assertEquals(List.of(), examine(PARABOLA, sgd(3.2, 0.5, 20)));
        assertEquals(List.of(), examine(PARABOLA, sgd(3.2, 1.8, 20)));
    }

    @Test
    void closedFormDoesNotApplyWithNoise() {
        DescentRunSettings noisy =
                sgd(3.2, 0.1, 100).withNoise(new DescentRunSettings.GradientErrorSettings(0.01, 1, 7));
        assertEquals(List.of(), examine(PARABOLA, noisy));
    }

    @Test
    void findsFiniteRateByTrial() {
        ObjectiveFunction doubleWell = ObjectiveFunctions.of("doubleWell");
        Finding<DescentEvidence, Double> found = only(doubleWell, sgd(1.8, 5, 20));
        assertEquals("learning-rate.doctor.divergedBetter", found.key());
        DescentPath path = GradientDescent.run(doubleWell, sgd(1.8, 5, 20));
        assertEquals(Argument.integer(path.steps() + 1), found.arguments().get(1));
        assertEquals(remedy(found), number(found, 2));
        assertTrue(!GradientDescent.run(doubleWell, sgd(1.8, remedy(found), 20)).diverged());
        assertTrue(
                GradientDescent.run(doubleWell, sgd(1.8, 2 * remedy(found), 20)).diverged());
    }

    @Test
    void doesNotRetryLongDivergedPaths() {
        ObjectiveFunction doubleWell = ObjectiveFunctions.of("doubleWell");
        Finding<DescentEvidence, Double> found = only(doubleWell, sgd(1.8, 5, 2_001));
        assertEquals("learning-rate.doctor.diverged", found.key());
        assertEquals(2, found.arguments().size());
        assertNull(found.remedy());
    }

    @Test
    void pathEndingHigherThanStartClimbs() {
        ObjectiveFunction waves = ObjectiveFunctions.of("x^2/4 + sin(3x)", Map.of());
        DescentRunSettings climbing = descent(List.of(-0.5), 3, Adam.DEFAULT, 1);
        Finding<DescentEvidence, Double> found = only(waves, climbing);
        assertEquals("learning-rate.doctor.climbsBetter", found.key());
        assertEquals(Argument.integer(1), found.arguments().get(1));
        assertTrue(number(found, 2) > number(found, 3));
        DescentPath remedied = GradientDescent.run(waves, climbing.withLearningRate(remedy(found)));
        assertTrue(remedied.value(1) < remedied.value(0));
        assertEquals(remedy(found), number(found, 4));
    }

    @Test
    void higherMinimumTrapsPath() {
        ObjectiveFunction doubleWell = ObjectiveFunctions.of("(x^2 - 1)^2 + x/10", Map.of());
        Finding<DescentEvidence, Double> found = only(doubleWell, sgd(1.5, 0.05, 500));
        assertEquals("learning-rate.doctor.trapped", found.key());
        assertEquals(Severity.WARNING, found.severity());
        assertNull(found.remedy());
        assertEquals(0.1, number(found, 2), 0.01);
        assertEquals(-0.1, number(found, 4), 0.01);
        assertEquals(List.of(), examine(doubleWell, sgd(-1.5, 0.05, 500)));
        ObjectiveFunction surface = ObjectiveFunctions.of("styblinskiTang");
        assertEquals(
                "learning-rate.doctor.trappedSurface",
                only(surface, descent(List.of(2.0, 2.0), 0.01, Sgd.DEFAULT, 200))
                        .key());
    }

    @Test
    void suggestsFasterRateForUnfinishedDescent() {
        ObjectiveFunction shifted = ObjectiveFunctions.of("(x - 1)^2/2 + 3", Map.of());
        Finding<DescentEvidence, Double> found = only(shifted, sgd(4, 0.001, 20));
        assertEquals("learning-rate.doctor.unfinishedBetter", found.key());
        assertEquals(Argument.integer(20), found.arguments().get(1));
        assertEquals(100 * Math.pow(0.999, 40), number(found, 2), 1e-6);
        assertEquals(remedy(found), number(found, 3));
        Finding<DescentEvidence, Double> hopeless = only(shifted, sgd(4, 1e-9, 20));
        assertEquals("learning-rate.doctor.unfinished", hopeless.key());
        assertNull(hopeless.remedy());
        assertEquals(List.of(), examine(shifted, sgd(4, 0.5, 20)));
    }

    @Test
    void ordersFindingsBySeverity() {
        List<Finding<DescentEvidence, Double>> results =
                examine(PARABOLA, sgd(3.2, 0.1, 20), sgd(3.2, 1, 20), sgd(3.2, 2, 20), sgd(3.2, 2.1, 20));
        assertEquals(
                List.of(3, 2, 0),
                results.stream().map(finding -> finding.evidence().descent()).toList());
    }

    @Test
    void ignoresNonFiniteStart() {
        assertEquals(List.of(), examine(ObjectiveFunctions.of("log(x)", Map.of()), sgd(-1, 0.1, 20)));
    }

    @Test
    void claimsNothingWhereTheLimitIsNoNumber() {
        for (double curvature : new double[] {1e-320, 1e-308}) {
            ObjectiveFunction flat = ObjectiveFunctions.of("parabola", Map.of("curvature", curvature));
            assertEquals(List.of(), examine(flat, sgd(3.2, 0.1, 20)));
        }
    }
}

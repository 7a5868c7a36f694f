package hyperlab.lab.learningrate.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.batch.PathDistribution;
import hyperlab.chart.batch.BatchSizeChart;
import hyperlab.chart.descent.VarianceChart;
import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentRunSettings;
import hyperlab.descent.GradientDescent;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.descent.RepeatedNoiseSettings;
import hyperlab.lab.learningrate.LearningRateViewModel;
import hyperlab.lab.learningrate.NoiseChartModels;
import hyperlab.lab.learningrate.NoiseProperties;
import hyperlab.lab.learningrate.NoiseText;
import hyperlab.optim.Adam;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoisyDescentsTest {
    private final List<Runnable> waiting = new ArrayList<>();
    private final LearningRateViewModel lab = new LearningRateViewModel(waiting::add, Runnable::run);
    private final NoiseProperties noise = lab.settings().noise();

    private NoisyDescents.NoisyDescentResults found() {
        return lab.noisyDescents().resultsProperty().get();
    }

    private void on() {
        noise.enabledProperty().set(true);
    }

    @Test
    void repeatsThePathOfTheSelectedRacerOnlyWhenEnabled() {
        assertTrue(found().isEmpty());
        on();
        assertEquals(
                List.of(1, 4, 16, 64, 256),
                found().clouds().stream().map(PathDistribution::batchSize).toList());
        assertTrue(found().clouds().stream().allMatch(cloud -> cloud.pathCount() == 200));
        assertEquals(1, found().progress());
        assertFalse(found().running());
        lab.undo().undo();
        assertTrue(found().isEmpty());
        lab.undo().redo();
        assertFalse(found().isEmpty());
    }

    @Test
    void firstPathMatchesTheCommandLine() {
        noise.deviationProperty().set(1.5);
        noise.batchSizeProperty().set(8);
        noise.seedProperty().set(7);
        on();
        PathDistribution cloud = found().clouds().get(0);
        assertEquals(8, cloud.batchSize());
        DescentPath path = GradientDescent.run(
                ObjectiveFunctions.of("parabola", Map.of("curvature", 1.0)),
                new DescentRunSettings(
                        List.of(3.2),
                        0.1,
                        Sgd.DEFAULT,
                        Schedule.ConstantRate.DEFAULT,
                        new DescentRunSettings.GradientErrorSettings(1.5, 8, 7),
                        20));
        for (int row = 0; row < path.rows(); row++) {
            assertEquals(path.x(row), cloud.coordinate(0, row, 0));
        }
    }

    @Test
    void recomputesOnlyAfterChangesThatAffectThePath() {
        on();
        NoisyDescents.NoisyDescentResults before = found();
        lab.setVisible(2, false);
        lab.playback().seek(9);
        assertSame(before, found());
        lab.select(1);
        assertEquals(1, found().racer());
        assertEquals(1.0, found().study().settings().learningRate());
        lab.settings().constant("curvature").set(2.0);
        assertNotSame(before, found());
        assertEquals(2.0, found().study().objective().largestCurvature(0));
        lab.settings().optimizerProperty().set(Adam.DEFAULT);
        assertEquals(Optional.empty(), found().expectedVariance(1, 5));
    }

    @Test
    void expectedVarianceFallsAsOneOverB() {
        on();
        double one = found().expectedVariance(1, 20).orElseThrow();
        assertEquals(0.1 * 4 / 1.9 * (1 - Math.pow(0.9, 40)), one, 1e-12);
        assertEquals(one / 64, found().expectedVariance(64, 20).orElseThrow(), 1e-15);
    }

    @Test
    void computesLongPathsOnAWorkerWhileShowingThePreviousOnes() {
        on();
        NoisyDescents.NoisyDescentResults before = found();
        noise.walksProperty().set(2_000);
        assertEquals(before.clouds(), found().clouds());
        assertTrue(found().running());
        waiting.remove(0).run();
        assertEquals(2_000, found().clouds().get(0).pathCount());
        assertFalse(found().running());
        assertEquals(1, found().progress());
    }

    @Test
    void showsOnlyTheNewest() {
        on();
        noise.walksProperty().set(1_000);
        noise.walksProperty().set(2_000);
        waiting.get(1).run();
        waiting.get(0).run();
        assertEquals(2_000, found().clouds().get(0).pathCount());
        noise.walksProperty().set(1_500);
        noise.walksProperty().set(200);
        waiting.get(2).run();
        assertEquals(200, found().clouds().get(0).pathCount());
        assertFalse(found().running());
    }

    @Test
    void stoppedPathsStayUntilTheLabIsShownAgain() {
        on();
        noise.walksProperty().set(2_000);
        lab.noisyDescents().stop();
        assertFalse(found().running());
        waiting.remove(0).run();
        assertEquals(200, found().clouds().get(0).pathCount());
        lab.noisyDescents().resume();
        waiting.remove(0).run();
        assertEquals(2_000, found().clouds().get(0).pathCount());
        lab.noisyDescents().resume();
        assertTrue(waiting.isEmpty());
    }

    @Test
    void documentRestoresSettings() {
        noise.deviationProperty().set(3);
        noise.batchSizeProperty().set(16);
        noise.walksProperty().set(50);
        noise.seedProperty().set(-3);
        on();
        LearningRateViewModel other = new LearningRateViewModel(waiting::add, Runnable::run);
        other.open(lab.document());
        assertEquals(
                new RepeatedNoiseSettings(true, 3, 16, 50, -3), other.setup().noise());
        assertEquals(
                16,
                other.noisyDescents().resultsProperty().get().clouds().get(0).batchSize());
        assertNotEquals(RepeatedNoiseSettings.DEFAULT, other.setup().noise());
    }

    // charts and text

    private NoiseChartModels pictures(int step) {
        return new NoiseChartModels(Texts.in(Language.ENGLISH), found(), step);
    }

    @Test
    void chartsShowKnownFloorOrElseOnlyMeasurement() {
        lab.settings().stepsProperty().set(60);
        on();
        VarianceChart.Model parabola = pictures(60).varianceModel();
        assertEquals(0.1 * 4 / 1.9, parabola.floor(), 1e-12);
        VarianceChart.Point last = parabola.measured().get(parabola.measured().size() - 1);
        assertEquals(60, last.step());
        assertTrue(last.low() < parabola.floor() && parabola.floor() < last.high());
        BatchSizeChart.Model batches = pictures(60).batchSizesModel();
        assertEquals(5, batches.lines().get(0).points().size());
        lab.settings().functionProperty().set("doubleWell");
        assertTrue(Double.isNaN(pictures(60).varianceModel().floor()));
        assertEquals(0, pictures(60).varianceModel().predicted().size());
        assertEquals(0, pictures(60).batchSizesModel().lines().get(0).points().size());
        assertEquals(5, pictures(60).batchSizesModel().lines().get(1).points().size());
    }

    @Test
    void surfaceBandCoversXAndVarianceCoversBothCoordinates() {
        lab.settings().functionProperty().set("himmelblau");
        lab.settings().learningRateProperty().set(0.01);
        on();
        PathDistribution cloud = found().clouds().get(0);
        assertEquals(cloud.variance(20).value(), cloud.variance(20, 0) + cloud.variance(20, 1), 1e-12);
        var walks = pictures(20).pathsModel(-6, 6);
        int last = walks.mean().size() - 1;
        assertEquals(
                Math.sqrt(cloud.variance(20, 0)),
                walks.high().y(last) - walks.mean().y(last),
                1e-12);
        assertEquals("variance of x + of y", pictures(20).varianceModel().valueTitle());
        assertEquals("spread σ of (x, y)", pictures(20).batchSizesModel().valueTitle());
    }

    @Test
    void drawsPathsInCurveWindowAndDivergingOnesToTheirEnd() {
        lab.settings().learningRateProperty().set(30);
        lab.settings().stepsProperty().set(300);
        on();
        waiting.remove(0).run();
        assertEquals(-6, pictures(3).pathsModel(-6, 6).bottom());
        assertEquals(6, pictures(3).pathsModel(-6, 6).top());
        assertEquals(0, pictures(300).pathsModel(-6, 6).points().size());
        String said = new NoiseText(Texts.in(Language.ENGLISH)).describeSpread(found(), 300);
        assertTrue(said.contains("Paths that diverged: 200"), said);
        assertEquals(
                "It does not settle: the rate diverges, or it keeps changing.",
                new NoiseText(Texts.in(Language.ENGLISH)).describeStationaryVariance(found()));
    }

    @Test
    void formulaUsesCurrentNumbersForPlainStepsOnTheParabolaOnly() {
        on();
        String formula = NoiseText.formula(found());
        assertTrue(formula.contains("\\frac{0.1 \\cdot 2^2}{1 \\cdot 1\\,(2 - 0.1 \\cdot 1)} = 0.211"), formula);
        lab.settings().optimizerProperty().set(new Sgd(0.5, false));
        assertEquals("", NoiseText.formula(found()));
        assertTrue(new NoiseText(Texts.in(Language.ENGLISH))
                .describeStationaryVariance(found())
                .startsWith("It settles at **"));
        lab.settings().functionProperty().set("doubleWell");
        assertEquals("", NoiseText.formula(found()));
        assertEquals("", new NoiseText(Texts.in(Language.ENGLISH)).describeStationaryVariance(found()));
        String said = new NoiseText(Texts.in(Language.ENGLISH)).describeSpread(found(), 20);
        assertTrue(said.contains("only measured"), said);
    }
}

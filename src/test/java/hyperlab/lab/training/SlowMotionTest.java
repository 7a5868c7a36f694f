package hyperlab.lab.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.training.StepChart.Link;
import hyperlab.chart.training.StepChart.Phase;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.lab.training.motion.SlowMotion.SlowMotionState;
import hyperlab.lab.training.motion.TracedUpdate.DenseTrace;
import hyperlab.lab.training.run.StageChart;
import hyperlab.nn.Activation;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SlowMotionTest {
    private final TrainingViewModel lab = new TrainingViewModel((name, work) -> work.run(), Runnable::run);

    private SlowMotionState shown() {
        return Objects.requireNonNull(lab.slowMotion().stateProperty().get());
    }

    @Test
    void thereIsNoNextStepOnceTheRunHasEnded() {
        lab.settings().learning().epochs().set(1);
        assertTrue(lab.slowMotion().canGoOn());
        lab.playback().stepForward();
        assertNotNull(lab.viewStateProperty().get().outcome());
        assertFalse(lab.slowMotion().canGoOn(), "the button would do nothing");
        lab.playback().reset();
        assertTrue(lab.slowMotion().canGoOn());
        lab.slowMotion().next();
        assertEquals(1, shown().update().trace().step());
    }

    @Test
    void phasesFollowEachOtherAndEachUpdateIsTheNextStepOfTheRun() {
        assertNull(lab.slowMotion().stateProperty().get());
        TrainingRun run =
                new TrainingRun(Experiment.DEFAULT, DataSplitter.loadAndSplit(DataSettings.DEFAULT, 42, null), null);
        for (int step = 1; step <= 3; step++) {
            lab.slowMotion().next();
            assertEquals(Phase.FORWARD, shown().phase());
            assertEquals(step, shown().update().trace().step());
            assertEquals(step, lab.viewStateProperty().get().step());
            List<LayerWeights> before = run.network().weights();
            run.step();
            List<LayerWeights> after = run.network().weights();
            List<DenseTrace> layers = shown().update().layers();
            assertEquals(3, layers.size());
            for (int layer = 0; layer < 3; layer++) {
                assertWeights(
                        (LayerWeights.Dense) before.get(layer),
                        layers.get(layer).before());
                assertWeights(
                        (LayerWeights.Dense) after.get(layer), layers.get(layer).after());
            }
            lab.slowMotion().next();
            lab.slowMotion().back();
            assertEquals(Phase.FORWARD, shown().phase());
            lab.slowMotion().show(Phase.UPDATE);
            assertEquals(step, lab.viewStateProperty().get().step(), "phases perform no step");
        }
        assertFalse(lab.playback().playingProperty().get());
    }

    private static void assertWeights(LayerWeights.Dense expected, double[][] shown) {
        for (int unit = 0; unit < shown.length; unit++) {
            for (int input = 0; input < shown[unit].length; input++) {
                assertEquals(expected.weights()[unit][input], shown[unit][input]);
            }
        }
    }

    @Test
    void gradientOfAWeightIsTheSumOfErrorsTimesInputs() {
        lab.settings().network().activation().set(new Activation.Prelu(0.25));
        lab.slowMotion().next();
        for (DenseTrace layer : shown().update().layers()) {
            for (int unit = 0; unit < layer.before().length; unit++) {
                for (int input = 0; input < layer.before()[unit].length; input++) {
                    double sum = 0;
                    for (int sample = 0; sample < shown().update().samples(); sample++) {
                        sum += layer.sumGradients()[sample][unit] * layer.inputs()[sample][input];
                    }
                    assertEquals(layer.gradients()[unit][input], sum, 1e-14);
                }
            }
        }
    }

    @Test
    void beginsWithTheLargestGradientAndWalksThroughWeightsAndSamples() {
        lab.slowMotion().next();
        Link first = shown().link();
        double largest = Math.abs(shown().update().layers().get(first.column()).gradients()[first.to()][first.from()]);
        for (DenseTrace layer : shown().update().layers()) {
            for (double[] row : layer.gradients()) {
                for (double gradient : row) {
                    assertTrue(Math.abs(gradient) <= largest);
                }
            }
        }
        for (int k = 0; k < 2 * 8 + 8 * 8 + 8 * 2; k++) {
            lab.slowMotion().selectNext(1);
        }
        assertEquals(first, shown().link(), "all weights once");
        lab.slowMotion().selectSample(-1);
        assertEquals(31, shown().sample());
    }

    @Test
    void trainingGoesOnFromTheUpdateAndForgetsIt() {
        lab.slowMotion().next();
        lab.playback().stepForward();
        assertNull(lab.slowMotion().stateProperty().get());
        assertEquals(13, lab.viewStateProperty().get().step());
        lab.slowMotion().next();
        assertNotNull(lab.slowMotion().stateProperty().get());
        lab.settings().data().noise().set(0.2);
        assertNull(lab.slowMotion().stateProperty().get());
        assertEquals(0, lab.viewStateProperty().get().step());
    }

    @Test
    void takesTheStageAndGivesItBack() {
        lab.layout().setChart(1, StageChart.WEIGHTS);
        String before = lab.layout().serialize();
        lab.layout().toggleAlone(StageChart.STEP);
        assertEquals(List.of(StageChart.STEP), lab.layout().visibleCharts(null));
        lab.layout().toggleAlone(StageChart.STEP);
        assertEquals(before, lab.layout().serialize());
    }
}

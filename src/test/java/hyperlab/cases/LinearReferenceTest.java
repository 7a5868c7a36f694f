package hyperlab.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSettings;
import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.optim.Adam;
import hyperlab.optim.Penalty;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.train.Experiment;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearReferenceTest {
    private static Experiment tuned(String source) {
        Experiment experiment = CaseFixtures.experiment(source, 0.1, 9);
        return experiment
                .withNetwork(experiment
                        .network()
                        .withHidden(List.of(8, 8))
                        .withDropout(0.5)
                        .withConvolutions(source.equals("digits") ? List.of(ConvolutionSpec.DEFAULT) : List.of()))
                .withTraining(
                        experiment.training().withOptimizer(new Sgd(0.9, false)).withPenalty(new Penalty(0.1, 0.2)));
    }

    private static Experiment reference(Experiment tuned) {
        DataSplit split = DataSplitter.loadAndSplit(tuned.data(), tuned.seed(), null);
        return LinearReference.of(tuned, split.all(), split.train().samples());
    }

    @Test
    void classificationKeepsTheTunedTraining() {
        DataSettings unscaled = tuned("wine").data().withStandardize(false);
        Experiment linear = reference(tuned("wine").withData(unscaled));

        assertEquals(List.of(), linear.network().hidden());
        assertEquals(0, linear.network().dropout());
        assertEquals(tuned("wine").training().withPenalty(Penalty.NONE), linear.training());
        assertTrue(linear.data().standardize());
        assertEquals(unscaled.splitSettings(), linear.data().splitSettings());
    }

    @Test
    void imagesAreNotStandardized() {
        Experiment linear = reference(tuned("digits"));

        assertEquals(List.of(), linear.network().convolutions());
        assertFalse(linear.data().standardize());
    }

    /** 9 epochs of 8 steps of 32 of 232 rows; ten times the largest target, 346, in 72 steps is about 50 a step. */
    @Test
    void regressionHasARateThatReachesTheTargets() {
        Experiment linear = reference(tuned("diabetes"));

        assertEquals(Adam.DEFAULT, linear.training().optimizer());
        assertEquals(Schedule.CosineAnnealing.DEFAULT, linear.training().schedule());
        assertEquals(50, linear.training().learningRate());
        assertEquals(9, linear.training().epochs());
        assertEquals(Penalty.NONE, linear.training().penalty());
    }
}

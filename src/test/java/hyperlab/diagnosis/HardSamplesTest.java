package hyperlab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.nn.Loss;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HardSamplesTest {
    private static double[] filled(int count, double loss, double... others) {
        double[] losses = new double[count + others.length];
        Arrays.fill(losses, loss);
        System.arraycopy(others, 0, losses, count, others.length);
        return losses;
    }

    @Test
    void countsTheSamplesThatMakeTheDifference() {
        HardSamples hard = HardSamples.of(filled(98, 0.01, 1, 3), filled(10, 0.01));
        assertEquals(2, hard.count());
        assertEquals(100, hard.samples());
        assertEquals(4 / 4.98, hard.lossShare(), 1e-12);
        assertEquals(0.01, hard.trainMedian());
        assertEquals(0.01, hard.validationMedian());
    }

    @Test
    void noneIfTheTrainingLossIsNotAbove() {
        HardSamples hard = HardSamples.of(filled(4, 0.5), filled(4, 0.5));
        assertEquals(0, hard.count());
        assertEquals(0, hard.lossShare());
    }

    @Test
    void allIfEverySampleIsHarder() {
        HardSamples hard = HardSamples.of(filled(4, 0.5), filled(4, 0.1));
        assertEquals(4, hard.count());
        assertEquals(1, hard.lossShare());
    }

    /** The numbers come from {@code hard_samples.py}, which reads what {@code hyperlab train} writes. */
    @Test
    void agreesWithTheSavedPredictionsOfTheDefaultRun() {
        Experiment experiment = Experiment.DEFAULT;
        DataSplit partition = DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), null);
        TrainingRun run = new TrainingRun(experiment, partition, null);
        run.train(report -> {}, () -> false);
        HardSamples hard = HardSamples.of(partition, run.ensemble()::predict, Loss.CROSS_ENTROPY);
        assertEquals(12, hard.count());
        assertEquals(0.8921842825557632, hard.lossShare(), 1e-6);
        assertEquals(3.096577586971769e-08, hard.trainMedian(), 1e-13);
        assertEquals(7.269896221724615e-08, hard.validationMedian(), 1e-13);
    }
}

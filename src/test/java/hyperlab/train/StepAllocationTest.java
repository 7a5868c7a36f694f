package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import hyperlab.image.ImageShape;
import hyperlab.nn.Activation;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.optim.Penalty;
import hyperlab.random.RandomStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StepAllocationTest {
    private static final int SIDE = 9;

    static Stream<NetworkSettings> networks() {
        NetworkSettings dense = NetworkSettings.DEFAULT.withHidden(List.of(40, 5));
        return Stream.of(
                dense.withActivation(new Activation.Tanh()).withDropout(0.2),
                dense.withActivation(new Activation.Maxout(2)),
                dense.withActivation(new Activation.Prelu(0.25)),
                dense.withConvolutions(
                        List.of(new ConvolutionSpec(3, 3, 1, 1, 2), new ConvolutionSpec(5, 3, 2, 1, 1))));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void stepAllocatesNothingOnceBuffersHaveGrown(NetworkSettings network) {
        RandomStream stream = RandomStream.named(1, "pixels");
        double[][] pixels = new double[50][SIDE * SIDE];
        double[] targets = new double[50];
        for (int row = 0; row < 50; row++) {
            for (int i = 0; i < pixels[row].length; i++) {
                pixels[row][i] = stream.nextDouble();
            }
            targets[row] = stream.nextInt(3);
        }
        Experiment experiment = Experiment.DEFAULT
                .withNetwork(network)
                .withTraining(TrainingSettings.DEFAULT
                        .withLearningRate(1e-3)
                        .withBatchSize(new BatchSize(16))
                        .withPenalty(new Penalty(1e-4, 1e-4)));
        EnsembleTrainer members = new EnsembleTrainer(
                experiment, TestPartitions.of(pixels, targets, 40, 3, new ImageShape(1, SIDE, SIDE)), null);
        assertTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        steps(members, 3);
        long before = threads.getCurrentThreadAllocatedBytes();
        steps(members, 30);
        long bytes = (threads.getCurrentThreadAllocatedBytes() - before) / 30;
        assertTrue(bytes < 100, bytes + " bytes a step, over full and smaller batches");
    }

    private static void steps(EnsembleTrainer members, int count) {
        for (int i = 0; i < count; i++) {
            if (!members.hasNext()) {
                members.startEpoch();
            }
            members.step(16, 1e-3);
        }
    }
}

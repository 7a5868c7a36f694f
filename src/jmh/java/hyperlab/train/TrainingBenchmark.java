package hyperlab.train;

import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.nn.MatrixOpsChoice;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures one optimizer step of each workload in src/jmh/workloads; samples per second are the score times the batch
 * size. To measure allocations per step, use the {@code gc} profiler: {@code -Djmh.args="TrainingBenchmark -prof gc"}.
 *
 * <p>Each workload runs with both implementations of the matrix products. {@code -p matrixOps=KERNELS} measures only
 * the one that the program uses. Convolutions always use {@link hyperlab.nn.kernel.ConvolutionKernel}, so W5 differs
 * only in its output layer.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TrainingBenchmark {
    /** File name of the workload, without extension. */
    @Param({"W1", "W2", "W3", "W4", "W4b", "W5"})
    public String workload;

    /** The matrix products of the dense layers. */
    @Param
    public MatrixOpsChoice matrixOps = MatrixOpsChoice.KERNELS;

    private Experiment experiment = Experiment.DEFAULT;
    private EnsembleTrainer members;

    /** Creates a new network for the workload's data. */
    @Setup
    public void start() {
        Path file = Path.of("src/jmh/workloads", workload + ".hyperlab.json");
        if (!(Documents.read(file) instanceof Document.OfExperiment document)) {
            throw new IllegalArgumentException(file + " is no experiment");
        }
        experiment = document.experiment();
        DataSplit partition = DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), file.getParent());
        members = new EnsembleTrainer(experiment, partition, null, matrixOps.factory());
    }

    /** Trains on one mini-batch. */
    @Benchmark
    public double step() {
        if (!members.hasNext()) {
            members.startEpoch();
        }
        TrainingSettings settings = experiment.training();
        members.step(settings.batchSize().samples(), settings.learningRate());
        return members.batchLoss();
    }
}

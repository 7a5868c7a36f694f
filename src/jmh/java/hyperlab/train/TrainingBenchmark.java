package hyperlab.train;

import hyperlab.data.DataSet;
import hyperlab.data.Partition;
import hyperlab.data.Task;
import hyperlab.nn.Activation;
import hyperlab.nn.Initializer;
import hyperlab.optim.Adam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Sgd;
import hyperlab.random.RandomStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
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
 * One optimizer step with its mini-batch; samples a second are the score times the batch size. All rows but one train, so
 * that the evaluation at an epoch's end, a forward pass over the training part, is the only other cost.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TrainingBenchmark {
    /** Layers and batch size: units from inputs to outputs, then {@code @batch}. */
    @Param({"2-4-2-1@10", "2-8-8-8-1@10", "4-16-16-3@16", "784-128-10@32", "784-128-10@128"})
    public String workload;

    private Experiment experiment = Experiment.DEFAULT;
    private Partition partition;
    private TrainingRun run;

    /** Data of the right shape: tanh and plain SGD for one output, ReLU and Adam for classes. */
    @Setup
    public void start() {
        String[] parts = workload.split("@", 2);
        String[] widths = parts[0].split("-", -1);
        int inputs = Integer.parseInt(widths[0]);
        int outputs = Integer.parseInt(widths[widths.length - 1]);
        List<Integer> hidden = IntStream.range(1, widths.length - 1)
                .mapToObj(i -> Integer.valueOf(widths[i]))
                .toList();
        boolean classes = outputs > 1;
        Activation activation = classes ? new Activation.Relu() : new Activation.Tanh();
        Optimizer optimizer = classes ? Adam.DEFAULT : Sgd.DEFAULT;
        partition = data(inputs, outputs);
        experiment = Experiment.DEFAULT
                .withNetwork(new NetworkSettings(List.of(), hidden, activation, 0, Initializer.Auto.DEFAULT, null))
                .withTraining(TrainingSettings.DEFAULT
                        .withOptimizer(optimizer)
                        .withLearningRate(0.001)
                        .withBatchSize(new BatchSize(Integer.parseInt(parts[1])))
                        .withEpochs(TrainingSettings.MOST_EPOCHS));
        run = new TrainingRun(experiment, partition, null);
    }

    private static Partition data(int inputs, int outputs) {
        RandomStream stream = RandomStream.named(1, "benchmark");
        int rows = 2001;
        DMatrixRMaj features = new DMatrixRMaj(rows, inputs);
        for (int i = 0; i < features.data.length; i++) {
            features.data[i] = stream.nextGaussian();
        }
        double[] targets = new double[rows];
        for (int row = 0; row < rows; row++) {
            targets[row] = outputs > 1 ? stream.nextInt(outputs) : Math.sin(features.get(row, 0));
        }
        List<String> names = IntStream.range(0, inputs).mapToObj(i -> "x" + i).toList();
        List<String> classNames = IntStream.range(0, outputs > 1 ? outputs : 0)
                .mapToObj(Integer::toString)
                .toList();
        Task task = outputs > 1 ? Task.CLASSIFICATION : Task.REGRESSION;
        DataSet whole = new DataSet("benchmark", features, targets, names, "y", task, classNames, 0, null);
        int[] train = IntStream.range(0, rows - 1).toArray();
        int[] validation = {rows - 1};
        return new Partition(whole, whole.rows(train), whole.rows(validation), train, validation, null);
    }

    /** One step; a run that has used up its epochs begins anew. */
    @Benchmark
    public long step() {
        if (run.outcome() != null) {
            run = new TrainingRun(experiment, partition, null);
        }
        run.step();
        return run.stepCount();
    }
}

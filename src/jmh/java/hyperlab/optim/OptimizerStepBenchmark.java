package hyperlab.optim;

import java.util.Arrays;
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

/** Measures the time of one step of each optimizer on a layer of 10,000 weights. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class OptimizerStepBenchmark {
    private static final int WEIGHTS = 10_000;

    /** Name of the optimizer. */
    @Param({"sgd", "adagrad", "rmsprop", "adadelta", "adam", "nadam", "adamw"})
    public String optimizer;

    private final double[] parameters = new double[WEIGHTS];
    private final double[] gradient = new double[WEIGHTS];
    private OptimizerState state;

    /** Creates a new state, and a gradient without zeros. */
    @Setup
    public void start() {
        state = Optimizer.byName(optimizer).createState(WEIGHTS);
        Arrays.setAll(gradient, i -> Math.sin(i + 1.0));
    }

    @Benchmark
    public double[] step() {
        state.step(parameters, gradient, 1e-3);
        return parameters;
    }
}

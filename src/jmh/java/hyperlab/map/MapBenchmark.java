package hyperlab.map;

import hyperlab.file.MapTrainers;
import hyperlab.peers.MapPeer;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures the pixels per second of two maps on one thread; see {@link MapPeer} for the maps. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MapBenchmark {
    private static final int SIZE = 64;
    private static final Executor NONE = task -> {};

    /** The map. */
    @Param({"w1", "paper"})
    public String map;

    private MapSpecification specification = MapPeer.map("paper", SIZE);

    /** Chooses the map. */
    @Setup
    public void start() {
        specification = MapPeer.map(map, SIZE);
    }

    /** Computes all pixels. */
    @Benchmark
    @OperationsPerInvocation(SIZE * SIZE)
    public MapSnapshot compute() {
        MapComputation computation =
                new MapComputation(specification, MapTrainers.of(specification, null), PixelStore.NONE);
        computation.run(NONE, 1, snapshot -> {}, () -> false);
        return computation.snapshot();
    }
}

package hyperlab.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures how long it takes to inspect and read 100,000 rows of 50 columns, for the first time and after that; goal:
 * under 2 s.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 5)
@Fork(3)
public class LargeTableBenchmark {
    private Path file;

    @Setup
    public void write() throws IOException {
        file = Files.createTempFile("large", ".csv");
        LargeTable.write(file, 100_000);
    }

    /** Deletes the table. */
    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
    }

    /** Reads the file into a data set. */
    @Benchmark
    public DataSet read() throws IOException {
        CsvPreview preview = CsvPreview.read(file);
        return CsvDataReader.read(CsvInference.of(preview).plan().toSettings(file.toString()), null);
    }
}

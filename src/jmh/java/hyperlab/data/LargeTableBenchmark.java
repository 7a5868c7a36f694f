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

/** How long 100,000 rows of 50 columns take to be looked through and read, the first time and then; goal: under 2 s. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 5)
@Fork(3)
public class LargeTableBenchmark {
    private Path file;

    /** Writes the table. */
    @Setup
    public void write() throws IOException {
        file = Files.createTempFile("large", ".csv");
        LargeTable.write(file, 100_000);
    }

    /** Takes the table away. */
    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
    }

    /** From the file to the data set. */
    @Benchmark
    public DataSet read() throws IOException {
        CsvPreview preview = CsvPreview.read(file);
        return CsvData.read(CsvGuess.of(preview).plan().settings(file.toString()), null);
    }
}

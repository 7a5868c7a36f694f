package hyperlab.cli.io;

import hyperlab.tune.TuningStudy;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --threads N}: the number of threads that share large batches. The results do not depend on it. */
public final class ThreadsOption {
    @Option(names = "--threads", paramLabel = "N")
    private @Nullable BigInteger threads;

    /** The given number, by default that of the processors. */
    public int count() {
        return threads == null
                ? Runtime.getRuntime().availableProcessors()
                : OptionValues.within("--threads", threads, 1, TuningStudy.MAX_PARALLEL);
    }
}

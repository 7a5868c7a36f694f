package hyperlab.lab.activation;

import hyperlab.diagnosis.ActivationBenchmark;
import hyperlab.nn.Activation;
import hyperlab.train.IncrementalStudy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The costs of the activation functions that were measured last, which take seconds. A lab that is built again, as for
 * a lesson, shows them. Only Maxout's cost depends on a setting. Thread-safe.
 */
final class MeasuredCosts {
    static final int ROUNDS = 15;
    private static final double SECONDS = 0.0003;
    private static final Map<Integer, List<ActivationBenchmark.ActivationTiming>> KNOWN = new ConcurrentHashMap<>();

    private MeasuredCosts() {}

    /** Measures the costs, unless they are known. */
    static IncrementalStudy<ActivationBenchmark.ActivationTiming> once(List<Activation> functions, int maxoutPieces) {
        List<ActivationBenchmark.ActivationTiming> known = KNOWN.get(maxoutPieces);
        return known == null
                ? again(functions, maxoutPieces)
                : (listener, cancelled) -> listener.resultsChanged(known, 1);
    }

    /** Measures the costs. */
    static IncrementalStudy<ActivationBenchmark.ActivationTiming> again(List<Activation> functions, int maxoutPieces) {
        ActivationBenchmark benchmark = new ActivationBenchmark(functions, ROUNDS, SECONDS);
        return (listener, cancelled) -> benchmark.run(
                (costs, share) -> {
                    if (share == 1) {
                        KNOWN.put(maxoutPieces, costs);
                    }
                    listener.resultsChanged(costs, share);
                },
                cancelled);
    }
}

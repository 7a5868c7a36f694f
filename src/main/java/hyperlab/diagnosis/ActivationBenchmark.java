package hyperlab.diagnosis;

import hyperlab.nn.Activation;
import hyperlab.nn.ActivationPass;
import hyperlab.random.RandomStream;
import hyperlab.train.IncrementalStudy;
import hyperlab.train.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.ejml.data.DMatrixRMaj;

/**
 * Benchmarks activation functions on this machine, forward and backward, as a network's own layer runs them on standard
 * normal sums. All functions are measured once in each round, together with ReLU, so that other load on the machine
 * affects all of them alike. Each measurement is the fastest of {@value #BURSTS} bursts, because interruptions can only
 * slow a burst down. Code reaches full speed only after a warm-up, so sets of rounds are repeated until the medians of
 * two consecutive sets differ by at most a share of {@value #TOLERANCE}, or for {@value #MAX_SETS} sets. Each report
 * replaces the one before, so only the last set counts. For Maxout, only the selection of the largest piece is
 * measured; the cost of its k times as many weights is extra.
 *
 * @param functions the functions to measure
 * @param rounds rounds per set, ≥ 1
 * @param seconds minimum duration of one burst, in seconds
 */
public record ActivationBenchmark(List<Activation> functions, int rounds, double seconds)
        implements IncrementalStudy<ActivationBenchmark.ActivationTiming> {
    private static final int MAX_SETS = 20;
    private static final double TOLERANCE = 0.1;
    private static final int BURSTS = 4;
    private static final int ROWS = 32;
    private static final int UNITS = 64;
    private static final String STREAM = "cost";

    public ActivationBenchmark {
        functions = List.copyOf(functions);
    }

    /**
     * The cost of one function.
     *
     * @param nanos nanoseconds per output, over the rounds
     * @param ratio ratio to ReLU in the same round, over the rounds
     */
    public record ActivationTiming(Activation function, Quantiles nanos, Quantiles ratio) {}

    @Override
    public void run(PartialResultsListener<ActivationTiming> listener, BooleanSupplier cancelled) {
        ActivationTimer relu = new ActivationTimer(new Activation.Relu());
        List<ActivationTimer> all = functions.stream().map(ActivationTimer::new).toList();
        List<ActivationTiming> last = List.of();
        for (int set = 1; set <= MAX_SETS; set++) {
            all.forEach(ActivationTimer::clear);
            for (int round = 0; round < rounds; round++) {
                double reluNanos = relu.measure();
                for (ActivationTimer timed : all) {
                    if (cancelled.getAsBoolean()) {
                        return;
                    }
                    timed.add(timed.function instanceof Activation.Relu ? reluNanos : timed.measure(), reluNanos);
                }
            }
            List<ActivationTiming> costs =
                    all.stream().map(ActivationTimer::cost).toList();
            boolean converged = haveConverged(last, costs);
            listener.resultsChanged(costs, converged ? 1 : (double) set / MAX_SETS);
            if (converged) {
                return;
            }
            last = costs;
        }
    }

    private static boolean haveConverged(List<ActivationTiming> before, List<ActivationTiming> now) {
        if (before.isEmpty()) {
            return false;
        }
        for (int k = 0; k < now.size(); k++) {
            double change = now.get(k).nanos().median() / before.get(k).nanos().median();
            if (Math.abs(change - 1) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    private final class ActivationTimer {
        private final Activation function;
        private final ActivationPass pass;
        private final List<Double> nanos = new ArrayList<>();
        private final List<Double> ratio = new ArrayList<>();

        ActivationTimer(Activation function) {
            this.function = function;
            int pieces = function.pieces();
            DMatrixRMaj sums = new DMatrixRMaj(ROWS, UNITS * pieces);
            RandomStream stream = RandomStream.named(0, STREAM);
            for (int i = 0; i < sums.data.length; i++) {
                sums.data[i] = stream.nextGaussian();
            }
            pass = new ActivationPass(function, sums);
        }

        void clear() {
            nanos.clear();
            ratio.clear();
        }

        void add(double measured, double reluNanos) {
            nanos.add(measured);
            ratio.add(measured / reluNanos);
        }

        /** Nanoseconds per output. */
        double measure() {
            double fastest = Double.POSITIVE_INFINITY;
            for (int burst = 0; burst < BURSTS; burst++) {
                fastest = Math.min(fastest, burst());
            }
            return fastest;
        }

        private double burst() {
            long start = System.nanoTime();
            long now = start;
            long passes = 0;
            while (now - start < seconds * 1e9) {
                pass.run();
                passes++;
                now = System.nanoTime();
            }
            return (double) (now - start) / (passes * pass.outputCount());
        }

        ActivationTiming cost() {
            return new ActivationTiming(function, spread(nanos), spread(ratio));
        }
    }

    private static Quantiles spread(List<Double> numbers) {
        return Quantiles.of(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }
}

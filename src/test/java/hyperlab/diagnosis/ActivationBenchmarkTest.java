package hyperlab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.nn.Activation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivationBenchmarkTest {
    private static final List<Activation> FUNCTIONS =
            List.of(new Activation.Relu(), new Activation.Tanh(), new Activation.Maxout(3), new Activation.Linear());

    @Test
    void reportsCostRelativeToReluInSameRound() {
        List<List<ActivationBenchmark.ActivationTiming>> news = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        new ActivationBenchmark(FUNCTIONS, 3, 1e-5)
                .run(
                        (results, share) -> {
                            news.add(results);
                            shares.add(share);
                        },
                        () -> false);
        assertTrue(shares.size() >= 2 && shares.size() <= 20);
        assertEquals(1, shares.get(shares.size() - 1));
        List<ActivationBenchmark.ActivationTiming> last = news.get(news.size() - 1);
        assertEquals(
                FUNCTIONS,
                last.stream()
                        .map(ActivationBenchmark.ActivationTiming::function)
                        .toList());
        assertEquals(1, last.get(0).ratio().minimum());
        assertEquals(1, last.get(0).ratio().maximum());
        for (ActivationBenchmark.ActivationTiming cost : last) {
            assertTrue(cost.nanos().minimum() > 0 && cost.ratio().minimum() > 0);
            assertTrue(cost.nanos().minimum() <= cost.nanos().median());
        }
    }

    @Test
    void endsWhenCancelled() {
        List<List<ActivationBenchmark.ActivationTiming>> news = new ArrayList<>();
        new ActivationBenchmark(FUNCTIONS, 3, 1e-5).run((results, share) -> news.add(results), () -> true);
        assertTrue(news.isEmpty());
    }
}

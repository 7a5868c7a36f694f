package hyperlab.tune;

import hyperlab.random.RandomStream;
import java.util.List;
import java.util.stream.Stream;

/** Proposes points drawn uniformly. */
final class RandomSearcher extends FixedPointsSearcher {
    RandomSearcher(SearchSpace space, int trials, int epochs, long seed) {
        super(points(space, trials, RandomStream.named(seed, "search")), epochs);
    }

    private static List<double[]> points(SearchSpace space, int trials, RandomStream stream) {
        return Stream.generate(() -> space.draw(stream)).limit(trials).toList();
    }
}

package hyperlab.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BayesianSearcherTest {
    private static final int TRIALS = 40;

    private static double medianRegret(LongFunction<Searcher> searcher, int seeds) {
        double[] regrets = LongStream.rangeClosed(1, seeds)
                .mapToDouble(seed -> SearcherFixtures.best(searcher.apply(seed), SearcherFixtures::branin)
                        - SearcherFixtures.BRANIN_MINIMUM)
                .sorted()
                .toArray();
        return regrets[regrets.length / 2];
    }

    @Test
    void fortyTrialsOnBraninBeatRandomSearch() {
        double bayesian =
                medianRegret(seed -> new BayesianSearcher(SearcherFixtures.BRANIN_SPACE, 8, TRIALS, 1, 1, seed), 5);
        double random = medianRegret(seed -> new RandomSearcher(SearcherFixtures.BRANIN_SPACE, TRIALS, 1, seed), 21);
        assertTrue(bayesian < 0.02, "median regret " + bayesian);
        assertTrue(bayesian < random / 5, bayesian + " against " + random);
    }

    @Test
    void parallelTrialsStillFindTheMinimum() {
        double bayesian =
                medianRegret(seed -> new BayesianSearcher(SearcherFixtures.BRANIN_SPACE, 8, TRIALS, 4, 1, seed), 3);
        assertTrue(bayesian < 0.1, "median regret " + bayesian);
    }

    @Test
    void neverRepeatsAPointOfASmallSpace() {
        SearchSpace space = new SearchSpace(List.of(
                new SearchSpace.Hyperparameter("a", new SearchDimension.CategoricalDimension(List.of("1", "2", "3"))),
                new SearchSpace.Hyperparameter("b", new SearchDimension.IntegerDimension(1, 4))));
        BayesianSearcher searcher = new BayesianSearcher(space, 2, 8, 1, 1, 3);
        Set<List<Double>> later = new HashSet<>();
        List<double[]> all = new ArrayList<>();
        for (List<Job> jobs = searcher.next(); !jobs.isEmpty(); jobs = searcher.next()) {
            jobs.forEach(job -> all.add(job.point()));
            searcher.report(
                    jobs, jobs.stream().mapToDouble(job -> job.point()[1]).toArray());
        }
        all.subList(2, 8).forEach(point -> later.add(List.of(point[0], point[1])));
        assertEquals(6, later.size());
    }

    @Test
    void clipsHighAndMissingCostsAtTheUpperFence() {
        List<Double> held = BayesianSearcher.clipOutliers(List.of(1.0, 2.0, 3.0, 4.0, 100.0, Double.POSITIVE_INFINITY));
        assertEquals(List.of(1.0, 2.0, 3.0, 4.0, 7.0, 7.0), held);
    }
}

package hyperlab.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HalvingSearcherTest {
    private static final SearchSpace SPACE =
            new SearchSpace(List.of(new SearchSpace.Hyperparameter("x", new SearchDimension.LinearDimension(0, 1))));

    /** The rungs, each as "trials@epochs". */
    private static List<String> rungs(Searcher searcher) {
        List<String> rungs = new ArrayList<>();
        for (List<Job> jobs = searcher.next(); !jobs.isEmpty(); jobs = searcher.next()) {
            rungs.add(jobs.size() + "@" + jobs.get(0).epochs());
            searcher.report(
                    jobs, jobs.stream().mapToDouble(job -> job.point()[0]).toArray());
        }
        return rungs;
    }

    @Test
    void oneThirdContinuesWithThreeTimesTheEpochs() {
        assertEquals(
                List.of("27@2", "9@6", "3@18", "1@50"),
                rungs(HalvingSearcher.halving(SPACE, new SearchMethod.Halving(3, 2), 27, 50, 1)));
    }

    @Test
    void bestTrialsContinueAndTiesGoToTheEarlier() {
        HalvingSearcher searcher = HalvingSearcher.halving(SPACE, new SearchMethod.Halving(2, 1), 5, 4, 1);
        List<Job> first = searcher.next();
        searcher.report(first, new double[] {3, 1, Double.POSITIVE_INFINITY, 1, 1});
        List<Job> second = searcher.next();
        assertEquals(List.of(1, 3), second.stream().map(Job::trial).toList());
        assertEquals(first.get(3).point(), second.get(1).point());
        searcher.report(second, new double[] {2, 0});
        assertEquals(List.of(3), searcher.next().stream().map(Job::trial).toList());
    }

    @Test
    void trialsWithoutAValueDoNotContinue() {
        HalvingSearcher searcher = HalvingSearcher.halving(SPACE, new SearchMethod.Halving(2, 1), 4, 8, 1);
        double[] none = new double[4];
        Arrays.fill(none, Double.POSITIVE_INFINITY);
        searcher.report(searcher.next(), none);
        assertTrue(searcher.next().isEmpty());
    }

    /** Li et al. 2018, table 1: R = 81, η = 3. */
    @Test
    void hyperbandHasTheBracketsOfItsPaper() {
        assertEquals(
                List.of(
                        "81@1", "27@3", "9@9", "3@27", "1@81", // s = 4
                        "34@3", "11@9", "3@27", "1@81", // s = 3
                        "15@9", "5@27", "1@81", // s = 2
                        "8@27", "2@81", // s = 1
                        "5@81"), // s = 0
                rungs(HalvingSearcher.hyperband(SPACE, SearchMethod.Hyperband.DEFAULT, 81 + 34 + 15 + 8 + 5, 81, 1)));
    }

    @Test
    void hyperbandRepeatsUntilTheTrialsAreUsedUp() {
        List<String> few = rungs(HalvingSearcher.hyperband(SPACE, SearchMethod.Hyperband.DEFAULT, 10, 9, 1));
        assertEquals(List.of("9@1", "3@3", "1@9", "1@3", "1@9"), few);
        List<String> many =
                rungs(HalvingSearcher.hyperband(SPACE, SearchMethod.Hyperband.DEFAULT, 9 + 5 + 3 + 2, 9, 1));
        assertEquals(List.of("9@1", "3@3", "1@9", "5@3", "1@9", "3@9", "2@1", "1@3", "1@9"), many);
    }
}

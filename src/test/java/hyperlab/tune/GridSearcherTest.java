package hyperlab.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.rule.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridSearcherTest {
    private static final SearchSpace SPACE = new SearchSpace(List.of(
            new SearchSpace.Hyperparameter("rate", new SearchDimension.LogDimension(0.01, 1)),
            new SearchSpace.Hyperparameter("units", new SearchDimension.CategoricalDimension(List.of("[4]", "[8]")))));

    private static List<String> values(Searcher searcher) {
        return searcher.next().stream()
                .map(job -> String.join(" ", SPACE.values(job.point()).values()))
                .toList();
    }

    @Test
    void lastAxisVariesFastest() {
        assertEquals(
                List.of("0.01 [4]", "0.01 [8]", "0.1 [4]", "0.1 [8]", "1.0 [4]", "1.0 [8]"),
                values(new GridSearcher(SPACE, 3, 6, 1)));
    }

    @Test
    void defaultsToTheLargestGridThatFitsTheTrials() {
        assertEquals(6, values(new GridSearcher(SPACE, null, 7, 1)).size());
        assertEquals(8, values(new GridSearcher(SPACE, null, 8, 1)).size());
        SearchSpace small = new SearchSpace(
                List.of(new SearchSpace.Hyperparameter("n", new SearchDimension.IntegerDimension(1, 3))));
        assertEquals(3, new GridSearcher(small, null, 100, 1).next().size());
    }

    @Test
    void rejectsAGridLargerThanTheTrials() {
        assertEquals(
                "trials must be at least 8, the points of the grid, got 7",
                assertThrows(InvalidInputException.class, () -> new GridSearcher(SPACE, 4, 7, 1))
                        .line());
    }

    @Test
    void proposesAllPointsInOneRound() {
        GridSearcher searcher = new GridSearcher(SPACE, 2, 4, 5);
        assertEquals(5, searcher.next().get(3).epochs());
        assertEquals(List.of(), searcher.next());
    }
}

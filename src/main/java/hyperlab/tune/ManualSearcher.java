package hyperlab.tune;

import java.util.List;
import java.util.Map;

/** Proposes manually chosen points, all at once, but at most the requested number of trials. */
final class ManualSearcher extends FixedPointsSearcher {
    /** @throws hyperlab.rule.InvalidInputException if a point does not belong to the search space */
    ManualSearcher(SearchSpace space, List<Map<String, String>> picked, int trials, int epochs) {
        super(picked.stream().limit(trials).map(space::point).toList(), epochs);
    }
}

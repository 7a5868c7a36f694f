package hyperlab.tune;

import java.util.List;
import java.util.Map;

/** The points that a person has picked, all at once; never more than the trials asked for. */
final class ManualSearcher extends AllAtOnce {
    /** @throws hyperlab.rule.Refusal on {@code method.points} where one is not of the space */
    ManualSearcher(SearchSpace space, List<Map<String, String>> picked, int trials, int epochs) {
        super(picked.stream().limit(trials).map(space::point).toList(), epochs);
    }
}

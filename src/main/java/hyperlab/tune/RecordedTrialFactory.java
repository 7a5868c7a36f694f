package hyperlab.tune;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.Map;

/** The trials of a study that ran in another program: none of them can be run. */
public final class RecordedTrialFactory implements TrialFactory {
    @Override
    public RunnableTrial create(int trial, Map<String, String> values) {
        throw new InvalidInputException("trial " + trial, Rule.RECORDED_TRIAL);
    }
}

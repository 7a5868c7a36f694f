package hyperlab.data;

import java.util.Set;

/**
 * What remains to be done with the features of a table once its training rows are known.
 *
 * @param missing how gaps are filled, which are stored as NaN; {@link MissingValues#REFUSE} if there are none
 * @param indicators the indices of the features that are 0 or 1 because they stand for a category; they are not scaled
 */
public record FeaturePreparation(MissingValues missing, Set<Integer> indicators) {
    public static final FeaturePreparation NONE = new FeaturePreparation(MissingValues.REFUSE, Set.of());

    public FeaturePreparation {
        indicators = Set.copyOf(indicators);
    }
}

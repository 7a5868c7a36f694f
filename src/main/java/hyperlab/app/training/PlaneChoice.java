package hyperlab.app.training;

import hyperlab.data.Partition;
import hyperlab.diagnosis.FeaturePlane;

/**
 * Which plane through the features the decision boundary is drawn on.
 *
 * @param first a feature's place, from 0; {@link #PRINCIPAL} for the principal components
 * @param second another feature's place
 */
record PlaneChoice(int first, int second) {
    static final int PRINCIPAL = -1;
    /** Two features as they are, else principal components. */
    static final PlaneChoice AUTOMATIC = new PlaneChoice(-2, -2);

    boolean isPrincipal(int features) {
        return first == PRINCIPAL || first >= features || second >= features || (first < 0 && features > 2);
    }

    /** The first feature of the pair in data of so many features. */
    int firstOf(int features) {
        return first < 0 || first >= features ? 0 : first;
    }

    /** The second feature of the pair in data of so many features, never the first. */
    int secondOf(int features) {
        int chosen = second < 0 || second >= features ? 1 : second;
        return chosen == firstOf(features) ? (chosen + 1) % features : chosen;
    }

    FeaturePlane in(Partition partition) {
        int features = partition.whole().features().numCols;
        return isPrincipal(features)
                ? FeaturePlane.principal(partition)
                : FeaturePlane.pair(partition, firstOf(features), secondOf(features));
    }
}

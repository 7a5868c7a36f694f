package hyperlab.lab.training.inspection;

import hyperlab.data.DataSplit;
import hyperlab.diagnosis.FeaturePlane;

/**
 * The plane in feature space on which the decision boundary is drawn.
 *
 * @param first index of a feature, from 0; {@link #PRINCIPAL} for the principal components
 * @param second index of another feature
 */
public record PlaneChoice(int first, int second) {
    public static final int PRINCIPAL = -1;
    /** The two features if there are only two, otherwise the principal components. */
    static final PlaneChoice AUTOMATIC = new PlaneChoice(-2, -2);

    public boolean isPrincipal(int features) {
        return first == PRINCIPAL || first >= features || second >= features || (first < 0 && features > 2);
    }

    /** The index of the first feature for data with this many features. */
    public int firstOf(int features) {
        return first < 0 || first >= features ? 0 : first;
    }

    /** The index of the second feature for data with this many features. It always differs from the first. */
    public int secondOf(int features) {
        int candidate = second < 0 || second >= features ? 1 : second;
        return candidate == firstOf(features) ? (candidate + 1) % features : candidate;
    }

    FeaturePlane featurePlane(DataSplit partition) {
        int features = partition.all().features().numCols;
        return isPrincipal(features)
                ? FeaturePlane.ofPrincipalComponents(partition)
                : FeaturePlane.ofFeatures(partition, firstOf(features), secondOf(features));
    }
}

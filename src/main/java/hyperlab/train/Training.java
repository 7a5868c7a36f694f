package hyperlab.train;

import hyperlab.data.DataSplit;
import hyperlab.nn.Evaluation;
import hyperlab.nn.layer.LayerWeights;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** A training run from start to outcome, independent of what is trained. Use from one thread at a time. */
public interface Training {
    /** The data for training and evaluation. */
    DataSplit partition();

    /**
     * Trains to the end at full speed. The listener also receives epoch 0, unless steps were already performed.
     *
     * @param cancelled checked after every step; true stops the run
     */
    TrainingOutcome train(TrainingListener listener, BooleanSupplier cancelled);

    /** The number of optimizer steps so far. */
    long stepCount();

    /** The resulting weights of each network once the run has ended. */
    List<List<LayerWeights>> resultingWeights();

    /**
     * Predicts with the {@link #resultingWeights()}, once the run has ended.
     *
     * @param features samples × features, as in {@link #partition()}
     * @return samples × outputs
     */
    DMatrixRMaj predict(DMatrixRMaj features);

    /**
     * Evaluates the {@link #resultingWeights()} on the test set, once the run has ended; null if there is no test set.
     */
    default @Nullable Evaluation test() {
        return null;
    }
}

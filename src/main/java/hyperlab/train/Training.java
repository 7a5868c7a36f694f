package hyperlab.train;

import hyperlab.data.Partition;
import hyperlab.nn.Evaluation;
import hyperlab.nn.LayerWeights;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** A training from its start to its outcome, whatever it is that learns. One thread at a time. */
public interface Training {
    /** The data that it learns from and is judged by. */
    Partition partition();

    /**
     * Trains to the end at full speed. The listener hears of epoch 0 too, unless steps were taken before.
     *
     * @param cancelled asked after every step; true stops the run
     */
    TrainingOutcome train(TrainingListener listener, BooleanSupplier cancelled);

    /** Optimizer steps so far. */
    long stepCount();

    /** The weights that stand for the run once it has ended, of each of its networks. */
    List<List<LayerWeights>> resultingWeights();

    /**
     * What {@link #resultingWeights()} predict, once the run has ended.
     *
     * @param features samples × features, as in {@link #partition()}
     * @return samples × outputs
     */
    DMatrixRMaj predict(DMatrixRMaj features);

    /**
     * How the {@link #resultingWeights()} do on the rows held out for the test, looked at once and only now that the run
     * has ended; null where none were held out.
     */
    default @Nullable Evaluation test() {
        return null;
    }
}

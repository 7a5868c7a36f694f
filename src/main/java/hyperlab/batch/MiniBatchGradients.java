package hyperlab.batch;

import hyperlab.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Mini-batches of one size, each drawn without replacement, and the gradients they estimate at any point. Every point
 * uses the same batches, so a scatter plot of their gradients moves without flickering.
 */
public final class MiniBatchGradients {
    private static final String STREAM_NAME = "cloud";

    private final int size;
    private final List<QuadraticLoss> batches;

    private MiniBatchGradients(int size, List<QuadraticLoss> batches) {
        this.size = size;
        this.batches = batches;
    }

    /**
     * Draws batches from the stream {@code cloud} of {@code seed}.
     *
     * @param size the number of samples in a batch, 1 … N; if it is N, only one batch is drawn
     * @param count the number of batches
     * @throws IllegalArgumentException if {@code size} is out of range
     */
    public static MiniBatchGradients of(TwoWeightModel model, int size, int count, long seed) {
        int samples = model.samples();
        if (size < 1 || size > samples) {
            throw new IllegalArgumentException("1 to " + samples + " samples a batch, got " + size);
        }
        RandomStream stream = RandomStream.named(seed, STREAM_NAME);
        int[] order = new int[samples];
        for (int i = 0; i < samples; i++) {
            order[i] = i;
        }
        List<QuadraticLoss> batches = new ArrayList<>();
        for (int index = 0; index < (size == samples ? 1 : count); index++) {
            for (int k = 0; k < size; k++) {
                int other = k + stream.nextInt(samples - k);
                int swapped = order[k];
                order[k] = order[other];
                order[other] = swapped;
            }
            batches.add(size == samples ? model.fullLoss() : model.lossOver(order, 0, size));
        }
        return new MiniBatchGradients(size, batches);
    }

    /** Returns every sample as its own batch: all possible batches of size 1. */
    public static MiniBatchGradients singleSamples(TwoWeightModel model) {
        int[] order = new int[1];
        List<QuadraticLoss> batches = new ArrayList<>();
        for (int i = 0; i < model.samples(); i++) {
            order[0] = i;
            batches.add(model.lossOver(order, 0, 1));
        }
        return new MiniBatchGradients(1, batches);
    }

    /** The number of samples in a batch. */
    public int size() {
        return size;
    }

    /** The number of batches. */
    public int count() {
        return batches.size();
    }

    /** The first coordinate of the gradient of batch {@code draw} at a point. */
    public double gradientX(int index, double w1, double w2) {
        return batches.get(index).gradientX(w1, w2);
    }

    /** The second coordinate of the gradient of batch {@code draw} at a point. */
    public double gradientY(int index, double w1, double w2) {
        return batches.get(index).gradientY(w1, w2);
    }

    /** The root mean square of |g_B − g| over the batches, where g is the true gradient. */
    public double standardDeviation(TwoWeightModel model, double w1, double w2) {
        double meanX = model.fullLoss().gradientX(w1, w2);
        double meanY = model.fullLoss().gradientY(w1, w2);
        double sum = 0;
        for (QuadraticLoss batch : batches) {
            double dx = batch.gradientX(w1, w2) - meanX;
            double dy = batch.gradientY(w1, w2) - meanY;
            sum += dx * dx + dy * dy;
        }
        return Math.sqrt(sum / batches.size());
    }
}

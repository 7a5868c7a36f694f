package hyperlab.map;

import hyperlab.random.RandomStream;

/**
 * The initial weights and the samples of a {@link MeanFieldNetwork}. The arrays must not be changed.
 *
 * @param width n, the number of inputs and of hidden units
 * @param weights W, hidden units × inputs, row by row
 * @param outputWeights v, one per hidden unit
 * @param inputs inputs × samples, row by row
 * @param targets one per sample
 */
record MeanFieldProblem(int width, double[] weights, double[] outputWeights, double[] inputs, double[] targets) {
    /**
     * Draws all numbers from the random streams of a seed: W, then v; the inputs sample by sample, then the targets.
     */
    static MeanFieldProblem draw(int width, int samples, long seed) {
        RandomStream weightStream = RandomStream.named(seed, "weights");
        double[] weights = new double[width * width];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weightStream.nextGaussian();
        }
        double[] outputWeights = new double[width];
        for (int j = 0; j < width; j++) {
            outputWeights[j] = weightStream.nextGaussian();
        }
        RandomStream dataStream = RandomStream.named(seed, "data");
        double[] inputs = new double[width * samples];
        for (int s = 0; s < samples; s++) {
            for (int k = 0; k < width; k++) {
                inputs[k * samples + s] = dataStream.nextGaussian();
            }
        }
        double[] targets = new double[samples];
        for (int s = 0; s < samples; s++) {
            targets[s] = dataStream.nextGaussian();
        }
        return new MeanFieldProblem(width, weights, outputWeights, inputs, targets);
    }

    int samples() {
        return targets.length;
    }
}

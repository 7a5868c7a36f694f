package hyperlab.nn;

import hyperlab.random.RandomStream;
import java.util.Arrays;

/**
 * A vector with as many elements as a network has parameters, with one array for each of {@link Network#parameters()}:
 * a direction, a gradient, or a copy of the parameters. Operations modify it in place and return it; confined to one
 * thread at a time.
 */
public final class ParameterVector {
    private final double[][] blocks;

    private ParameterVector(double[][] blocks) {
        this.blocks = blocks;
    }

    /** A vector of zeros. */
    public static ParameterVector zeros(Network network) {
        return new ParameterVector(network.parameters().stream()
                .map(block -> new double[block.values().length])
                .toArray(double[][]::new));
    }

    /** A copy of the current parameters. */
    public static ParameterVector values(Network network) {
        return new ParameterVector(network.parameters().stream()
                .map(block -> block.values().clone())
                .toArray(double[][]::new));
    }

    /**
     * A copy of the current gradients in {@link Network#parameters()}: those of the latest mini-batch, with dropout,
     * and with the penalty if it has been added.
     */
    public static ParameterVector gradient(Network network) {
        return new ParameterVector(network.parameters().stream()
                .map(block -> block.gradient().clone())
                .toArray(double[][]::new));
    }

    public ParameterVector copy() {
        return new ParameterVector(Arrays.stream(blocks).map(double[]::clone).toArray(double[][]::new));
    }

    /** The total number of elements. */
    public int length() {
        return Arrays.stream(blocks).mapToInt(block -> block.length).sum();
    }

    /** The number of arrays. */
    public int blocks() {
        return blocks.length;
    }

    /** The array with index {@code index} itself, not a copy. */
    public double[] block(int index) {
        return blocks[index];
    }

    public ParameterVector fill(double number) {
        for (double[] block : blocks) {
            Arrays.fill(block, number);
        }
        return this;
    }

    /** Fills the vector with standard normal random numbers, in order. */
    public ParameterVector fillGaussian(RandomStream stream) {
        for (double[] block : blocks) {
            Arrays.setAll(block, i -> stream.nextGaussian());
        }
        return this;
    }

    /** Adds {@code factor}·{@code other}. */
    public ParameterVector addScaled(double factor, ParameterVector other) {
        for (int b = 0; b < blocks.length; b++) {
            double[] to = blocks[b];
            double[] from = other.blocks[b];
            for (int i = 0; i < to.length; i++) {
                to[i] += factor * from[i];
            }
        }
        return this;
    }

    public ParameterVector scale(double factor) {
        for (double[] block : blocks) {
            for (int i = 0; i < block.length; i++) {
                block[i] *= factor;
            }
        }
        return this;
    }

    public double dot(ParameterVector other) {
        double sum = 0;
        for (int b = 0; b < blocks.length; b++) {
            double[] one = blocks[b];
            double[] two = other.blocks[b];
            for (int i = 0; i < one.length; i++) {
                sum += one[i] * two[i];
            }
        }
        return sum;
    }

    /** √Σx². */
    public double norm() {
        return Math.sqrt(dot(this));
    }

    double[][] slice(int from, int to) {
        return Arrays.copyOfRange(blocks, from, to);
    }
}

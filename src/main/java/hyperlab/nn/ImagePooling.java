package hyperlab.nn;

import hyperlab.image.ImageShape;
import hyperlab.nn.layer.MaxPoolLayer;
import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Pooling of maps in adjacent, non-overlapping square windows; incomplete windows at the right and bottom are dropped.
 * Equal to PyTorch's MaxPool2d and AvgPool2d with stride = size. Max pooling uses the layer that is also used in
 * training. Confined to one thread at a time.
 */
public final class ImagePooling {
    private final Pooling kind;
    private final ImageShape mapShape;
    private final ImageShape pooledShape;
    private final int side;
    private final MaxPoolLayer maxPool;

    /**
     * @param side of a window, ≥ 1; not used for {@link Pooling#NONE}
     * @throws InvalidInputException if no window fits
     */
    public ImagePooling(ImageShape mapShape, Pooling kind, int side) {
        Checks.atLeast("pool", side, 1);
        this.kind = kind;
        this.mapShape = mapShape;
        this.side = kind == Pooling.NONE ? 1 : side;
        if (mapShape.height() < this.side || mapShape.width() < this.side) {
            throw new InvalidInputException("pool", Rule.NO_PIXEL_POOLED, side, mapShape.height(), mapShape.width());
        }
        this.pooledShape =
                new ImageShape(mapShape.channels(), mapShape.height() / this.side, mapShape.width() / this.side);
        this.maxPool = new MaxPoolLayer(mapShape, pooledShape, this.side);
    }

    /** The shape after pooling. */
    public ImageShape pooled() {
        return pooledShape;
    }

    /** Pools the maps of one image, given channel by channel in row-major order, and returns a new array. */
    public double[] pool(double[] numbers) {
        if (numbers.length != mapShape.size()) {
            throw new IllegalArgumentException(numbers.length + " numbers for " + mapShape);
        }
        return switch (kind) {
            case NONE -> numbers.clone();
            case MAX -> {
                DMatrixRMaj result = maxPool.forward(new DMatrixRMaj(1, numbers.length, true, numbers), false);
                yield Arrays.copyOf(result.data, result.getNumElements());
            }
            case AVERAGE -> averages(numbers);
        };
    }

    private double[] averages(double[] numbers) {
        double[] averages = new double[(int) pooledShape.size()];
        int at = 0;
        for (int map = 0; map < mapShape.channels(); map++) {
            for (int y = 0; y < pooledShape.height(); y++) {
                for (int x = 0; x < pooledShape.width(); x++) {
                    double sum = 0;
                    for (int row = y * side; row < (y + 1) * side; row++) {
                        int first = (map * mapShape.height() + row) * mapShape.width() + x * side;
                        for (int i = first; i < first + side; i++) {
                            sum += numbers[i];
                        }
                    }
                    averages[at++] = sum / (side * side);
                }
            }
        }
        return averages;
    }
}

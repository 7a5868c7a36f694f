package hyperlab.nn.kernel;

import hyperlab.image.ImageShape;
import java.util.Arrays;

/**
 * The weight gradient of a convolution as a sum, over kernel positions, of the patch that the kernel reads there.
 * Positions without a gradient are skipped, which after ReLU and pooling are most of them. Used for filters with enough
 * elements to make loops along them efficient.
 */
final class PatchWeightGradient {
    /**
     * The maximum number of values in the copied patches, but at least {@link #MIN_POSITIONS} positions, or all of a
     * smaller map, are copied at once.
     */
    private static final int MAX_BLOCK_VALUES = 1 << 15;

    private static final int MIN_POSITIONS = 1 << 6;

    private final ImageShape image;
    private final ImageShape mapShape;
    private final int filterSize;
    private final Im2RowPatches patches;
    private final MatrixProduct product = new MatrixProduct(new Workers());
    private final double[] sums;

    /** @param filterSize channels·kernel², the number of elements of one filter */
    PatchWeightGradient(ImageShape image, ImageShape mapShape, ConvolutionGeometry geometry, int filterSize) {
        this.image = image;
        this.mapShape = mapShape;
        this.filterSize = filterSize;
        int maxPositions =
                Math.min(mapShape.height() * mapShape.width(), Math.max(MIN_POSITIONS, MAX_BLOCK_VALUES / filterSize));
        this.patches = new Im2RowPatches(image, geometry, mapShape.width(), maxPositions);
        this.sums = new double[mapShape.channels() * filterSize];
    }

    /**
     * Adds the gradient over {@code count} images to {@code weightGradient}, for the filters {@code from} ≤ f &lt;
     * {@code to}. The images are stored consecutively, as are their maps.
     */
    void add(
            int count,
            double[] images,
            double[] mapGradients,
            double[] weightGradient,
            int from,
            int to,
            Workers workers) {
        Arrays.fill(sums, from * filterSize, to * filterSize, 0);
        for (int i = 0; i < count; i++) {
            patches.setImage(images, i * (int) image.size());
            addImage(mapGradients, i * (int) mapShape.size(), from, to);
            workers.checkCancelled();
        }
        for (int at = from * filterSize; at < to * filterSize; at += filterSize) {
            patches.addTo(sums, at, weightGradient, at);
        }
    }

    private void addImage(double[] mapGradients, int mapsAt, int from, int to) {
        int positions = mapShape.height() * mapShape.width();
        for (int first = 0; first < positions; first += patches.maxPositions()) {
            int count = Math.min(patches.maxPositions(), positions - first);
            patches.fill(first, count);
            product.addRows(
                    to - from,
                    filterSize,
                    count,
                    mapGradients,
                    mapsAt + from * positions + first,
                    positions,
                    1,
                    patches.rows(),
                    sums,
                    from * filterSize);
        }
    }
}

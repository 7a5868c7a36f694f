package hyperlab.nn;

import hyperlab.image.ImageShape;
import java.util.Arrays;

/**
 * The weight gradient of a convolution as a sum, over kernel positions, of the patch that the kernel reads there.
 * Positions without a gradient are skipped, which after ReLU and pooling are most of them. Used for filters with enough
 * elements to make loops along them efficient.
 */
final class PatchWeightGradient {
    /**
     * The maximum number of values in the copied patches, but at least {@link #FEWEST_PLACES} positions, or all of a
     * smaller map, are copied at once.
     */
    private static final int BLOCK_NUMBERS = 1 << 15;

    private static final int FEWEST_PLACES = 1 << 6;

    private final ImageShape image;
    private final ImageShape maps;
    private final int filterNumbers;
    private final Patches patches;
    private final MatrixProduct product = new MatrixProduct();
    private final double[] sums;

    /** @param filterNumbers channels·kernel², the number of elements of one filter */
    PatchWeightGradient(ImageShape image, ImageShape maps, ConvolutionGeometry geometry, int filterNumbers) {
        this.image = image;
        this.maps = maps;
        this.filterNumbers = filterNumbers;
        int most = Math.min(maps.height() * maps.width(), Math.max(FEWEST_PLACES, BLOCK_NUMBERS / filterNumbers));
        this.patches = new Patches(image, geometry, maps.width(), most);
        this.sums = new double[maps.channels() * filterNumbers];
    }

    /**
     * Adds the gradient over {@code count} images to {@code weightGradient}. The images are stored consecutively, as
     * are their maps.
     */
    void add(int count, double[] images, int imagesAt, double[] mapGradients, int mapsAt, double[] weightGradient) {
        Arrays.fill(sums, 0);
        for (int i = 0; i < count; i++) {
            patches.take(images, imagesAt + i * (int) image.numbers());
            addImage(mapGradients, mapsAt + i * (int) maps.numbers());
        }
        for (int at = 0; at < sums.length; at += filterNumbers) {
            patches.addTo(sums, at, weightGradient, at);
        }
    }

    private void addImage(double[] mapGradients, int mapsAt) {
        int all = maps.height() * maps.width();
        for (int first = 0; first < all; first += patches.most()) {
            int count = Math.min(patches.most(), all - first);
            patches.fill(first, count);
            product.addRows(
                    maps.channels(),
                    filterNumbers,
                    count,
                    mapGradients,
                    mapsAt + first,
                    all,
                    1,
                    patches.rows(),
                    sums,
                    0);
        }
    }
}

package hyperlab.nn.kernel;

import hyperlab.image.ImageShape;
import java.util.Arrays;

/**
 * The gradient of a convolution with respect to its weights, summed over images in their order. Threads share the
 * filters, or the images if each contributes one number per weight. So every sum has the same terms in the same order
 * for any number of threads.
 */
public final class ConvolutionWeightGradient {
    /** Filters with more elements than this are computed in bands, to bound the memory for patches. */
    private static final int MAX_PATCH_SIZE = 1 << 12;
    /**
     * The maximum number of values that wait to be added in the order of their images. If one image has more, none
     * wait.
     */
    private static final int MAX_WAITING_VALUES = 1 << 20;

    private final ImageShape image;
    private final ImageShape mapShape;
    private final ConvolutionGeometry geometry;
    private final Workers workers;
    private final int filterElements;
    /** The patches of each part: copying them again is faster than reading what another processor has copied. */
    private PatchWeightGradient[] patches = new PatchWeightGradient[0];

    private double[] waiting = new double[0];

    /**
     * Creates an instance for one layer.
     *
     * @param mapShape filters × positions along each side, as computed by {@code geometry} for {@code image}
     * @param workers the threads of large batches
     */
    public ConvolutionWeightGradient(
            ImageShape image, ImageShape mapShape, ConvolutionGeometry geometry, Workers workers) {
        this.image = image;
        this.mapShape = mapShape;
        this.geometry = geometry;
        this.workers = workers;
        this.filterElements = image.channels() * geometry.kernel() * geometry.kernel();
    }

    /**
     * Adds the gradient over {@code count} images, which are stored consecutively from index 0 on, as are their maps.
     *
     * @param kernels one for each part that computes at the same time
     * @param mapGradients gradient of the loss with respect to the maps
     * @param weightGradient filters × channels × kernel × kernel; the sum is added to its contents
     */
    public void add(
            ConvolutionKernel[] kernels, int count, double[] images, double[] mapGradients, double[] weightGradient) {
        if (filterElements >= MatrixProduct.MIN_VECTORIZED_COLUMNS && filterElements <= MAX_PATCH_SIZE) {
            addPatches(count, images, mapGradients, weightGradient);
        } else if (workers.parts(count, 1, cost()) == 1 || (long) kernels[0].bands() * length() > MAX_WAITING_VALUES) {
            for (int i = 0; i < count; i++) {
                addImage(kernels[0], i, images, mapGradients, weightGradient, 0, 0);
            }
        } else {
            addImages(kernels, count, images, mapGradients, weightGradient);
        }
    }

    /** The number of weights. */
    private int length() {
        return mapShape.channels() * filterElements;
    }

    /** Multiplications per image. */
    private long cost() {
        return mapShape.size() * filterElements;
    }

    private void addPatches(int count, double[] images, double[] mapGradients, double[] weightGradient) {
        int before = patches.length;
        if (before < workers.threads()) {
            patches = Arrays.copyOf(patches, workers.threads());
            for (int i = before; i < patches.length; i++) {
                patches[i] = new PatchWeightGradient(image, mapShape, geometry, filterElements);
            }
        }
        int filters = mapShape.channels();
        workers.compute(
                filters,
                ConvolutionKernel.TILE_FILTERS,
                count * cost() / filters,
                (number, from, to) ->
                        patches[number].add(count, images, mapGradients, weightGradient, from, to, workers));
    }

    /**
     * Adds what an image contributes, band by band.
     *
     * @param at where the result of the first band is
     * @param step from there to the result of the next band; 0 if all are added to the same one
     */
    private void addImage(
            ConvolutionKernel kernel,
            int number,
            double[] images,
            double[] mapGradients,
            double[] result,
            int at,
            int step) {
        for (int band = 0; band < kernel.bands(); band++) {
            kernel.addWeightGradient(
                    images,
                    number * (int) image.size(),
                    mapGradients,
                    number * (int) mapShape.size(),
                    band,
                    result,
                    at + band * step);
            workers.checkCancelled();
        }
    }

    /** Computes the contributions of several images at the same time, then adds them in order. */
    private void addImages(
            ConvolutionKernel[] kernels, int count, double[] images, double[] mapGradients, double[] weightGradient) {
        int length = length();
        int lengthOfImage = kernels[0].bands() * length;
        int imagesAtOnce = Math.min(count, MAX_WAITING_VALUES / lengthOfImage);
        if (waiting.length < imagesAtOnce * lengthOfImage) {
            waiting = new double[imagesAtOnce * lengthOfImage];
        }
        for (int i = 0; i < count; i += imagesAtOnce) {
            int first = i;
            int together = Math.min(imagesAtOnce, count - i);
            Arrays.fill(waiting, 0, together * lengthOfImage, 0);
            workers.compute(together, 1, cost(), (number, from, to) -> {
                for (int k = from; k < to; k++) {
                    addImage(kernels[number], first + k, images, mapGradients, waiting, k * lengthOfImage, length);
                }
            });
            for (int at = 0; at < together * lengthOfImage; at += length) {
                for (int w = 0; w < length; w++) {
                    weightGradient[w] += waiting[at + w];
                }
            }
        }
    }
}

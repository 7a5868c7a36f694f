package hyperlab.nn.kernel;

import hyperlab.image.ImageShape;
import java.util.Arrays;

/**
 * The gradient of a convolution with respect to its weights, summed over images in their order. Threads share the filters, or
 * the images if each contributes one number per weight. So every sum has the same terms in the same order for any number
 * of threads.
 */
public final class ConvolutionWeightGradient {
    /** Filters with more elements than this are computed in bands, to bound the memory for patches. */
    private static final int MAX_PATCH_SIZE = 1 << 12;
    /** The maximum number of values that wait to be added in the order of their images, unless one image has more. */
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
        } else if (workers.parts(count, 1, cost()) == 1) {
            for (int i = 0; i < count; i++) {
                addImage(kernels[0], i, images, mapGradients, weightGradient);
            }
        } else {
            addImages(kernels, count, images, mapGradients, weightGradient);
        }
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

    private void addImage(
            ConvolutionKernel kernel, int number, double[] images, double[] mapGradients, double[] weightGradient) {
        for (int band = 0; band < kernel.bands(); band++) {
            kernel.addWeightGradient(
                    images,
                    number * (int) image.size(),
                    mapGradients,
                    number * (int) mapShape.size(),
                    band,
                    weightGradient,
                    0);
            workers.checkCancelled();
        }
    }

    /** Computes the contributions of several images at the same time, then adds them in order. */
    private void addImages(
            ConvolutionKernel[] kernels, int count, double[] images, double[] mapGradients, double[] weightGradient) {
        int bands = kernels[0].bands();
        int length = mapShape.channels() * filterElements;
        int imagesAtOnce = Math.max(1, Math.min(count, MAX_WAITING_VALUES / (bands * length)));
        if (waiting.length < imagesAtOnce * bands * length) {
            waiting = new double[imagesAtOnce * bands * length];
        }
        for (int i = 0; i < count; i += imagesAtOnce) {
            int first = i;
            int together = Math.min(imagesAtOnce, count - i);
            Arrays.fill(waiting, 0, together * bands * length, 0);
            workers.compute(together, 1, cost(), (number, from, to) -> {
                for (int k = from * bands; k < to * bands; k++) {
                    int at = first + k / bands;
                    kernels[number].addWeightGradient(
                            images,
                            at * (int) image.size(),
                            mapGradients,
                            at * (int) mapShape.size(),
                            k % bands,
                            waiting,
                            k * length);
                    workers.checkCancelled();
                }
            });
            for (int k = 0; k < together * bands; k++) {
                for (int w = 0; w < length; w++) {
                    weightGradient[w] += waiting[k * length + w];
                }
            }
        }
    }
}

/**
 * What the Convolution lab computes, without a window: the available images, editable kernels, the feature map of an
 * image, the problems that it shows, the cost of layers, and small networks that learn kernels. Convolutions and
 * training use {@code nn} and {@code train}. Records and maps are immutable and thread-safe; studies run on the calling
 * thread.
 */
@NullMarked
package hyperlab.convolution;

import org.jspecify.annotations.NullMarked;

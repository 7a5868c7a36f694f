/**
 * What the Convolution lab looks at, without a window: images to choose from, kernels that are edited, the feature map
 * of one under the other, what layers cost, and small networks that learn kernels. Convolves and trains by {@code nn} and
 * {@code train} alone. Records and maps are immutable, so good on any thread; studies run on the thread that calls them.
 */
@NullMarked
package hyperlab.convolution;

import org.jspecify.annotations.NullMarked;

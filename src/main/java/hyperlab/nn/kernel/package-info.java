/**
 * Array kernels: matrix products, convolutions, and elementwise functions. They read and write {@code double} arrays in
 * row-major order, keep no state apart from reusable buffers, and know no layers.
 */
@NullMarked
package hyperlab.nn.kernel;

import org.jspecify.annotations.NullMarked;

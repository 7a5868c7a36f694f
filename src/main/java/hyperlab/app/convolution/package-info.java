/**
 * The Convolution lab: a kernel slides over an image and its feature map fills; a small network learns kernels of its own
 * and is looked into; accuracy and time are measured against kernel and stride. Trainings run on workers, all else on the
 * FX thread.
 */
@NullMarked
package hyperlab.app.convolution;

import org.jspecify.annotations.NullMarked;

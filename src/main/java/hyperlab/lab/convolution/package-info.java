/**
 * The Convolution lab. A kernel slides over an image and fills its feature map; a small network learns its own kernels
 * and is inspected; accuracy and training time are measured by kernel size and stride. Trainings run on worker threads,
 * everything else on the FX thread.
 */
@NullMarked
package hyperlab.lab.convolution;

import org.jspecify.annotations.NullMarked;

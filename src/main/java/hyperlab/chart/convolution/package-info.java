/** The charts of convolutions: images, kernels, feature maps. AWT only. */
@NullMarked
package hyperlab.chart.convolution;

import org.jspecify.annotations.NullMarked;

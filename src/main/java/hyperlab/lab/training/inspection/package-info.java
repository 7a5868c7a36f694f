/**
 * Looking inside a run: decision boundary, histograms, sharpness, range test, capacity, findings. What is computed runs on
 * named workers; everything else here runs on the FX thread. Uses {@code settings} and {@code run}.
 */
@NullMarked
package hyperlab.lab.training.inspection;

import org.jspecify.annotations.NullMarked;

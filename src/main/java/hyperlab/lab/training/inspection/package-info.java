/**
 * Looking inside a run: decision boundary, histograms, sharpness, range test, capacity, findings. What is computed runs on
 * named workers; everything else here runs on the FX thread.
 */
@NullMarked
package hyperlab.lab.training.inspection;

import org.jspecify.annotations.NullMarked;

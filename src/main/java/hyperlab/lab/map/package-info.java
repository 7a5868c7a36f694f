/**
 * The Map lab: two hyperparameters as the axes of a picture in which every pixel is a training run. View models need no
 * toolkit.
 */
@NullMarked
package hyperlab.lab.map;

import org.jspecify.annotations.NullMarked;

/**
 * Maps of two hyperparameters, in which each pixel is one training run: what a map shows, how its pixels are trained,
 * from coarse to fine, and what is known about them in closed form.
 */
@NullMarked
package hyperlab.map;

import org.jspecify.annotations.NullMarked;

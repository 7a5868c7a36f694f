/**
 * What the Training lab trains: the settings of data, network, and training, with undo, and the controls that change them.
 * FX thread only; the settings need no toolkit. Uses no other package of the lab.
 */
@NullMarked
package hyperlab.lab.training.settings;

import org.jspecify.annotations.NullMarked;

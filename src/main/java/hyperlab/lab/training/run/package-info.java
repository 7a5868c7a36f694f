/**
 * Training runs in the Training lab: starting, playing, comparing, repeating with other seeds, saving, and restoring.
 * Training itself runs on named workers; everything else here runs on the FX thread.
 */
@NullMarked
package hyperlab.lab.training.run;

import org.jspecify.annotations.NullMarked;

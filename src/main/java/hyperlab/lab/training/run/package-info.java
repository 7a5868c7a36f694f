/**
 * Training runs in the Training lab: starting, playing, comparing, repeating with other seeds, saving, and restoring, and
 * the state that is displayed of them. Training itself runs on named workers; everything else here runs on the FX thread.
 * Uses {@code settings} only.
 */
@NullMarked
package hyperlab.lab.training.run;

import org.jspecify.annotations.NullMarked;

/**
 * Training runs in the Training lab: starting, playing, comparing, repeating with other seeds, saving, and restoring, and
 * the state that is displayed of them. Training itself runs on named workers; everything else here runs on the FX thread.
 * Uses {@code settings} only. It has more than 40 files because the current run, the compared runs and the repeats share
 * the state of a run.
 */
@NullMarked
package hyperlab.lab.training.run;

import org.jspecify.annotations.NullMarked;

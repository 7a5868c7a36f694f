/**
 * The Learning rate lab. View models do not depend on JavaFX controls or charts; views run on the FX thread.
 * It has more than 40 files because the race, the narrated step, the noise, and the quiz share one stage.
 */
@NullMarked
package hyperlab.lab.learningrate;

import org.jspecify.annotations.NullMarked;

/**
 * The Learning rate lab. View models do not depend on JavaFX controls or charts; views run on the FX thread.
 */
@NullMarked
package hyperlab.lab.learningrate;

import org.jspecify.annotations.NullMarked;

/** The Activation lab. View models do not depend on JavaFX controls; views run on the FX thread. */
@NullMarked
package hyperlab.lab.activation;

import org.jspecify.annotations.NullMarked;

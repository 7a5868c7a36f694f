/** The Activation lab. View models know no toolkit; views run on the FX thread. */
@NullMarked
package hyperlab.app.activation;

import org.jspecify.annotations.NullMarked;

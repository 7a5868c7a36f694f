/** The Learning rate lab. View models know no toolkit; views run on the FX thread. */
@NullMarked
package hyperlab.app.descent;

import org.jspecify.annotations.NullMarked;

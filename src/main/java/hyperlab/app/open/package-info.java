/** What is in a file or a text that the user opens: recognized and read in one place, away from the FX thread. */
@NullMarked
package hyperlab.app.open;

import org.jspecify.annotations.NullMarked;

/**
 * Where the window keeps its state between sessions, and which of several windows uses which file. Needs no toolkit and
 * nothing else of the window.
 */
@NullMarked
package hyperlab.app.state;

import org.jspecify.annotations.NullMarked;

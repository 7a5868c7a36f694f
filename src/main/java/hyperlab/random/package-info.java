/**
 * Named, independent random streams that all follow from one seed, so that changing one setting leaves the other draws
 * as they were. Knows only the JDK. A stream belongs to one thread at a time.
 */
@NullMarked
package hyperlab.random;

import org.jspecify.annotations.NullMarked;

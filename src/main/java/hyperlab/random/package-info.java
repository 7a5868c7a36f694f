/**
 * Named, independent random streams derived from one seed, so that changing one setting does not change the other
 * draws. Depends only on the JDK. A stream must be used by one thread at a time.
 */
@NullMarked
package hyperlab.random;

import org.jspecify.annotations.NullMarked;

/**
 * The Cases lab: worked cases on real data, the page of an open case, and a user's table that is made into a case. FX
 * thread only.
 */
@NullMarked
package hyperlab.lab.cases;

import org.jspecify.annotations.NullMarked;

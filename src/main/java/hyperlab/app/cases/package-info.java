/** The Cases lab: worked cases on real data, a case opened, and a table of one's own made into one. FX thread alone. */
@NullMarked
package hyperlab.app.cases;

import org.jspecify.annotations.NullMarked;

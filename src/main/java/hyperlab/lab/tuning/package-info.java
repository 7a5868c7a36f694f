/**
 * The Tuning lab. View models do not depend on the JavaFX toolkit. Views run on the FX thread; searches, races and maps
 * run on named workers.
 */
@NullMarked
package hyperlab.lab.tuning;

import org.jspecify.annotations.NullMarked;

/**
 * The Tuning lab. View models know no toolkit; views run on the FX thread, searches, races and maps on named workers.
 */
@NullMarked
package hyperlab.app.tuning;

import org.jspecify.annotations.NullMarked;

/**
 * The Tuning lab. View models do not depend on the JavaFX toolkit. Views run on the FX thread; searches, races and maps
 * run on named workers. It has more than 40 files because the search, its repeats, the race and the maps each have a view
 * model, texts and cards.
 */
@NullMarked
package hyperlab.lab.tuning;

import org.jspecify.annotations.NullMarked;

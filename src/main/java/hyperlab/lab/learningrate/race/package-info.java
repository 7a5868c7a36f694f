/**
 * What the Learning rate lab computes: the race, its runs and their states, the narrated step, descents with noise, and
 * predictions. It knows no views and no charts.
 */
@NullMarked
package hyperlab.lab.learningrate.race;

import org.jspecify.annotations.NullMarked;

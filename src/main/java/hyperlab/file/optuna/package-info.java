/** Studies that Optuna ran, from its journal or from a table of its trials. */
@NullMarked
package hyperlab.file.optuna;

import org.jspecify.annotations.NullMarked;

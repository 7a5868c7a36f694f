/**
 * Data: generators, bundled sets, CSV, splits, standardization and mini-batches. Knows the JDK, EJML, FastCSV,
 * {@code rule}, {@code random} and {@code image}. Immutable values, any thread; a cursor over mini-batches belongs to one thread.
 */
@NullMarked
package hyperlab.data;

import org.jspecify.annotations.NullMarked;

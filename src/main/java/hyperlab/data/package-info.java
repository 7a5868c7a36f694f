/**
 * Data: generators, bundled data sets, CSV files, splits, standardization and mini-batches. Depends on the JDK, EJML,
 * FastCSV, {@code rule}, {@code random} and {@code image}. Immutable values are safe to use from any thread; an
 * iterator over mini-batches belongs to one thread.
 */
@NullMarked
package hyperlab.data;

import org.jspecify.annotations.NullMarked;

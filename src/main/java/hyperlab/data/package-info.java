/**
 * Data: generators, bundled data sets, CSV files, splits, standardization and mini-batches. Depends on the JDK, EJML,
 * FastCSV, {@code rule}, {@code random} and {@code image}. Immutable values are safe to use from any thread; an
 * iterator over mini-batches belongs to one thread. It has more than 40 files because the readers of tables and the
 * preparation of their columns share types that nothing else sees.
 */
@NullMarked
package hyperlab.data;

import org.jspecify.annotations.NullMarked;

/**
 * Strict JSON: reads objects with one-line errors, and writes them in a fixed layout. Stateless; any thread.
 */
@NullMarked
package hyperlab.file.json;

import org.jspecify.annotations.NullMarked;

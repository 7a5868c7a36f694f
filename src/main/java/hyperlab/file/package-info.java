/**
 * The JSON and CSV formats: reading, validating and writing experiments, weights and run folders. {@code file.disk}
 * writes the files safely. Depends on the core and Jackson. Stateless; any thread.
 */
@NullMarked
package hyperlab.file;

import org.jspecify.annotations.NullMarked;

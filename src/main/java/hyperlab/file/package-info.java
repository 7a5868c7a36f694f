/**
 * The JSON and CSV formats: reading, validating and safely writing experiments, weights and run folders. Depends on the
 * core and Jackson. Stateless; any thread.
 */
@NullMarked
package hyperlab.file;

import org.jspecify.annotations.NullMarked;

/**
 * The JSON and CSV formats: reading, validating and safely writing experiments, weights and run folders. Depends on the
 * core and Jackson. Stateless; any thread. It has more than 40 files because each kind of document has a format of its
 * own.
 */
@NullMarked
package hyperlab.file;

import org.jspecify.annotations.NullMarked;

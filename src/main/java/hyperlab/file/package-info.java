/**
 * The JSON and CSV formats: reading, validating and safely writing experiments, weights and run folders. Depends on the
 * core and Jackson. Stateless; any thread. It has more than 40 files because each kind of document has a format class
 * of its own, and these classes read each other's objects.
 */
@NullMarked
package hyperlab.file;

import org.jspecify.annotations.NullMarked;

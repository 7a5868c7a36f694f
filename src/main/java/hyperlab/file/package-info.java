/**
 * The JSON and CSV formats: reading, validating and safely writing experiments, weights and run folders. Depends on the
 * core and Jackson. Stateless; any thread. It has more than 40 files because every kind of document and of file in a run
 * folder has a format class of its own.
 */
@NullMarked
package hyperlab.file;

import org.jspecify.annotations.NullMarked;

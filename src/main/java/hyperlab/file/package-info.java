/**
 * The JSON formats: reading, checking and safe writing of experiments, weights and run folders. Knows the core and
 * Jackson. No state, any thread.
 */
@NullMarked
package hyperlab.file;

import org.jspecify.annotations.NullMarked;

/**
 * Reads the training logs of other programs: one {@link hyperlab.file.log.LogReader} for each format. The size of what
 * is read is limited, and every error is one line. Stateless; any thread.
 */
@NullMarked
package hyperlab.file.log;

import org.jspecify.annotations.NullMarked;

/** Runs as they are saved with a document: their settings, histories and changes. Values; any thread. */
@NullMarked
package hyperlab.file.runs;

import org.jspecify.annotations.NullMarked;

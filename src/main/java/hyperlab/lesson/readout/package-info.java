/**
 * The labs as lessons see them: their controls, the parts of their stages, and their readouts, computed from a document
 * without a window. Each document is computed once, when its first value is asked for. Safe to use from one thread at a
 * time.
 */
@NullMarked
package hyperlab.lesson.readout;

import org.jspecify.annotations.NullMarked;

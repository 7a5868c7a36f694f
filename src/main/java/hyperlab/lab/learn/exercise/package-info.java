/**
 * The exercises at the end of the pages: what is chosen, the computed answer, the scores, and their view. Answers are
 * computed on a worker; all else on the FX thread.
 */
@NullMarked
package hyperlab.lab.learn.exercise;

import org.jspecify.annotations.NullMarked;

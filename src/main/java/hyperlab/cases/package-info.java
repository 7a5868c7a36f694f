/**
 * Worked cases on real data: a baseline, what a study made of it, and what that gained on rows that had no part in either,
 * over several seeds; run again, and compared with what was recorded. Knows {@code tune}, {@code train} and what they
 * know. Given things are immutable; a run belongs to the thread that calls it, with more from the caller's executor.
 */
@NullMarked
package hyperlab.cases;

import org.jspecify.annotations.NullMarked;

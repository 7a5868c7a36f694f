/**
 * Worked cases on real data: a baseline, an experiment tuned by a study, and the gain over several seeds on rows that
 * neither has used. Cases can be run again and compared with the recorded scores. Depends on {@code tune}, {@code
 * train} and their dependencies. Values are immutable; a run belongs to the thread that calls it and uses further
 * threads of the caller's executor.
 */
@NullMarked
package hyperlab.cases;

import org.jspecify.annotations.NullMarked;

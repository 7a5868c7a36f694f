/**
 * The answers that one student gave in one lesson: a small file that is collected by the teacher. It has a name only if
 * the student typed one. Immutable values, safe to use from any thread.
 */
@NullMarked
package hyperlab.lesson.answers;

import org.jspecify.annotations.NullMarked;

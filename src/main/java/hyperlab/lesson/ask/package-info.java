/**
 * Ask first: questions about the current state of a lab, outside of lessons. A question is a step of a lesson
 * ({@link hyperlab.lesson.Step.Predict}) whose answer is computed from the state. Immutable values, safe to use from
 * any thread.
 */
@NullMarked
package hyperlab.lesson.ask;

import org.jspecify.annotations.NullMarked;

/**
 * Lessons: predict, observe, explain, reach. The model of a lesson, its reader and its checker. A lesson is one
 * Markdown file ({@link hyperlab.lesson.LessonReader}); its answers are computed, not stated
 * ({@link hyperlab.lesson.expression.Expression} over {@link hyperlab.lesson.expression.Readouts}). Nothing here needs
 * a window: the window plays the same model against the live state of a lab. Immutable values, safe to use from any
 * thread.
 */
@NullMarked
package hyperlab.lesson;

import org.jspecify.annotations.NullMarked;

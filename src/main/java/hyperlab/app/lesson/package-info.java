/**
 * Plays a lesson on a lab: the questions, what is locked and hidden, the goal, the progress, and the class mode. The
 * view model needs no toolkit; {@link hyperlab.app.lesson.LessonFrame} holds what the shell shows around the stage.
 */
@NullMarked
package hyperlab.app.lesson;

import org.jspecify.annotations.NullMarked;

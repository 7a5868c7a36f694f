package hyperlab.lesson;

import java.util.List;
import java.util.Optional;

/**
 * The result of reading a lesson.
 *
 * @param lesson the lesson; empty if there are problems
 * @param problems everything that is wrong, in the order of the lines
 */
public record LessonReading(Optional<Lesson> lesson, List<LessonProblem> problems) {
    public LessonReading {
        problems = List.copyOf(problems);
    }
}

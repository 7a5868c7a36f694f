package hyperlab.lesson;

import java.util.List;
import java.util.Optional;

/**
 * The result of reading exercises.
 *
 * @param exercises empty if there is a problem
 * @param problems in the order of the lines; empty if the exercises are valid
 */
public record ExerciseReading(Optional<PageExercises> exercises, List<LessonProblem> problems) {
    public ExerciseReading {
        problems = List.copyOf(problems);
    }
}

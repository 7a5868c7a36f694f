package hyperlab.lesson;

import hyperlab.rule.InvalidInputException;

/**
 * What is wrong with a lesson.
 *
 * @param line the line in the file, from 1
 * @param reason the key, the rule and the value
 */
public record LessonProblem(int line, InvalidInputException reason) {
    /** This problem as an exception that names the file and the line. */
    public InvalidInputException toException(String file) {
        return new InvalidInputException(
                file + ":" + line + " " + reason.name(),
                reason.rule(),
                reason.arguments().toArray());
    }
}

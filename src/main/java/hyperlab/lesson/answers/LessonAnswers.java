package hyperlab.lesson.answers;

import java.util.List;
import java.util.Optional;

/**
 * The answers of one student.
 *
 * @param lesson the title of the lesson
 * @param sha256 the SHA-256 of the lesson file, in hexadecimal: answers to different versions are not mixed up
 * @param name what the student typed as a name; empty if nothing
 * @param answers in the order of the steps
 */
public record LessonAnswers(String lesson, String sha256, Optional<String> name, List<Answer> answers) {
    /** The ending of the name of a file with answers. */
    public static final String FILE_ENDING = ".hyperlab-answers.json";

    public LessonAnswers {
        answers = List.copyOf(answers);
    }

    /**
     * The answer to one step.
     *
     * @param step the number of the step, from 1
     * @param kind what was asked for
     * @param text the answer as text: the name of the choice, the number, the names in order, the words, or the changed
     *     settings; the points of a sketch as {@code x y; x y; …}
     * @param score from 0 to 1, for a goal 1 if it was reached without a shown solution; empty for what is not scored
     * @param misconception what a wrong choice points to; empty for none
     */
    public record Answer(int step, Kind kind, String text, Optional<Double> score, Optional<String> misconception) {}

    /** What a step asked for. */
    public enum Kind {
        CHOICE,
        NUMBER,
        ORDER,
        SKETCH,
        WORDS,
        REACH
    }
}

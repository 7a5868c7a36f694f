package hyperlab.lesson;

import hyperlab.text.Language;
import java.util.List;
import java.util.stream.Stream;

/**
 * The questions at the end of a page.
 *
 * @param language the language of all of their texts
 * @param page the name of the page
 * @param exercises 1 … {@value #MAX_EXERCISES}
 */
public record PageExercises(Language language, String page, List<Exercise> exercises) {
    /** The value of {@code format} in the front matter. */
    public static final String FORMAT = "hyperlab-exercises/1";

    public static final int MAX_EXERCISES = 3;

    public PageExercises {
        exercises = List.copyOf(exercises);
    }

    /** The questions and explanations in the order of the file. */
    public List<Step> steps() {
        return exercises.stream()
                .flatMap(each -> Stream.<Step>of(each.question(), each.explanation()))
                .toList();
    }
}

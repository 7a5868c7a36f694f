package hyperlab.lesson;

import hyperlab.lesson.readout.LessonLab;
import hyperlab.text.Language;
import java.util.List;

/**
 * A lesson: a sequence of steps in one lab.
 *
 * @param language the language of all of its texts
 * @param title the title
 * @param lab the lab that it takes place in ({@code subject} in the file)
 * @param minutes the time it takes in class, 1 … {@value #MAX_MINUTES}
 * @param pages the names of the pages on its subject; pages link back to it
 * @param notes the notes for the teacher: what students usually believe, what to ask
 * @param steps 1 … {@value #MAX_STEPS}
 */
public record Lesson(
        Language language,
        String title,
        LessonLab lab,
        int minutes,
        List<String> pages,
        LessonText notes,
        List<Step> steps) {
    /** The value of {@code format} in the front matter. */
    public static final String FORMAT = "hyperlab-lesson/1";

    /** The ending of the name of a lesson file. */
    public static final String FILE_ENDING = ".hyperlab-lesson.md";

    public static final int MAX_MINUTES = 480;
    public static final int MAX_STEPS = 60;

    public Lesson {
        pages = List.copyOf(pages);
        steps = List.copyOf(steps);
    }
}

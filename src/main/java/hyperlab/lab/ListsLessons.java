package hyperlab.lab;

import java.util.Map;

/** A lab that lists the bundled lessons. FX thread only. */
public interface ListsLessons {
    /** Shows how far each lesson is; lessons that were never begun are missing. */
    void showLessonProgress(Map<String, LessonProgress> progress);

    /** Shows the list of the lessons and gives the focus to the first one. */
    void showLessons();

    /** Gives the focus to the button that starts a lesson, or to the first one if the lesson is not listed. */
    void focusLesson(String name);
}

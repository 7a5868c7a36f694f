package hyperlab.lesson;

import hyperlab.file.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every step has: its texts, the state of the lab, and what the user may touch and see.
 *
 * @param title the question or the goal, in one line
 * @param text what follows the title
 * @param line the line of the heading in the file, from 1
 * @param document the settings that the step starts from; each step states them or continues with those of the step
 *     before it, so a reader of the model never has to look back
 * @param source where the document comes from, as the file spells it: {@code try:NAME}, a relative path, or
 *     {@code inline}; null if the step continues from the step before, with the changes that the user made there
 * @param free the controls that the step does not lock, from {@link hyperlab.lesson.readout.LabControls#names}
 * @param hide the parts of the stage that stay hidden until the reveal, from
 *     {@link hyperlab.lesson.readout.LabControls#parts}
 * @param look the parts of the stage that the step is about, the most important one first: where there is not enough
 *     room for all parts, only these are shown; empty for those that the step rings or hides
 */
public record Scene(
        String title,
        LessonText text,
        int line,
        Document document,
        @Nullable String source,
        List<String> free,
        List<String> hide,
        List<String> look) {
    public Scene {
        free = List.copyOf(free);
        hide = List.copyOf(hide);
        look = List.copyOf(look);
    }

    /** Whether the step continues from the state in which the step before it ended. */
    public boolean continues() {
        return source == null;
    }
}

package hyperlab.lesson;

import java.util.List;

/** The controls and the parts of the stage of each lab, by the names that lessons use. */
public final class LabControls {
    private LabControls() {}

    /** The controls that a step may free and a solution may change. */
    public static List<String> names(LessonLab lab) {
        return List.of();
    }

    /** The parts of the stage that a step may hide or point at. */
    public static List<String> parts(LessonLab lab) {
        return List.of();
    }
}

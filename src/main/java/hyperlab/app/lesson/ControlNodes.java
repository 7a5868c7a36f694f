package hyperlab.app.lesson;

import hyperlab.lesson.Lesson;
import hyperlab.lesson.readout.LabControls;
import hyperlab.lesson.readout.LessonLab;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Finds the controls that a lesson frees in the panel of their lab. */
final class ControlNodes {
    /** The ids of controls that are not named after the lab and the control. */
    private static final Map<LessonLab, Map<String, String>> IDS = Map.of(
            LessonLab.BATCH_SIZE,
            Map.of(
                    "batchSize", "batch-size",
                    "start", "batch-size-start-x",
                    "oddSample", "batch-size-odd",
                    "dropLast", "batch-size-last",
                    "noise", "batch-size-escape-noise",
                    "tilt", "batch-size-escape-tilt"),
            LessonLab.ACTIVATION,
            Map.of("initializer", "activation-start"),
            LessonLab.TRAINING,
            Map.of("training.loss", "training-loss-function"));

    private ControlNodes() {}

    /** The node of a control; empty if the lab has no control for it. */
    static Optional<Node> find(LessonLab lab, String control, Parent panel) {
        String name = LabControls.control(lab, control, "free").name();
        String id = IDS.getOrDefault(lab, Map.of())
                .getOrDefault(name, lab.id() + "-" + kebab(name.substring(name.lastIndexOf('.') + 1)));
        return find(panel, id);
    }

    /** Looks in folded sections too, which are not in the scene. */
    private static Optional<Node> find(Parent parent, String id) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (id.equals(child.getId())) {
                return Optional.of(child);
            }
            if (child instanceof Parent inner) {
                Optional<Node> found = find(inner, id);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** The controls that a lesson frees in some step, in the order of the steps, with those of their constants. */
    static List<String> all(LessonLab lab, Lesson lesson) {
        return LabControls.withConstants(
                lab,
                lesson.steps().stream()
                        .flatMap(step -> step.scene().free().stream())
                        .distinct()
                        .toList());
    }
}

package hyperlab.lesson.readout;

import hyperlab.file.Document;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The labs that a lesson can take place in. */
public enum LessonLab {
    LEARNING_RATE("learning-rate"),
    BATCH_SIZE("batch-size"),
    MAP("map"),
    TRAINING("training"),
    ACTIVATION("activation"),
    CONVOLUTION("convolution"),
    TUNING("tuning"),
    CASES("cases");

    private final String id;

    LessonLab(String id) {
        this.id = id;
    }

    /** As in {@code --lab NAME}, and in the front matter of a lesson. */
    public String id() {
        return id;
    }

    public static Optional<LessonLab> ofId(String id) {
        return Arrays.stream(values()).filter(lab -> lab.id.equals(id)).findFirst();
    }

    /** All ids, in navigation order. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(LessonLab::id).toList();
    }

    /** The lab that opens {@code document}; empty for a document that no lesson can use. */
    public static Optional<LessonLab> of(Document document) {
        if (document instanceof Document.OfDescent) {
            return Optional.of(LEARNING_RATE);
        }
        if (document instanceof Document.OfBatch) {
            return Optional.of(BATCH_SIZE);
        }
        if (document instanceof Document.OfMap) {
            return Optional.of(MAP);
        }
        if (document instanceof Document.OfExperiment) {
            return Optional.of(TRAINING);
        }
        if (document instanceof Document.OfActivations) {
            return Optional.of(ACTIVATION);
        }
        if (document instanceof Document.OfConvolution) {
            return Optional.of(CONVOLUTION);
        }
        if (document instanceof Document.OfStudy) {
            return Optional.of(TUNING);
        }
        return document instanceof Document.OfCase ? Optional.of(CASES) : Optional.empty();
    }
}

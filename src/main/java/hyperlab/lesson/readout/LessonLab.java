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
        return document.accept(new Document.Visitor<>() {
            @Override
            public Optional<LessonLab> visit(Document.OfExperiment of) {
                return Optional.of(TRAINING);
            }

            @Override
            public Optional<LessonLab> visit(Document.OfDescent of) {
                return Optional.of(LEARNING_RATE);
            }

            @Override
            public Optional<LessonLab> visit(Document.OfBatch of) {
                return Optional.of(BATCH_SIZE);
            }

            @Override
            public Optional<LessonLab> visit(Document.OfStudy of) {
                return Optional.of(TUNING);
            }

            @Override
            public Optional<LessonLab> visit(Document.OfCase of) {
                return Optional.of(CASES);
            }

            @Override
            public Optional<LessonLab> visit(Document.OfMapCase of) {
                return Optional.empty();
            }

            @Override
            public Optional<LessonLab> visit(Document.OfConvolution of) {
                return Optional.of(CONVOLUTION);
            }

            @Override
            public Optional<LessonLab> visit(Document.OfActivations of) {
                return Optional.of(ACTIVATION);
            }

            @Override
            public Optional<LessonLab> visit(Document.OfPlayground of) {
                return Optional.empty();
            }

            @Override
            public Optional<LessonLab> visit(Document.OfLog of) {
                return Optional.empty();
            }

            @Override
            public Optional<LessonLab> visit(Document.OfMap of) {
                return Optional.of(MAP);
            }

            @Override
            public Optional<LessonLab> visit(Document.OfPage of) {
                return Optional.empty();
            }
        });
    }
}

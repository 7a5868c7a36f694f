package hyperlab.lab;

import hyperlab.file.Document;
import java.util.Arrays;
import java.util.Optional;

/** The available labs, in navigation order. */
public enum LabName {
    LEARNING_RATE("learning-rate", "fth-trending-down"),
    BATCH_SIZE("batch-size", "fth-layers"),
    TRAINING("training", "fth-share-2"),
    ACTIVATION("activation", "fth-activity"),
    CONVOLUTION("convolution", "fth-grid"),
    TUNING("tuning", "fth-crosshair"),
    CASES("cases", "fth-briefcase"),
    LEARN("learn", "fth-book-open");

    private final String id;
    private final String icon;

    LabName(String id, String icon) {
        this.id = id;
        this.icon = icon;
    }

    /** As in {@code --lab NAME}. */
    public String id() {
        return id;
    }

    /** The Ikonli icon literal. */
    public String icon() {
        return icon;
    }

    /**
     * Message key of the title in the top bar. With the suffix {@code .short} it is the label under the rail's icon.
     */
    public String titleKey() {
        return "lab." + id;
    }

    public static Optional<LabName> ofId(String id) {
        return Arrays.stream(values()).filter(lab -> lab.id.equals(id)).findFirst();
    }

    /** The lab that a document belongs to. */
    public static LabName forDocument(Document document) {
        if (document instanceof Document.OfDescent) {
            return LEARNING_RATE;
        }
        if (document instanceof Document.OfBatch) {
            return BATCH_SIZE;
        }
        if (document instanceof Document.OfActivations) {
            return ACTIVATION;
        }
        if (document instanceof Document.OfConvolution) {
            return CONVOLUTION;
        }
        if (document instanceof Document.OfStudy) {
            return TUNING;
        }
        if (document instanceof Document.OfCase) {
            return CASES;
        }
        return document instanceof Document.OfPage ? LEARN : TRAINING;
    }
}

package hyperlab.lab;

import hyperlab.file.Document;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The available labs, in navigation order. A lab has one name everywhere: its id is the name in {@code --lab} and in files,
 * the name of its bundle, and the first part of its message keys.
 */
public enum LabName {
    LEARNING_RATE("learning-rate", "fth-trending-down", Document.OfDescent.class),
    BATCH_SIZE("batch-size", "fth-layers", Document.OfBatch.class),
    MAP("map", "fth-map", Document.OfMap.class),
    TRAINING("training", "fth-share-2", Document.OfExperiment.class, Document.OfPlayground.class, Document.OfLog.class),
    ACTIVATION("activation", "fth-activity", Document.OfActivations.class),
    CONVOLUTION("convolution", "fth-grid", Document.OfConvolution.class),
    TUNING("tuning", "fth-crosshair", Document.OfStudy.class),
    CASES("cases", "fth-briefcase", Document.OfCase.class, Document.OfMapCase.class),
    LEARN("learn", "fth-book-open", Document.OfPage.class);

    private final String id;
    private final String icon;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<Class<?>> documents;

    /** @param documents the kinds of documents that are opened in this lab and in no other */
    LabName(String id, String icon, Class<?>... documents) {
        this.id = id;
        this.icon = icon;
        this.documents = List.of(documents);
    }

    /** As in {@code --lab NAME}. */
    public String id() {
        return id;
    }

    /** The Ikonli icon literal. */
    public String icon() {
        return icon;
    }

    /** Message key of the title in the top bar. */
    public String titleKey() {
        return id + ".lab";
    }

    /** Message key of the label under the rail's icon. */
    public String shortTitleKey() {
        return id + ".lab.short";
    }

    public static Optional<LabName> ofId(String id) {
        return Arrays.stream(values()).filter(lab -> lab.id.equals(id)).findFirst();
    }

    /**
     * The lab that a document belongs to.
     *
     * @throws java.util.NoSuchElementException if no lab lists this kind of document, which is a bug
     */
    public static LabName forDocument(Document document) {
        return Arrays.stream(values())
                .filter(lab -> lab.documents.contains(document.getClass()))
                .findFirst()
                .orElseThrow();
    }
}

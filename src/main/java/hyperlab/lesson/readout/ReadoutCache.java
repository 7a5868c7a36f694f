package hyperlab.lesson.readout;

import hyperlab.file.Document;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Computes documents, each of them once. Steps and languages of a lesson that share a document share its computation.
 */
public final class ReadoutCache {
    private final @Nullable Path folder;
    private final Map<Document, LabValues> values = new HashMap<>();

    /** @param folder the folder that the files of the documents are relative to; null if they have none */
    public ReadoutCache(@Nullable Path folder) {
        this.folder = folder;
    }

    /**
     * The readouts of a document at the end of its run.
     *
     * @throws IllegalArgumentException for a document of no lab
     */
    public DocumentReadouts of(Document document) {
        return DocumentReadouts.atEnd(
                this,
                document,
                LessonLab.of(document).orElseThrow(() -> new IllegalArgumentException("no lab for " + document)));
    }

    synchronized LabValues values(Document shown) {
        // What is drawn over a map changes none of its values.
        Document document = shown instanceof Document.OfMap of ? new Document.OfMap(of.map()) : shown;
        LabValues known = values.get(document);
        if (known == null) {
            known = compute(document);
            values.put(document, known);
        }
        return known;
    }

    private LabValues compute(Document document) {
        if (document instanceof Document.OfDescent of) {
            return new DescentValues(of.setup());
        }
        if (document instanceof Document.OfBatch of) {
            return new BatchValues(of.setup(), folder);
        }
        if (document instanceof Document.OfMap of) {
            return new MapValues(of.map(), folder);
        }
        if (document instanceof Document.OfExperiment of) {
            return new TrainingValues(of.experiment(), folder);
        }
        if (document instanceof Document.OfActivations of) {
            return new ActivationValues(of.setup());
        }
        if (document instanceof Document.OfConvolution of) {
            return new ConvolutionValues(of.setup());
        }
        if (document instanceof Document.OfStudy of) {
            return new TuningValues(of.study(), folder);
        }
        return new CaseValues(((Document.OfCase) document).subject());
    }
}

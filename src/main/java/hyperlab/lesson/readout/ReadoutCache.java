package hyperlab.lesson.readout;

import hyperlab.data.DataSettings;
import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.file.Document;
import hyperlab.train.Experiment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Computes documents, each of them once. Steps and languages of a lesson that share a document share its computation.
 */
public final class ReadoutCache {
    private final @Nullable Path folder;
    private final BooleanSupplier cancelled;
    private final Map<Document, LabValues> values = new HashMap<>();
    private @Nullable LastSplit lastSplit;

    private record SplitKey(DataSettings data, long seed) {}

    private record LastSplit(SplitKey key, DataSplit split) {}

    /** @param folder the folder that the files of the documents are relative to; null if they have none */
    public ReadoutCache(@Nullable Path folder) {
        this(folder, () -> false);
    }

    /**
     * A cache whose computations can be canceled.
     *
     * @param folder the folder that the files of the documents are relative to; null if they have none
     * @param cancelled checked often; once it is true, a readout that needs a run throws {@link CancellationException}
     */
    public ReadoutCache(@Nullable Path folder, BooleanSupplier cancelled) {
        this.folder = folder;
        this.cancelled = cancelled;
    }

    /** Throws if a run was canceled, so that nothing is read from a part of it. */
    static void requireComplete(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the readouts are no longer needed");
        }
    }

    /**
     * The readouts of a document at the end of its run.
     *
     * @throws IllegalArgumentException for a document of no lab
     */
    public DocumentReadouts of(Document document) {
        return DocumentReadouts.atEnd(this, document, LessonLab.of(document).orElseThrow(() -> noLab(document)));
    }

    /** The data of an experiment. Experiments that follow each other and differ in other settings share them. */
    public synchronized DataSplit split(Experiment experiment) {
        SplitKey key = new SplitKey(experiment.data(), experiment.seed());
        LastSplit known = lastSplit;
        if (known == null || !known.key().equals(key)) {
            lastSplit = null;
            known = new LastSplit(key, DataSplitter.loadAndSplit(key.data(), key.seed(), folder));
            lastSplit = known;
        }
        return known.split();
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
        return document.accept(new Document.Visitor<>() {
            @Override
            public LabValues visit(Document.OfExperiment of) {
                return new TrainingValues(of.experiment(), split(of.experiment()), cancelled);
            }

            @Override
            public LabValues visit(Document.OfDescent of) {
                return new DescentValues(of.setup());
            }

            @Override
            public LabValues visit(Document.OfBatch of) {
                return new BatchValues(of.setup(), folder);
            }

            @Override
            public LabValues visit(Document.OfStudy of) {
                return new TuningValues(of.study(), folder, cancelled);
            }

            @Override
            public LabValues visit(Document.OfCase of) {
                return new CaseValues(of.subject());
            }

            @Override
            public LabValues visit(Document.OfMapCase of) {
                throw noLab(of);
            }

            @Override
            public LabValues visit(Document.OfConvolution of) {
                return new ConvolutionValues(of.setup());
            }

            @Override
            public LabValues visit(Document.OfActivations of) {
                return new ActivationValues(of.setup(), cancelled);
            }

            @Override
            public LabValues visit(Document.OfPlayground of) {
                throw noLab(of);
            }

            @Override
            public LabValues visit(Document.OfLog of) {
                throw noLab(of);
            }

            @Override
            public LabValues visit(Document.OfMap of) {
                return new MapValues(of.map(), folder, cancelled);
            }

            @Override
            public LabValues visit(Document.OfPage of) {
                throw noLab(of);
            }
        });
    }

    private static IllegalArgumentException noLab(Document document) {
        return new IllegalArgumentException("no lab for " + document);
    }
}

package hyperlab.lab;

import hyperlab.file.Document;
import hyperlab.ui.control.chart.ChartCard;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One lab as the frame sees it. What only some labs can do is in interfaces of its own, such as {@link ComparesRuns}; the
 * frame asks for them with {@link #feature}. FX thread only.
 */
public interface Lab {
    LabName name();

    /** What the frame shows around the stage and on it, and operates; the same instance at every call. */
    LabParts parts();

    /** The cards that can be exported. The keyboard shortcut uses the first one if none has the focus. */
    List<ChartCard> charts();

    /** The current document: everything needed to restore this state. */
    Document document();

    /** The document that produced one chart; the settings may have changed since. */
    Document displayedDocument(ChartCard card);

    /**
     * Restores a document of this lab's kind.
     *
     * @param folder the base folder of the document's relative paths; null if it was not read from a file
     */
    void open(Document document, @Nullable Path folder);

    default void open(Document document) {
        open(document, null);
    }

    /** Called when the lab comes on stage or leaves it. Charts that are not visible do not draw. */
    void setOnStage(boolean onStage);

    /** Stops everything that is running. */
    void close();

    /** This lab as {@code type}, one of the interfaces of features that only some labs have; empty if it lacks it. */
    default <F> Optional<F> feature(Class<F> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
    }
}

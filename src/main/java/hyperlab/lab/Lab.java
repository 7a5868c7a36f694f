package hyperlab.lab;

import hyperlab.file.Document;
import hyperlab.file.RunsFormat;
import hyperlab.file.SavedRuns;
import hyperlab.text.Texts;
import hyperlab.ui.control.chart.ChartCard;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One lab as the shell sees it. FX thread only. */
public interface Lab {
    LabName name();

    /** What the shell shows around the stage and on it, and operates; the same instance at every call. */
    LabParts parts();

    /** The cards that can be exported. The keyboard shortcut uses the first one if none has the focus. */
    List<ChartCard> charts();

    /** The current document: everything needed to restore this state. */
    Document document();

    /** The document that produced the charts on stage; the settings may have changed since. */
    default Document displayedDocument() {
        return document();
    }

    /**
     * The document that produced one chart. It differs from {@link #displayedDocument()} only for a card with its own subject.
     */
    default Document displayedDocument(ChartCard card) {
        return displayedDocument();
    }

    /**
     * Settings that had other values earlier in the run, which {@link #displayedDocument(ChartCard)} does not contain; empty if
     * there are none.
     */
    default String settingChanges(ChartCard card, Texts texts) {
        return "";
    }

    /** What a card shows in addition to {@link #displayedDocument(ChartCard)}, such as other runs; empty if nothing. */
    default String comparisonCaption(ChartCard card, Texts texts) {
        return "";
    }

    /**
     * The same as data, to be embedded in a figure of the card. Written as text ({@link RunsFormat}),
     * {@link #restoreExtras} accepts it.
     */
    default SavedRuns comparedRuns(ChartCard card) {
        return SavedRuns.NONE;
    }

    /**
     * Restores a document of this lab's kind.
     *
     * @param folder the base folder of the document's relative paths; null if it was not read from a file
     */
    void open(Document document, @Nullable Path folder);

    default void open(Document document) {
        open(document, null);
    }

    /** Handles a dropped file that is not a document, such as an image; returns false if it is not for this lab. */
    default boolean handleDrop(Path file) {
        return false;
    }

    /** Whether a document is added to what the lab holds, as one run among others, instead of replacing it. */
    default boolean acceptsAsComparison(Document document) {
        return false;
    }

    /**
     * What the lab holds in addition to its document, to be saved with the session. The supplier may be called on any
     * thread, because writing the text can take a while. The text is empty if there is nothing.
     */
    default Supplier<String> saveExtras() {
        return () -> "";
    }

    /**
     * Restores what {@link #saveExtras} returned and replaces the current extras; an empty text clears them.
     *
     * @throws hyperlab.rule.InvalidInputException if the text cannot be read
     */
    default void restoreExtras(String extras) {}

    /** Pastes the clipboard's contents if they are for this lab, such as an image; returns false otherwise. */
    default boolean handlePaste() {
        return false;
    }

    /**
     * Scrolls down one screen if the lab shows a page to read, and thus has nothing to play; returns false otherwise.
     */
    default boolean scrollPage() {
        return false;
    }

    /** Called when the lab comes on stage or leaves it. Charts that are not visible do not draw. */
    void setOnStage(boolean onStage);

    /** Stops everything that is running. */
    void close();
}

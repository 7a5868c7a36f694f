package hyperlab.app;

import hyperlab.app.control.ChartCard;
import hyperlab.file.Document;
import hyperlab.file.RunsFormat;
import hyperlab.file.SavedRuns;
import hyperlab.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One lab as the shell sees it. FX thread alone. */
public interface Lab {
    LabName name();

    /** What the shell puts around the stage, on it and to work; the same at every call. */
    LabParts parts();

    /** The cards that can be exported; the first is the one that the shortcut takes when none has the focus. */
    List<ChartCard> charts();

    /** All that is needed to come back here. */
    Document document();

    /** What made the charts on stage, where settings may already stand otherwise. */
    default Document pictured() {
        return document();
    }

    /** What made one of those charts; {@link #pictured()} but for a card with a subject of its own. */
    default Document pictured(ChartCard card) {
        return pictured();
    }

    /** What {@link #pictured(ChartCard)} does not tell: settings that were other ones before; empty for nothing. */
    default String changedOnTheWay(ChartCard card, Texts texts) {
        return "";
    }

    /** What a card draws beside what {@link #pictured(ChartCard)} tells, such as other runs; empty for nothing. */
    default String alsoDrawn(ChartCard card, Texts texts) {
        return "";
    }

    /** The same, to be carried by a figure of the card; as text ({@link RunsFormat}) {@link #bringBack} takes it. */
    default SavedRuns drawnBeside(ChartCard card) {
        return SavedRuns.NONE;
    }

    /**
     * Comes back to a document of this lab's kind.
     *
     * @param folder where the document's paths start; null for one that was not read from a file
     */
    void open(Document document, @Nullable Path folder);

    default void open(Document document) {
        open(document, null);
    }

    /** Takes a file that was dropped on the window and is no document, such as a picture; false where it is not for it. */
    default boolean takesDropped(Path file) {
        return false;
    }

    /** Whether a document is put beside what the lab holds, as a run among others, rather than in its place. */
    default boolean keepsBeside(Document document) {
        return false;
    }

    /**
     * What the lab holds now beside its document, to be kept from one session to the next. The text may be asked for on any
     * thread, as it can take a while to write; it is empty for nothing.
     */
    default Supplier<String> beside() {
        return () -> "";
    }

    /**
     * Brings back what {@link #beside} gave, in place of what is there; nothing of it for an empty text.
     *
     * @throws hyperlab.rule.Refusal where it cannot be read
     */
    default void bringBack(String beside) {}

    /** Takes what is on the clipboard where it is something of this lab's own, such as a picture; false otherwise. */
    default boolean takesPasted() {
        return false;
    }

    /** Reads on by a screenful where there is something to read, and so nothing to play; false elsewhere. */
    default boolean readsOn() {
        return false;
    }

    /** Told when the lab comes on stage or leaves it; a chart that no one sees draws nothing. */
    void shown(boolean onStage);

    /** Ends whatever runs. */
    void close();
}

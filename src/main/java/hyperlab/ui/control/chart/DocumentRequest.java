package hyperlab.ui.control.chart;

import hyperlab.file.Document;
import java.nio.file.Path;
import javafx.event.Event;
import javafx.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * A request to open a document in the lab that it belongs to. Bubbles from a lab up to the root, where the shell
 * handles it.
 */
public final class DocumentRequest extends Event {
    public static final EventType<DocumentRequest> REQUESTED = new EventType<>(Event.ANY, "DOCUMENT_WANTED");

    private static final long serialVersionUID = 1L;

    private final transient Document document;
    private final transient @Nullable Path folder;
    private final String view;

    /** @param folder the base folder of the document's relative paths; null for the working directory */
    public DocumentRequest(Document document, @Nullable Path folder) {
        this(document, folder, "");
    }

    /**
     * @param folder the base folder of the document's relative paths; null for the working directory
     * @param view the experiment or chart that the lab shows; empty to leave it as it is
     */
    public DocumentRequest(Document document, @Nullable Path folder, String view) {
        super(REQUESTED);
        this.document = document;
        this.folder = folder;
        this.view = view;
    }

    public Document document() {
        return document;
    }

    /** The experiment or chart that the lab shows; empty to leave it as it is. */
    public String view() {
        return view;
    }

    /** The base folder of the document's relative paths; null for the working directory. */
    public @Nullable Path folder() {
        return folder;
    }
}

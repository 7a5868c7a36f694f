package hyperlab.app;

import hyperlab.file.Document;
import hyperlab.lab.HasExtras;
import hyperlab.lab.Lab;
import hyperlab.lab.LabName;
import hyperlab.rule.InvalidInputException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The document of each lab, where it came from, and what each lab held when the window was closed. FX thread only. */
final class DocumentSession {
    private static final System.Logger LOG = System.getLogger(DocumentSession.class.getName());

    private final Navigation navigation;
    private final Map<LabName, OpenDocument> documents = new EnumMap<>(LabName.class);
    private final Map<LabName, Document> initialDocuments = new EnumMap<>(LabName.class);
    private final Map<LabName, OpenDocument> pendingRestores = new EnumMap<>(LabName.class);
    private final Map<LabName, Integer> openings = new EnumMap<>(LabName.class);
    private final Set<LabName> restored = new HashSet<>();
    private final Map<LabName, OpenDocument> suspended = new EnumMap<>(LabName.class);

    /** @param previous the labs' documents of the last session; each is restored when its lab is created */
    DocumentSession(Navigation navigation, Map<LabName, OpenDocument> previous) {
        this.navigation = navigation;
        pendingRestores.putAll(previous);
        navigation.setCreationListener(this::initialize);
    }

    OpenDocument openDocument(Lab lab) {
        return documents.getOrDefault(lab.name(), initialDocument(lab)).withDocument(lab.document());
    }

    /** The lab's initial document. */
    OpenDocument initialDocument(Lab lab) {
        return OpenDocument.unmodified(initialDocuments.getOrDefault(lab.name(), lab.document()), null, null);
    }

    /** Opens this document in the lab and restores its extras. */
    void restore(Lab lab, OpenDocument openDocument) {
        open(lab, openDocument);
        if (!openDocument.extras().isEmpty()) {
            restoreExtras(lab, openDocument.extras());
        }
        restored.remove(lab.name());
    }

    /**
     * How many documents were opened in the lab so far. While a file is written, it tells whether the lab has another.
     */
    int openings(Lab lab) {
        return openings.getOrDefault(lab.name(), 0);
    }

    /** Records that this document of the lab is now saved in this file. The lab may have changed since. */
    void markSaved(Lab lab, Document saved, Path file) {
        documents.put(
                lab.name(), OpenDocument.unmodified(saved, openDocument(lab).folder(), file));
    }

    /** Records that the lab's file no longer holds what was saved. */
    void markUnsaved(Lab lab) {
        documents.put(lab.name(), openDocument(lab).asUnsaved());
    }

    /** Restores the extras. They are optional: if they cannot be read, only the document is restored. */
    static void restoreExtras(Lab lab, String extras) {
        try {
            lab.feature(HasExtras.class).ifPresent(holder -> holder.restoreExtras(extras));
        } catch (InvalidInputException error) {
            LOG.log(Level.INFO, "Only the document was restored: {0}", error.line());
        }
    }

    /** The lab's extras, in a form that may be written on any thread; empty for a lab without any. */
    static Supplier<String> saveExtras(Lab lab) {
        return lab.feature(HasExtras.class).map(HasExtras::saveExtras).orElse(() -> "");
    }

    /** Keeps what a lab held while something else borrows the lab: the session is saved with it. */
    void suspend(Lab lab, OpenDocument held) {
        suspended.put(lab.name(), held);
    }

    /** Ends {@link #suspend}; the lab must be restored afterwards. */
    void resume(Lab lab) {
        suspended.remove(lab.name());
    }

    /** Whether the current lab was restored from the last session; true only once per lab. */
    boolean wasRestored() {
        return restored.remove(navigation.currentProperty().get().name());
    }

    /**
     * Takes a snapshot of all labs that are not in their initial state, including saved ones that have not been created
     * yet. The returned supplier may be called on any thread.
     */
    Supplier<Map<LabName, OpenDocument>> snapshot() {
        Map<LabName, OpenDocument> documentsToSave = new EnumMap<>(LabName.class);
        documentsToSave.putAll(pendingRestores);
        List<Runnable> updates = new ArrayList<>();
        for (Lab lab : navigation.created()) {
            LabName name = lab.name();
            OpenDocument held = suspended.get(name);
            OpenDocument openDocument = held == null ? openDocument(lab) : held;
            Supplier<String> extras = held == null ? saveExtras(lab) : held::extras;
            boolean isInitial =
                    openDocument.file() == null && openDocument.document().equals(initialDocuments.get(name));
            updates.add(() -> {
                OpenDocument withExtras = openDocument.withExtras(extras.get());
                if (!isInitial || !withExtras.extras().isEmpty()) {
                    documentsToSave.put(name, withExtras);
                }
            });
        }
        return () -> {
            updates.forEach(Runnable::run);
            return documentsToSave;
        };
    }

    private void initialize(Lab lab) {
        initialDocuments.put(lab.name(), lab.document());
        documents.put(lab.name(), OpenDocument.unmodified(lab.document(), null, null));
        OpenDocument previous = pendingRestores.remove(lab.name());
        if (previous == null || !navigation.labFor(previous.document()).equals(Optional.of(lab.name()))) {
            return;
        }
        try {
            restore(lab, previous);
            restored.add(lab.name());
        } catch (InvalidInputException error) {
            open(lab, initialDocument(lab));
        }
    }

    private void open(Lab lab, OpenDocument openDocument) {
        lab.parts().undo().applyAndClear(() -> lab.open(openDocument.document(), openDocument.folder()));
        openings.merge(lab.name(), 1, Integer::sum);
        // The lab may fill in values that the file leaves open.
        documents.put(
                lab.name(),
                openDocument.isModified()
                        ? openDocument
                        : OpenDocument.unmodified(lab.document(), openDocument.folder(), openDocument.file()));
    }
}

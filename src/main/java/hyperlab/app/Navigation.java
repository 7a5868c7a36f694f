package hyperlab.app;

import hyperlab.file.Document;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The available labs and the current one. A lab is created on first use. */
final class Navigation {
    private final List<Labs.LabFactory> factories;
    private final Function<LabName, LabContext> contexts;
    private final Map<LabName, Lab> labs = new EnumMap<>(LabName.class);
    private final ReadOnlyObjectWrapper<Lab> current;
    private final ReadOnlyObjectWrapper<Optional<LabName>> opening =
            new ReadOnlyObjectWrapper<>(this, "opening", Optional.empty());
    private Executor afterPainting = Runnable::run;
    private Runnable pending = () -> {};
    private boolean isOpening;
    private Consumer<Lab> creationListener = lab -> {};

    /**
     * @param factories at least one
     * @param contexts returns the services of a lab
     */
    Navigation(List<Labs.LabFactory> factories, Function<LabName, LabContext> contexts, LabName first) {
        this.factories = List.copyOf(factories);
        this.contexts = contexts;
        Lab lab = lab(has(first) ? first : factories.get(0).name());
        current = new ReadOnlyObjectWrapper<>(this, "current", lab);
        lab.setOnStage(true);
    }

    List<LabName> labNames() {
        return factories.stream().map(Labs.LabFactory::name).toList();
    }

    boolean has(LabName name) {
        return labNames().contains(name);
    }

    ReadOnlyObjectProperty<Lab> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The lab that will be shown for the first time as soon as the window has said so; empty for none. */
    ReadOnlyObjectProperty<Optional<LabName>> openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /** @param executor runs a task on the FX thread when what was shown before is on the screen */
    void setAfterPainting(Executor executor) {
        afterPainting = executor;
    }

    /** Shows a lab. The first time this takes a moment, so the window says so before the work begins. */
    void visit(LabName name) {
        prepare(name, () -> show(name));
    }

    /** Runs a task that shows a lab; if the lab does not exist yet, when the window has said that it is being opened. */
    void prepare(LabName name, Runnable task) {
        if (!has(name) || labs.containsKey(name) || isOpening) {
            task.run();
            return;
        }
        boolean isWaiting = opening.get().isPresent();
        pending = task;
        opening.set(Optional.of(name));
        if (!isWaiting) {
            afterPainting.execute(() -> {
                Runnable newest = pending;
                pending = () -> {};
                isOpening = true;
                try {
                    newest.run();
                } finally {
                    isOpening = false;
                    opening.set(Optional.empty());
                }
            });
        }
    }

    void show(LabName name) {
        Lab before = current.get();
        if (!has(name) || before.name() == name) {
            return;
        }
        before.parts().playback().playingProperty().set(false);
        before.setOnStage(false);
        Lab lab = lab(name);
        current.set(lab);
        lab.setOnStage(true);
    }

    /** The lab that a document belongs to. */
    Optional<LabName> labFor(Document document) {
        return factories.stream()
                .filter(factory -> factory.accepts().test(document))
                .map(Labs.LabFactory::name)
                .findFirst();
    }

    /** The lab with this name, if it has been created. */
    Optional<Lab> created(LabName name) {
        return Optional.ofNullable(labs.get(name));
    }

    /** The labs that have been created so far. */
    List<Lab> created() {
        return List.copyOf(labs.values());
    }

    /** Calls {@code listener} for each lab that is created, and immediately for those that already exist. */
    void setCreationListener(Consumer<Lab> listener) {
        creationListener = listener;
        created().forEach(listener);
    }

    void close() {
        labs.values().forEach(Lab::close);
    }

    private Lab lab(LabName name) {
        Lab existing = labs.get(name);
        if (existing != null) {
            return existing;
        }
        Lab lab = factories.stream()
                .filter(factory -> factory.name() == name)
                .findFirst()
                .orElseThrow()
                .create()
                .apply(contexts.apply(name));
        labs.put(name, lab);
        creationListener.accept(lab);
        return lab;
    }
}

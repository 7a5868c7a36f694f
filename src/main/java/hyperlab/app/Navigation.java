package hyperlab.app;

import hyperlab.file.Document;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The available labs and the current one. A lab is created on first use, or earlier with {@link #buildAhead}. */
final class Navigation {
    private static final System.Logger LOG = System.getLogger(Navigation.class.getName());

    private final List<Labs.LabFactory> factories;
    private final Function<LabName, LabContext> contexts;
    private final Map<LabName, Lab> labs = new EnumMap<>(LabName.class);
    /** Labs that were built but not visited yet. They are not on stage and restore no document. */
    private final Map<LabName, Lab> prepared = new EnumMap<>(LabName.class);
    /** Labs that could not be built ahead; they are built, and fail, when they are visited. */
    private final Set<LabName> unprepared = EnumSet.noneOf(LabName.class);

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

    /** Whether a lab is being opened or played back. */
    boolean isBusy() {
        return opening.get().isPresent()
                || current.get().parts().playback().playingProperty().get();
    }

    /**
     * Builds a lab that was not visited yet, the next one in the rail first.
     *
     * @return the lab; empty if all are built
     */
    Optional<Lab> buildAhead() {
        List<LabName> names = labNames();
        int place = names.indexOf(current.get().name());
        return Stream.concat(names.stream().skip(place), names.stream().limit(place))
                .filter(name -> !isBuilt(name) && !unprepared.contains(name))
                .flatMap(name -> prepareLab(name).stream())
                .findFirst();
    }

    private Optional<Lab> prepareLab(LabName name) {
        try {
            Lab lab = create(name);
            prepared.put(name, lab);
            return Optional.of(lab);
        } catch (RuntimeException | LinkageError fault) {
            LOG.log(Level.INFO, name.id(), fault);
            unprepared.add(name);
            return Optional.empty();
        }
    }

    private boolean isBuilt(LabName name) {
        return labs.containsKey(name) || prepared.containsKey(name);
    }

    /** Shows a lab. Building it takes a moment, so the window says so before the work begins. */
    void visit(LabName name) {
        prepare(name, () -> show(name));
    }

    /** Runs a task that shows a lab; if the lab is not built yet, when the window has said that it is being opened. */
    void prepare(LabName name, Runnable task) {
        if (!has(name) || isBuilt(name) || isOpening) {
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

    /** The lab with this name, if it has been visited. */
    Optional<Lab> created(LabName name) {
        return Optional.ofNullable(labs.get(name));
    }

    /** The labs that have been visited so far. */
    List<Lab> created() {
        return List.copyOf(labs.values());
    }

    /** Calls {@code listener} for each lab before its first visit, and immediately for those that were visited. */
    void setCreationListener(Consumer<Lab> listener) {
        creationListener = listener;
        created().forEach(listener);
    }

    void close() {
        labs.values().forEach(Lab::close);
        prepared.values().forEach(Lab::close);
    }

    private Lab lab(LabName name) {
        Lab existing = labs.get(name);
        if (existing != null) {
            return existing;
        }
        Lab built = prepared.remove(name);
        Lab lab = built == null ? create(name) : built;
        labs.put(name, lab);
        creationListener.accept(lab);
        return lab;
    }

    private Lab create(LabName name) {
        return factories.stream()
                .filter(factory -> factory.name() == name)
                .findFirst()
                .orElseThrow()
                .create()
                .apply(contexts.apply(name));
    }
}

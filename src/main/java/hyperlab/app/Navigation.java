package hyperlab.app;

import hyperlab.file.Document;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The available labs and the current one. A lab is created on first use. */
final class Navigation {
    private final List<Labs.LabFactory> factories;
    private final LabContext context;
    private final Map<LabName, Lab> labs = new EnumMap<>(LabName.class);
    private final ReadOnlyObjectWrapper<Lab> current;
    private Consumer<Lab> creationListener = lab -> {};

    /** @param factories at least one */
    Navigation(List<Labs.LabFactory> factories, LabContext context, LabName first) {
        this.factories = List.copyOf(factories);
        this.context = context;
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
                .apply(context);
        labs.put(name, lab);
        creationListener.accept(lab);
        return lab;
    }
}

package hyperlab.app;

import hyperlab.file.Document;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The available labs and the current one. A lab is created on first use. */
final class Navigation {
    private final List<Labs.Maker> makers;
    private final LabContext context;
    private final Map<LabName, Lab> made = new EnumMap<>(LabName.class);
    private final ReadOnlyObjectWrapper<Lab> current;
    private Consumer<Lab> onMade = lab -> {};

    /** @param makers at least one */
    Navigation(List<Labs.Maker> makers, LabContext context, LabName first) {
        this.makers = List.copyOf(makers);
        this.context = context;
        Lab lab = lab(has(first) ? first : makers.get(0).name());
        current = new ReadOnlyObjectWrapper<>(this, "current", lab);
        lab.shown(true);
    }

    List<LabName> names() {
        return makers.stream().map(Labs.Maker::name).toList();
    }

    boolean has(LabName name) {
        return names().contains(name);
    }

    ReadOnlyObjectProperty<Lab> current() {
        return current.getReadOnlyProperty();
    }

    void show(LabName name) {
        Lab before = current.get();
        if (!has(name) || before.name() == name) {
            return;
        }
        before.parts().playback().playing().set(false);
        before.shown(false);
        Lab lab = lab(name);
        current.set(lab);
        lab.shown(true);
    }

    /** The lab that a document belongs to. */
    Optional<LabName> home(Document document) {
        return makers.stream()
                .filter(maker -> maker.takes().test(document))
                .map(Labs.Maker::name)
                .findFirst();
    }

    /** The lab with this name, if it has been created. */
    Optional<Lab> made(LabName name) {
        return Optional.ofNullable(made.get(name));
    }

    /** The labs that have been created so far. */
    List<Lab> made() {
        return List.copyOf(made.values());
    }

    /** Calls {@code listener} for each lab that is created, and immediately for those that already exist. */
    void onMade(Consumer<Lab> listener) {
        onMade = listener;
        made().forEach(listener);
    }

    void close() {
        made.values().forEach(Lab::close);
    }

    private Lab lab(LabName name) {
        Lab known = made.get(name);
        if (known != null) {
            return known;
        }
        Lab lab = makers.stream()
                .filter(maker -> maker.name() == name)
                .findFirst()
                .orElseThrow()
                .make()
                .apply(context);
        made.put(name, lab);
        onMade.accept(lab);
        return lab;
    }
}

package hyperlab.app;

import hyperlab.file.Document;
import hyperlab.rule.Refusal;
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
final class Places {
    private static final System.Logger LOG = System.getLogger(Places.class.getName());

    private final Navigation navigation;
    private final Map<LabName, Held> places = new EnumMap<>(LabName.class);
    private final Map<LabName, Document> beginnings = new EnumMap<>(LabName.class);
    private final Map<LabName, Held> waiting = new EnumMap<>(LabName.class);
    private final Set<LabName> broughtBack = new HashSet<>();

    /** @param earlier the labs' documents of the last session; each is restored when its lab is created */
    Places(Navigation navigation, Map<LabName, Held> earlier) {
        this.navigation = navigation;
        waiting.putAll(earlier);
        navigation.onMade(this::begin);
    }

    Held held(Lab lab) {
        return places.getOrDefault(lab.name(), beginning(lab)).holding(lab.document());
    }

    /** The lab's initial document. */
    Held beginning(Lab lab) {
        return Held.saved(beginnings.getOrDefault(lab.name(), lab.document()), null, null);
    }

    /** Opens this document in the lab and restores its extras. */
    void put(Lab lab, Held held) {
        open(lab, held);
        if (!held.beside().isEmpty()) {
            bringBack(lab, held.beside());
        }
        broughtBack.remove(lab.name());
    }

    /** Records that the lab's document is now saved in this file. */
    void saved(Lab lab, Path file) {
        Held held = held(lab);
        places.put(lab.name(), Held.saved(held.document(), held.folder(), file));
    }

    /** Restores the extras. They are optional: if they cannot be read, only the document is restored. */
    static void bringBack(Lab lab, String beside) {
        try {
            lab.bringBack(beside);
        } catch (Refusal refusal) {
            LOG.log(Level.INFO, "The document comes back alone: {0}", refusal.line());
        }
    }

    /** Whether the current lab was restored from the last session; true only once per lab. */
    boolean tellsOfComeback() {
        return broughtBack.remove(navigation.current().get().name());
    }

    /**
     * Takes a snapshot of all labs that are not in their initial state, including saved ones that have not been created
     * yet. The returned supplier may be called on any thread.
     */
    Supplier<Map<LabName, Held>> toKeep() {
        Map<LabName, Held> kept = new EnumMap<>(LabName.class);
        kept.putAll(waiting);
        List<Runnable> changed = new ArrayList<>();
        for (Lab lab : navigation.made()) {
            Held held = held(lab);
            Supplier<String> beside = lab.beside();
            LabName name = lab.name();
            boolean asItBegan = held.file() == null && held.document().equals(beginnings.get(name));
            changed.add(() -> {
                Held whole = held.withBeside(beside.get());
                if (!asItBegan || !whole.beside().isEmpty()) {
                    kept.put(name, whole);
                }
            });
        }
        return () -> {
            changed.forEach(Runnable::run);
            return kept;
        };
    }

    private void begin(Lab lab) {
        beginnings.put(lab.name(), lab.document());
        places.put(lab.name(), Held.saved(lab.document(), null, null));
        Held earlier = waiting.remove(lab.name());
        if (earlier == null || !navigation.home(earlier.document()).equals(Optional.of(lab.name()))) {
            return;
        }
        try {
            put(lab, earlier);
            broughtBack.add(lab.name());
        } catch (Refusal refusal) {
            open(lab, beginning(lab));
        }
    }

    private void open(Lab lab, Held held) {
        lab.parts().undo().forgetThrough(() -> lab.open(held.document(), held.folder()));
        // The lab may fill in values that the file leaves open.
        places.put(lab.name(), held.isModified() ? held : Held.saved(lab.document(), held.folder(), held.file()));
    }
}

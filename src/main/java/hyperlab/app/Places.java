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

/** What each lab holds, where that came from, and what it held when the window was closed. FX thread alone. */
final class Places {
    private static final System.Logger LOG = System.getLogger(Places.class.getName());

    private final Navigation navigation;
    private final Map<LabName, Held> places = new EnumMap<>(LabName.class);
    private final Map<LabName, Document> beginnings = new EnumMap<>(LabName.class);
    private final Map<LabName, Held> waiting = new EnumMap<>(LabName.class);
    private final Set<LabName> broughtBack = new HashSet<>();

    /** @param earlier what labs held when the window was closed; each comes back when its lab is made */
    Places(Navigation navigation, Map<LabName, Held> earlier) {
        this.navigation = navigation;
        waiting.putAll(earlier);
        navigation.onMade(this::begin);
    }

    Held held(Lab lab) {
        return places.getOrDefault(lab.name(), beginning(lab)).holding(lab.document());
    }

    /** The lab as it begins. */
    Held beginning(Lab lab) {
        return Held.saved(beginnings.getOrDefault(lab.name(), lab.document()), null, null);
    }

    /** Has the lab hold this, with what lay beside it. */
    void put(Lab lab, Held held) {
        open(lab, held);
        if (!held.beside().isEmpty()) {
            bringBack(lab, held.beside());
        }
        broughtBack.remove(lab.name());
    }

    /** What the lab holds is in this file now. */
    void saved(Lab lab, Path file) {
        Held held = held(lab);
        places.put(lab.name(), Held.saved(held.document(), held.folder(), file));
    }

    /** What lay beside the document is a convenience: where it cannot be read, the document comes back alone. */
    static void bringBack(Lab lab, String beside) {
        try {
            lab.bringBack(beside);
        } catch (Refusal refusal) {
            LOG.log(Level.INFO, "The document comes back alone: {0}", refusal.line());
        }
    }

    /** Whether the lab on stage came back as it was left, asked once. */
    boolean tellsOfComeback() {
        return broughtBack.remove(navigation.current().get().name());
    }

    /**
     * What the labs hold now that is not as they begin; what no one has asked for yet is still among it. What comes back may
     * be asked on any thread.
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
        // The lab may fill in what the file leaves open.
        places.put(lab.name(), held.isModified() ? held : Held.saved(lab.document(), held.folder(), held.file()));
    }
}

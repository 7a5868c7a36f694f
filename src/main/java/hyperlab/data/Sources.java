package hyperlab.data;

import hyperlab.rule.Nearest;
import hyperlab.rule.Refusal;
import java.util.ArrayList;
import java.util.List;

/** The catalogue of what {@code data.source} may name, for choices on screen, lists and errors. */
public final class Sources {
    private Sources() {}

    /** The generators' names, in the order in which they are offered. */
    public static List<String> generators() {
        return List.of(Generator.values()).stream().map(Generator::fileName).toList();
    }

    /** The bundled sets' names, in the order in which they are offered. */
    public static List<String> bundled() {
        return List.of(Bundled.values()).stream().map(Bundled::fileName).toList();
    }

    /** Every name that {@code data.source} may have: generators, bundled sets, {@code csv}. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(generators());
        names.addAll(bundled());
        names.add(DataSettings.CSV);
        return List.copyOf(names);
    }

    /**
     * Checks that {@code name} is a source.
     *
     * @throws Refusal on {@code source}, listing all and naming the nearest, where it is not
     */
    public static String require(String name) {
        if (!names().contains(name)) {
            String nearest = Nearest.of(name, names());
            throw new Refusal(
                    "source", "one of " + String.join(", ", names()), "\"" + name + "\" (nearest: " + nearest + ")");
        }
        return name;
    }
}

package hyperlab.descent;

import hyperlab.rule.Nearest;
import hyperlab.rule.Refusal;
import hyperlab.rule.Rules;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The functions that Hyperlab walks down, by name. */
public final class Objectives {
    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

    static {
        know("parabola", Map.of("curvature", 1.0), p -> new Parabola(p.of("curvature")));
        know("doubleWell", Map.of("tilt", 0.1), p -> new DoubleWell(p.of("tilt")));
        know("plateau", Map.of(), p -> new Plateau());
        know(
                "tiltedWaves",
                Map.of("curvature", 0.5, "amplitude", 0.5),
                p -> new TiltedWaves(p.of("curvature"), p.of("amplitude")));
        know(
                "bowl",
                Map.of("curvatureX", 1.0, "curvatureY", 2.0),
                p -> new Bowl(p.of("curvatureX"), p.of("curvatureY")));
        know("ravine", Map.of("condition", 20.0), p -> new Ravine(p.of("condition")));
        know("rosenbrock", Map.of(), p -> new Rosenbrock());
        know("himmelblau", Map.of(), p -> new Himmelblau());
        know("saddle", Map.of(), p -> new Saddle());
    }

    private Objectives() {}

    /** Every name, functions of one variable first. */
    public static List<String> names() {
        return List.copyOf(KINDS.keySet());
    }

    /** The function of this name with its constants as they are unless told otherwise. */
    public static Objective of(String name) {
        return of(name, Map.of());
    }

    /**
     * The function of this name.
     *
     * @param parameters its constants; those left out have their defaults
     * @throws Refusal for an unknown {@code function}, an unknown constant, or a constant out of its range
     */
    public static Objective of(String name, Map<String, Double> parameters) {
        Kind kind = KINDS.get(name);
        if (kind == null) {
            throw unknown("function", name, KINDS.keySet());
        }
        Map<String, Double> filled = new LinkedHashMap<>(kind.defaults());
        parameters.forEach((key, value) -> {
            if (!kind.defaults().containsKey(key)) {
                throw kind.defaults().isEmpty()
                        ? new Refusal(key, "is no parameter of " + name + ", which has none")
                        : unknown(key, key, kind.defaults().keySet());
            }
            filled.put(key, Rules.finite(key, value));
        });
        return kind.make().apply(new Constants(filled));
    }

    private static Refusal unknown(String key, String got, Collection<String> known) {
        String names = String.join(", ", known.stream().sorted().toList());
        return new Refusal(key, "one of " + names, got + " (nearest: " + Nearest.of(got, known) + ")");
    }

    private static void know(String name, Map<String, Double> defaults, Function<Constants, Objective> make) {
        KINDS.put(name, new Kind(defaults, make));
    }

    private record Kind(Map<String, Double> defaults, Function<Constants, Objective> make) {}

    /** Every constant of a function, filled in. */
    private record Constants(Map<String, Double> values) {
        double of(String name) {
            return Objects.requireNonNull(values.get(name), name);
        }
    }
}

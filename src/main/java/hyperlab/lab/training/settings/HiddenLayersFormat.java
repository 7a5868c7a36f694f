package hyperlab.lab.training.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Describes hidden layers by their number of units, for example {@code 8–8}. */
final class HiddenLayersFormat {
    private HiddenLayersFormat() {}

    static LocalizedText describe(List<Integer> hidden) {
        return hidden.isEmpty()
                ? LocalizedText.of("training.noLayers")
                : LocalizedText.literal(hidden.stream().map(String::valueOf).collect(Collectors.joining("–")));
    }
}

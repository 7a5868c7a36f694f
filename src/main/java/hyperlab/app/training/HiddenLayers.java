package hyperlab.app.training;

import java.util.List;
import java.util.stream.Collectors;

/** Describes hidden layers by their number of units, for example {@code 8–8}. */
final class HiddenLayers {
    private HiddenLayers() {}

    static Words say(List<Integer> hidden) {
        return hidden.isEmpty()
                ? Words.of("training.noLayers")
                : Words.plain(hidden.stream().map(String::valueOf).collect(Collectors.joining("–")));
    }
}

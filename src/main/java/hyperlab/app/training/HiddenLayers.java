package hyperlab.app.training;

import java.util.List;
import java.util.stream.Collectors;

/** Hidden layers as they are written: the units of each, such as {@code 8, 8}. */
final class HiddenLayers {
    private HiddenLayers() {}

    static Words say(List<Integer> hidden) {
        return hidden.isEmpty()
                ? Words.of("training.noLayers")
                : Words.plain(hidden.stream().map(String::valueOf).collect(Collectors.joining("–")));
    }
}

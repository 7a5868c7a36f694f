package hyperlab.app.training;

import hyperlab.nn.Convolution;
import java.util.List;
import java.util.stream.Collectors;

/** Descriptions of convolutional layers. */
final class Convolutions {
    private Convolutions() {}

    /** A full description of each layer. */
    static Words say(List<Convolution> convolutions) {
        Words said = Words.of("training.noLayers");
        for (int i = 0; i < convolutions.size(); i++) {
            Words one = say(convolutions.get(i));
            said = i == 0 ? one : Words.of("training.convolutions.next", said, one);
        }
        return said;
    }

    private static Words say(Convolution convolution) {
        return Words.of(
                "training.convolution",
                Integer.toString(convolution.filters()),
                Integer.toString(convolution.kernel()),
                Integer.toString(convolution.stride()),
                Integer.toString(convolution.padding()),
                Integer.toString(convolution.pool()));
    }

    /** The number of filters in each layer, for example {@code 8–16}. */
    static String filters(List<Convolution> convolutions) {
        return convolutions.stream()
                .map(convolution -> Integer.toString(convolution.filters()))
                .collect(Collectors.joining("–"));
    }
}

package hyperlab.lab.training.settings;

import hyperlab.nn.ConvolutionSpec;
import java.util.List;
import java.util.stream.Collectors;

/** Descriptions of convolutional layers. */
final class ConvolutionalLayersFormat {
    private ConvolutionalLayersFormat() {}

    /** A full description of each layer. */
    static LocalizedText describe(List<ConvolutionSpec> convolutions) {
        LocalizedText description = LocalizedText.of("training.noLayers");
        for (int i = 0; i < convolutions.size(); i++) {
            LocalizedText next = describe(convolutions.get(i));
            description = i == 0 ? next : LocalizedText.of("training.convolutions.next", description, next);
        }
        return description;
    }

    private static LocalizedText describe(ConvolutionSpec convolution) {
        return LocalizedText.of(
                "training.convolution",
                Integer.toString(convolution.filters()),
                Integer.toString(convolution.kernel()),
                Integer.toString(convolution.stride()),
                Integer.toString(convolution.padding()),
                Integer.toString(convolution.pool()));
    }

    /** The number of filters in each layer, for example {@code 8–16}. */
    static String filters(List<ConvolutionSpec> convolutions) {
        return convolutions.stream()
                .map(convolution -> Integer.toString(convolution.filters()))
                .collect(Collectors.joining("–"));
    }
}

package hyperlab.export.caption;

import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.convolution.DigitNetworkSettings;
import hyperlab.convolution.ImageSelection;
import hyperlab.convolution.KernelSelection;
import hyperlab.convolution.UserImage;
import hyperlab.nn.Pooling;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Describes the settings of a figure of the Convolution lab: image, kernel, geometry, and the network that is trained.
 */
record ConvolutionCaption(Texts texts) {
    private static final int MAX_LISTED_NUMBERS = 9;

    String of(ConvolutionLabSettings setup) {
        return String.join(", ", slide(setup), network(setup));
    }

    /** The image and the kernel that slides over it. */
    String slide(ConvolutionLabSettings setup) {
        List<String> parts = new ArrayList<>();
        parts.add(image(setup.image()));
        parts.add(kernel(setup.kernel()));
        parts.add("s = " + setup.stride());
        parts.add("p = " + setup.padding());
        parts.add("d = " + setup.dilation());
        if (setup.pooling() != Pooling.NONE) {
            parts.add(texts.get("convolution.pooling." + setup.pooling().fileName()) + " " + setup.pool() + " × "
                    + setup.pool());
        }
        return String.join(", ", parts);
    }

    /** The image and the network that reads it. */
    String response(ConvolutionLabSettings setup) {
        return image(setup.image()) + ", " + network(setup);
    }

    /** The network, by how much its image is shifted, and the seed. */
    String network(ConvolutionLabSettings setup) {
        List<String> parts = new ArrayList<>();
        parts.add(network(setup.network()));
        if (setup.shift() != 0) {
            parts.add(texts.get("convolution.caption.shift", NumberFormats.format(setup.shift())));
        }
        parts.add(texts.get("chart.caption.seed", Long.toString(setup.seed())));
        return String.join(", ", parts);
    }

    private String image(ImageSelection image) {
        UserImage userImage = image.userImage();
        if (userImage != null) {
            String name = userImage.name().isEmpty() ? texts.get("convolution.source.own") : userImage.name();
            return name + " (" + userImage.height() + " × " + userImage.width() + ")";
        }
        String source = texts.get("convolution.source." + image.source());
        return image.isSample() ? source + " " + (image.sample() + 1) : source;
    }

    private String kernel(KernelSelection kernel) {
        String size = kernel.side() + " × " + kernel.side();
        String name = texts.get("convolution.filter." + kernel.filter()) + " " + size;
        boolean nameOnly = kernel.knownFilter().isPresent() || kernel.values().size() > MAX_LISTED_NUMBERS;
        return nameOnly
                ? name
                : name
                        + kernel.values().stream()
                                .map(number -> NumberFormats.format(number, 3))
                                .collect(Collectors.joining(" ", " [", "]"));
    }

    private String network(DigitNetworkSettings network) {
        String filters = network.secondFilters() == 0
                ? Integer.toString(network.filters())
                : network.filters() + " + " + network.secondFilters();
        return texts.get(
                "convolution.caption.network",
                texts.get("convolution.source." + network.data()),
                NumberFormats.count(network.samples()),
                filters,
                Integer.toString(network.kernel()),
                Integer.toString(network.stride()),
                Integer.toString(network.pool()),
                network.epochs(),
                NumberFormats.format(network.learningRate()),
                Integer.toString(network.batch()));
    }
}

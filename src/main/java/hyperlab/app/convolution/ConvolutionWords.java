package hyperlab.app.convolution;

import hyperlab.app.concurrent.StudyRunner;
import hyperlab.chart.NumberGrid;
import hyperlab.convolution.ConvolutionSetup;
import hyperlab.convolution.FeatureMap;
import hyperlab.convolution.Forgiveness;
import hyperlab.convolution.ImageChoice;
import hyperlab.convolution.KernelChoice;
import hyperlab.convolution.KernelStudy;
import hyperlab.convolution.LayerCost;
import hyperlab.convolution.Learned;
import hyperlab.convolution.OwnImage;
import hyperlab.convolution.ReceptiveField;
import hyperlab.image.ImageShape;
import hyperlab.nn.Convolution;
import hyperlab.nn.Pooling;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The lab's texts about the kernel and the network, in one language. */
final class ConvolutionWords {
    private final Texts texts;

    ConvolutionWords(Texts texts) {
        this.texts = texts;
    }

    static String key(Page page) {
        return "convolution.page." + page.name().toLowerCase(Locale.ROOT);
    }

    static String key(Pooling pooling) {
        return "convolution.pooling." + pooling.fileName();
    }

    String subtitle(ConvolutionSetup setup, Page page) {
        if (page != Page.SLIDE) {
            return texts.get(
                    "convolution.subtitle.learn",
                    texts.get("convolution.source." + setup.network().data()),
                    whole(setup.network().samples()));
        }
        return texts.get(
                "convolution.subtitle",
                image(setup.image()),
                texts.get("convolution.filter." + setup.kernel().filter()),
                whole(setup.kernel().side()),
                whole(setup.stride()));
    }

    private String image(ImageChoice image) {
        OwnImage own = image.own();
        return own != null && !own.name().isEmpty() ? own.name() : texts.get("convolution.source." + image.source());
    }

    String imageHow(FeatureMap map) {
        int height = map.image().height();
        int width = map.image().width();
        int padding = map.setup().padding();
        int label = map.setup().image().label();
        String what = label < 0 ? "" : texts.get("convolution.image.label", whole(label));
        return what + size(height, width, padding);
    }

    private String size(int height, int width, int padding) {
        return padding == 0
                ? texts.get("convolution.image.how", whole(height), whole(width))
                : texts.get("convolution.image.how.padded", whole(height), whole(width), whole(padding));
    }

    String mapHow(ConvolutionMoment moment) {
        ImageShape shape = moment.map().shape();
        return texts.get(
                "convolution.map.how",
                whole(shape.height()),
                whole(shape.width()),
                whole(moment.place() + 1),
                NumberGrid.shortly(moment.map().values()[moment.place()]));
    }

    String pooledHow(FeatureMap map) {
        return texts.get(
                "convolution.pooled.how",
                whole(map.pooledShape().height()),
                whole(map.pooledShape().width()),
                texts.get(key(map.setup().pooling())),
                whole(map.setup().pool()));
    }

    /** The size of the output, and the pixels that are left out. */
    String output(FeatureMap map) {
        List<String> sentences = new ArrayList<>();
        int height = map.image().height();
        int width = map.image().width();
        if (map.pixelsLeft() > 0) {
            sentences.add(texts.get(
                    "convolution.output.left",
                    whole(last(map, map.shape().height()) + 1),
                    whole(height),
                    whole(last(map, map.shape().width()) + 1),
                    whole(width),
                    whole(map.pixelsLeft()),
                    whole((long) height * width)));
        } else {
            sentences.add(texts.get(
                    "convolution.output.whole",
                    whole(height),
                    whole(width),
                    whole(map.shape().height()),
                    whole(map.shape().width())));
        }
        long down = map.geometry().remainder(height);
        long across = map.geometry().remainder(width);
        if (map.pixelsLeft() == 0 && (down > 0 || across > 0)) {
            sentences.add(texts.get("convolution.output.remainder", whole(down), whole(across)));
        }
        if (map.setup().pooling() != Pooling.NONE) {
            sentences.add(texts.get(
                    "convolution.output.pooled",
                    whole(map.shape().height()),
                    whole(map.shape().width()),
                    whole(map.setup().pool()),
                    whole(map.pooledShape().height()),
                    whole(map.pooledShape().width())));
        }
        return String.join(" ", sentences);
    }

    /** The index of the last pixel along one side that the kernel reads. */
    private static long last(FeatureMap map, int places) {
        return map.geometry().pixel(places - 1, map.geometry().kernel() - 1);
    }

    String cost(FeatureMap map) {
        ConvolutionSetup setup = map.setup();
        ImageShape shape = map.shape();
        ImageShape maps = new ImageShape(setup.filters(), shape.height(), shape.width());
        ImageShape image = map.image().shape();
        LayerCost cost = LayerCost.convolution(image, maps, setup.kernel().side());
        LayerCost dense = LayerCost.dense(image.numbers(), maps.numbers());
        return texts.get(
                "convolution.cost.words",
                grouped(cost.parameters()),
                whole(setup.filters()),
                whole(setup.kernel().side()),
                grouped(cost.multiplyAdds()),
                whole(shape.height()),
                whole(shape.width()),
                grouped(dense.parameters()),
                grouped(dense.multiplyAdds()));
    }

    String seen(ConvolutionSetup setup) {
        KernelChoice kernel = setup.kernel();
        return texts.get("convolution.seen." + kernel.filter(), NumberFormats.format(kernel.sum(), 3));
    }

    String paper(FeatureMap map) {
        return texts.get(map.image().ink() ? "convolution.seen.ink" : "convolution.seen.light");
    }

    /** Explains stride and dilation; empty if both are 1. */
    String spread(ConvolutionSetup setup) {
        List<String> sentences = new ArrayList<>();
        if (setup.stride() > 1) {
            sentences.add(texts.get(
                    "convolution.seen.stride", whole(setup.stride()), whole((long) setup.stride() * setup.stride())));
        }
        if (setup.dilation() > 1 && setup.kernel().side() > 1) {
            int side = setup.kernel().side();
            sentences.add(texts.get(
                    "convolution.seen.dilation",
                    whole(setup.dilation()),
                    whole(side),
                    whole((long) setup.dilation() * (side - 1) + 1)));
        }
        return String.join(" ", sentences);
    }

    // the network

    /** The state of a training. */
    String progress(StudyRunner.StudyStatus<?> found, int epochs) {
        String percent = NumberFormats.format(Math.floor(100 * found.share()), 3);
        return switch (found.state()) {
            case NONE -> texts.get("convolution.learn.none");
            case RUNNING -> texts.get("convolution.learn.running", percent);
            case STOPPED -> texts.get("convolution.learn.stopped", percent);
            case DONE -> texts.get("convolution.learn.done", whole(epochs));
        };
    }

    String answer(NetworkView view, int wanted) {
        String best = whole(view.seen().best());
        if (wanted < 0) {
            return texts.get("convolution.classes.own", best);
        }
        return view.seen().best() == wanted
                ? texts.get("convolution.classes.right", best)
                : texts.get("convolution.classes.wrong", best, whole(wanted));
    }

    /** The size of the receptive field of the last layer. */
    String field(List<Convolution> convolutions) {
        return texts.get(
                "convolution.learn.field",
                whole(convolutions.size()),
                whole(ReceptiveField.of(convolutions, 0).size()));
    }

    String forgives(NetworkView view) {
        Forgiveness.Point one = view.forgiveness().points().stream()
                .filter(point -> point.shift() == 1)
                .findFirst()
                .orElseThrow();
        return Double.isNaN(one.pooledChange())
                ? texts.get("convolution.learn.forgives.none", percent(one.change()))
                : texts.get(
                        "convolution.learn.forgives",
                        percent(one.change()),
                        percent(one.pooledChange()),
                        percent(one.averageChange()));
    }

    /** The validation accuracy and the training time; empty if the network has not been trained. */
    String accuracy(Learned learned) {
        if (learned.epochs().isEmpty()) {
            return "";
        }
        return texts.get(
                "convolution.learn.accuracy",
                percent(learned.newest().validationAccuracy()),
                whole(learned.newest().epoch()),
                NumberFormats.format(learned.newest().trainSeconds(), 3));
    }

    /** The results of the study so far; empty if there are none. */
    String measured(List<KernelStudy.Measured> found) {
        Optional<KernelStudy.Measured> best =
                found.stream().max(Comparator.comparingDouble(each -> KernelStudy.Measured.median(each.accuracies())));
        Optional<KernelStudy.Measured> fastest =
                found.stream().min(Comparator.comparingDouble(each -> KernelStudy.Measured.median(each.seconds())));
        return best.isEmpty() || fastest.isEmpty()
                ? ""
                : texts.get(
                        "convolution.measure.found",
                        whole(best.get().kernel()),
                        whole(best.get().stride()),
                        percent(KernelStudy.Measured.median(best.get().accuracies())),
                        NumberFormats.format(KernelStudy.Measured.median(best.get().seconds()), 3),
                        whole(fastest.get().kernel()),
                        whole(fastest.get().stride()),
                        percent(KernelStudy.Measured.median(fastest.get().accuracies())),
                        NumberFormats.format(KernelStudy.Measured.median(fastest.get().seconds()), 3));
    }

    /** Kernel size and stride as symbols. */
    static String name(KernelStudy.Measured measured) {
        return "k = " + measured.kernel() + ", s = " + measured.stride();
    }

    /** The median accuracy in percent and the median training time in seconds. */
    static List<String> cells(KernelStudy.Measured measured) {
        return List.of(
                percent(KernelStudy.Measured.median(measured.accuracies())),
                NumberFormats.format(KernelStudy.Measured.median(measured.seconds()), 3));
    }

    private static String percent(double share) {
        return NumberFormats.format(100 * share, 3);
    }

    static String whole(long number) {
        return Long.toString(number);
    }

    /** A number with no-break spaces as thousands separators: 12 168. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u00a0');
    }
}

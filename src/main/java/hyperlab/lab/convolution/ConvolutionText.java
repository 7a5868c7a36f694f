package hyperlab.lab.convolution;

import hyperlab.chart.convolution.NumberGrid;
import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.convolution.FeatureMap;
import hyperlab.convolution.ImageSelection;
import hyperlab.convolution.KernelSelection;
import hyperlab.convolution.KernelSizeStudy;
import hyperlab.convolution.LayerCost;
import hyperlab.convolution.NetworkSnapshot;
import hyperlab.convolution.ReceptiveField;
import hyperlab.convolution.ShiftSensitivity;
import hyperlab.convolution.UserImage;
import hyperlab.image.ImageShape;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.nn.Pooling;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.ui.concurrent.StudyRunner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The lab's texts about the kernel and the network, in one language. */
final class ConvolutionText {
    /** Changes that differ by less than a percentage point are called equal. */
    static final double EQUAL_CHANGES = 0.01;

    private final Texts texts;

    ConvolutionText(Texts texts) {
        this.texts = texts;
    }

    static String key(ConvolutionPage page) {
        return "convolution.page." + page.name().toLowerCase(Locale.ROOT);
    }

    static String key(Pooling pooling) {
        return "convolution.pooling." + pooling.fileName();
    }

    String subtitle(ConvolutionLabSettings setup, ConvolutionPage page) {
        if (page != ConvolutionPage.SLIDE) {
            return texts.get(
                    "convolution.subtitle.learn",
                    texts.get("convolution.source." + setup.network().data()),
                    integer(setup.network().samples()));
        }
        return texts.get(
                "convolution.subtitle",
                image(setup.image()),
                texts.get("convolution.filter." + setup.kernel().filter()),
                integer(setup.kernel().side()),
                integer(setup.stride()));
    }

    private String image(ImageSelection image) {
        UserImage own = image.userImage();
        return own != null && !own.name().isEmpty() ? own.name() : texts.get("convolution.source." + image.source());
    }

    String imageSubtitle(FeatureMap map) {
        int height = map.image().height();
        int width = map.image().width();
        int padding = map.settings().padding();
        int label = map.settings().image().label();
        String what = label < 0 ? "" : texts.get("convolution.image.label", integer(label));
        return what + size(height, width, padding);
    }

    private String size(int height, int width, int padding) {
        return padding == 0
                ? texts.get("convolution.image.how", integer(height), integer(width))
                : texts.get("convolution.image.how.padded", integer(height), integer(width), integer(padding));
    }

    String mapSubtitle(ConvolutionSnapshot snapshot) {
        ImageShape shape = snapshot.map().shape();
        return texts.get(
                "convolution.map.how",
                integer(shape.height()),
                integer(shape.width()),
                integer(snapshot.position() + 1),
                NumberGrid.format(snapshot.map().displayed(snapshot.position())));
    }

    String pooledSubtitle(FeatureMap map) {
        return texts.get(
                "convolution.pooled.how",
                integer(map.pooledShape().height()),
                integer(map.pooledShape().width()),
                texts.get(key(map.settings().pooling())),
                integer(map.settings().pool()));
    }

    /** The size of the output, and the pixels that are left out. */
    String outputText(FeatureMap map) {
        List<String> sentences = new ArrayList<>();
        int height = map.image().height();
        int width = map.image().width();
        if (map.unreadPixels() > 0) {
            sentences.add(texts.get(
                    "convolution.output.left",
                    integer(lastReadPixel(map, map.shape().height()) + 1),
                    integer(height),
                    integer(lastReadPixel(map, map.shape().width()) + 1),
                    integer(width),
                    NumberFormats.count(map.unreadPixels()),
                    NumberFormats.count((long) height * width)));
        } else {
            sentences.add(texts.get(
                    "convolution.output.whole",
                    integer(height),
                    integer(width),
                    integer(map.shape().height()),
                    integer(map.shape().width())));
        }
        long remainingRows = map.geometry().unusedPixels(height);
        long remainingColumns = map.geometry().unusedPixels(width);
        if (map.unreadPixels() == 0 && (remainingRows > 0 || remainingColumns > 0)) {
            sentences.add(texts.get("convolution.output.remainder", integer(remainingRows), integer(remainingColumns)));
        }
        if (map.settings().pooling() != Pooling.NONE) {
            sentences.add(texts.get(
                    "convolution.output.pooled",
                    integer(map.shape().height()),
                    integer(map.shape().width()),
                    integer(map.settings().pool()),
                    integer(map.pooledShape().height()),
                    integer(map.pooledShape().width())));
        }
        return String.join(" ", sentences);
    }

    /** The index of the last pixel along one side that the kernel reads. */
    private static long lastReadPixel(FeatureMap map, int positions) {
        return map.geometry().pixelAt(positions - 1, map.geometry().kernel() - 1);
    }

    String costText(FeatureMap map) {
        ConvolutionLabSettings setup = map.settings();
        ImageShape shape = map.shape();
        ImageShape maps = new ImageShape(setup.filters(), shape.height(), shape.width());
        ImageShape image = map.image().shape();
        LayerCost cost = LayerCost.convolution(image, maps, setup.kernel().side());
        LayerCost dense = LayerCost.dense(image.size(), maps.size());
        return texts.get(
                "convolution.cost.words",
                NumberFormats.count(cost.parameters()),
                integer(setup.filters()),
                integer(setup.kernel().side()),
                NumberFormats.count(cost.multiplyAdds()),
                integer(shape.height()),
                integer(shape.width()),
                NumberFormats.count(dense.parameters()),
                NumberFormats.count(dense.multiplyAdds()));
    }

    String filterText(ConvolutionLabSettings setup) {
        KernelSelection kernel = setup.kernel();
        return texts.get("convolution.seen." + kernel.filter(), NumberFormats.format(kernel.sum(), 3));
    }

    String imageKindText(FeatureMap map) {
        return texts.get(map.image().ink() ? "convolution.seen.ink" : "convolution.seen.light");
    }

    /** Explains stride and dilation; empty if both are 1. */
    String strideText(ConvolutionLabSettings setup) {
        List<String> sentences = new ArrayList<>();
        if (setup.stride() > 1) {
            sentences.add(texts.get(
                    "convolution.seen.stride",
                    integer(setup.stride()),
                    integer((long) setup.stride() * setup.stride())));
        }
        if (setup.dilation() > 1 && setup.kernel().side() > 1) {
            int side = setup.kernel().side();
            sentences.add(texts.get(
                    "convolution.seen.dilation",
                    integer(setup.dilation()),
                    integer(side),
                    integer((long) setup.dilation() * (side - 1) + 1)));
        }
        return String.join(" ", sentences);
    }

    // the network

    /** The state of a training. */
    String progress(StudyRunner.StudyStatus<?> status, int epochs) {
        String percent = NumberFormats.format(Math.floor(100 * status.share()), 3);
        return switch (status.state()) {
            case NONE -> texts.get("convolution.learn.none");
            case RUNNING -> texts.get("convolution.learn.running", percent);
            case STOPPED -> texts.get("convolution.learn.stopped", percent);
            case DONE -> texts.get("convolution.learn.done", epochs);
        };
    }

    String predictionText(ConvNetResponse view, int correctClass) {
        String best = integer(view.activations().predictedClass());
        if (correctClass < 0) {
            return texts.get("convolution.classes.own", best);
        }
        return view.activations().predictedClass() == correctClass
                ? texts.get("convolution.classes.right", best)
                : texts.get("convolution.classes.wrong", best, integer(correctClass));
    }

    /** The size of the receptive field of the last layer. */
    String receptiveFieldText(List<ConvolutionSpec> convolutions) {
        return texts.get(
                "convolution.learn.field",
                integer(convolutions.size()),
                integer(ReceptiveField.of(convolutions, 0).size()));
    }

    String invarianceText(ConvNetResponse view) {
        ShiftSensitivity.ShiftResult shiftByOne = view.invariance().shifts().stream()
                .filter(point -> point.shift() == 1)
                .findFirst()
                .orElseThrow();
        return poolingText(shiftByOne.change(), shiftByOne.pooledChange(), shiftByOne.averageChange());
    }

    /**
     * How much pooling reduces the change of the maps, as shares; which kind reduces it more, if they differ by at least
     * a percentage point.
     *
     * @param max the change after max pooling; NaN without pooling
     */
    String poolingText(double change, double max, double average) {
        if (Double.isNaN(max)) {
            return texts.get("convolution.learn.forgives.none", percent(change));
        }
        String verdict = Math.abs(max - average) < EQUAL_CHANGES
                ? "convolution.learn.forgives.same"
                : max < average ? "convolution.learn.forgives.max" : "convolution.learn.forgives.average";
        return texts.get(
                "convolution.learn.forgives", percent(change), percent(max), percent(average), texts.get(verdict));
    }

    /** How to read the chart of the shifts: with pooling, where its two kinds differ most. */
    String shiftsText(ShiftSensitivity sensitivity) {
        String shifted = texts.get("convolution.forgiveness.how");
        return sensitivity
                .largestPoolingDifference()
                .map(largest -> texts.get(
                        "convolution.forgiveness.difference",
                        NumberFormats.format(largest.poolingDifference(), 2),
                        NumberFormats.format(largest.shift(), 2),
                        shifted))
                .orElse(shifted);
    }

    /** How an activation of the first layer follows from the sum of products. */
    String activationText(int filter, FeatureMap.PositionDetail step, double bias) {
        double sum = step.sum() + bias;
        return texts.get(
                "convolution.activation.opened",
                integer(filter + 1),
                integer(step.row() + 1),
                integer(step.column() + 1),
                NumberFormats.format(step.sum(), 3),
                NumberFormats.format(bias, 3),
                NumberFormats.format(sum, 3),
                NumberFormats.format(Math.max(0, sum), 3));
    }

    /** The validation accuracy and the training time; empty if the network has not been trained. */
    String accuracyText(NetworkSnapshot learned) {
        if (learned.reports().isEmpty()) {
            return "";
        }
        return texts.get(
                "convolution.learn.accuracy",
                percent(learned.latestReport().validationAccuracy()),
                learned.latestReport().epoch(),
                NumberFormats.format(learned.latestReport().trainSeconds(), 3));
    }

    /** The results of the study so far; empty if there are none. */
    String studyText(List<KernelSizeStudy.KernelSizeResult> results) {
        Optional<KernelSizeStudy.KernelSizeResult> best = results.stream()
                .max(Comparator.comparingDouble(each -> KernelSizeStudy.KernelSizeResult.median(each.accuracies())));
        Optional<KernelSizeStudy.KernelSizeResult> fastest = results.stream()
                .min(Comparator.comparingDouble(each -> KernelSizeStudy.KernelSizeResult.median(each.seconds())));
        return best.isEmpty() || fastest.isEmpty()
                ? ""
                : texts.get(
                        "convolution.measure.found",
                        integer(best.get().kernel()),
                        integer(best.get().stride()),
                        percent(KernelSizeStudy.KernelSizeResult.median(
                                best.get().accuracies())),
                        NumberFormats.format(
                                KernelSizeStudy.KernelSizeResult.median(
                                        best.get().seconds()),
                                3),
                        integer(fastest.get().kernel()),
                        integer(fastest.get().stride()),
                        percent(KernelSizeStudy.KernelSizeResult.median(
                                fastest.get().accuracies())),
                        NumberFormats.format(
                                KernelSizeStudy.KernelSizeResult.median(
                                        fastest.get().seconds()),
                                3),
                        integer(best.get().accuracies().size()));
    }

    /** Kernel size and stride as symbols. */
    static String studyLabel(KernelSizeStudy.KernelSizeResult measured) {
        return "k = " + measured.kernel() + ", s = " + measured.stride();
    }

    /** The median accuracy in percent and the median training time in seconds. */
    static List<String> cells(KernelSizeStudy.KernelSizeResult measured) {
        return List.of(
                percent(KernelSizeStudy.KernelSizeResult.median(measured.accuracies())),
                NumberFormats.format(KernelSizeStudy.KernelSizeResult.median(measured.seconds()), 3));
    }

    private static String percent(double share) {
        return NumberFormats.format(100 * share, 3);
    }

    static String integer(long number) {
        return Long.toString(number);
    }
}

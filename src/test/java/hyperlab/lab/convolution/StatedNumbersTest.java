package hyperlab.lab.convolution;

import hyperlab.convolution.DigitNetworkSettings;
import hyperlab.convolution.ImageSelection;
import hyperlab.convolution.KernelSelection;
import hyperlab.convolution.KernelSizeStudy;
import hyperlab.convolution.UserImage;
import hyperlab.image.KnownFilter;
import hyperlab.text.StatedNumbers;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every number that the lab's texts state literally is computed here, or is named as part of an example. */
class StatedNumbersTest {
    private final Map<String, List<Double>> computed = new TreeMap<>();

    private void state(String key, double... numbers) {
        computed.put(key, Arrays.stream(numbers).boxed().toList());
    }

    private static double side(String source) {
        return ImageSelection.of(source).load().height();
    }

    @Test
    void everyStatedNumberIsComputed() throws IOException {
        double mnist = side(ImageSelection.MNIST);
        double digits = side(ImageSelection.DIGITS);
        state("convolution.source.digits", digits, digits);
        state("convolution.data.digits", digits, digits);
        state(
                "convolution.sample.hint",
                ImageSelection.sampleCount(ImageSelection.MNIST),
                ImageSelection.sampleCount(ImageSelection.DIGITS));
        state("convolution.clear.hint", mnist, mnist);
        state("convolution.open.hint", UserImage.MAX_SIDE);
        state("convolution.paste.hint", UserImage.MAX_SIDE);
        state("convolution.cell.hint", KernelSelection.MAX_ABS_VALUE, KernelSelection.MAX_ABS_VALUE);
        double[] sharpen = KnownFilter.SHARPEN.kernel("side", 3);
        double[] laplacian = KnownFilter.LAPLACIAN.kernel("side", 3);
        state("convolution.seen.sharpen", sharpen[4], neighbors(sharpen));
        state("convolution.seen.laplacian", neighbors(laplacian), -laplacian[4]);
        // An even kernel has its middle between two pixels.
        state("convolution.doctor.even.why", (4 - 1) / 2.0 - 1);
        state("convolution.data.hint", mnist, mnist, digits, digits);
        state("convolution.samples.hint", DigitNetworkSettings.TRAIN_FRACTION);
        state("convolution.firstFilters.hint", DigitNetworkSettings.MAX_FILTERS);
        state("convolution.secondFilters.hint", DigitNetworkSettings.MAX_FILTERS);
        state("convolution.measure.hint", ConvNetViewModel.STUDY_SEEDS);
        state(
                "convolution.measure.empty",
                KernelSizeStudy.KERNEL_SIZES.size(),
                KernelSizeStudy.STRIDES.size(),
                ConvNetViewModel.STUDY_SEEDS);
        state("convolution.measure.how", ConvNetViewModel.STUDY_SEEDS);
        state("convolution.learn.forgives.same", 100 * ConvolutionText.EQUAL_CHANGES);
        StatedNumbers.check("convolution", key -> true, computed);
    }

    /** The number of nonzero neighbors of the middle. */
    private static double neighbors(double[] kernel) {
        return Arrays.stream(kernel).filter(number -> number != 0).count() - 1.0;
    }
}

package hyperlab.convolution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.image.GrayImage;
import hyperlab.image.KnownFilter;
import hyperlab.rule.InvalidInputException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvolutionSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"mnist", "digits", "temple", "flower", "shapes"})
    void everyBundledImageIsThereAndBetweenZeroAndOne(String source) {
        ImageSelection choice = ImageSelection.of(source);
        InputImage image = choice.load();
        int side = source.equals("mnist") ? 28 : source.equals("digits") ? 8 : 256;
        assertEquals(side, image.height());
        assertEquals(side, image.width());
        assertTrue(Arrays.stream(image.pixels()).allMatch(level -> level >= 0 && level <= 1));
        assertTrue(Arrays.stream(image.pixels()).max().orElseThrow() > 0.8);
        assertEquals(choice.isSample(), image.ink());
        assertEquals(side == 256, choice.label() < 0);
    }

    @Test
    void firstImageIsFive() {
        assertEquals(5, ConvolutionLabSettings.DEFAULT.image().label());
        assertEquals(0, ImageSelection.of("digits").label());
        assertThrows(
                InvalidInputException.class, () -> ImageSelection.of("mnist").withSample(500));
        assertThrows(
                InvalidInputException.class, () -> ImageSelection.of("temple").withSample(1));
        assertThrows(InvalidInputException.class, () -> ImageSelection.of("own"));
        assertThrows(InvalidInputException.class, () -> ImageSelection.of("moon"));
    }

    @Test
    void quantizesAndDownscalesCustomImage() {
        GrayImage small = new GrayImage(2, 3, new double[] {0, 51, 255, -4, 102.4, 300});
        UserImage own = UserImage.of("a.png", small);
        assertArrayEquals(new double[] {0, 0.2, 1, 0, 0.4, 1}, own.image().pixels(), 1e-15);
        assertFalse(own.image().ink());
        UserImage large = UserImage.of("b.png", new GrayImage(100, 1024, new double[102_400]));
        assertEquals(25, large.height());
        assertEquals(256, large.width());
        assertThrows(InvalidInputException.class, () -> new UserImage("", 2, 2, "AAAA", true));
        assertThrows(InvalidInputException.class, () -> new UserImage("", 2, 2, "no base 64!", true));
        assertThrows(InvalidInputException.class, () -> new UserImage("", 257, 2, "", true));
    }

    @Test
    void scalingAveragesAreasAndPreservesMean() {
        GrayImage image = new GrayImage(2, 3, new double[] {1, 2, 3, 4, 5, 6});
        assertArrayEquals(
                new double[] {2.0 / 1.5, 4.0 / 1.5, 6.5 / 1.5, 8.5 / 1.5},
                image.resized(2, 2).pixels(),
                1e-12);
        assertArrayEquals(new double[] {3.5}, image.resized(1, 1).pixels(), 1e-12);
        assertArrayEquals(image.pixels(), image.resized(2, 3).pixels(), 1e-12);
        double[] doubled = image.resized(4, 6).pixels();
        assertArrayEquals(new double[] {1, 1, 2, 2, 3, 3}, Arrays.copyOf(doubled, 6), 1e-12);
    }

    @Test
    void brushIsSoftClippedAndErasable() {
        UserImage painted = UserImage.blankDrawing().painted(0, 5, false);
        InputImage image = painted.image();
        assertEquals(1, image.pixels()[5]);
        assertEquals(128 / 255.0, image.pixels()[4]);
        assertEquals(128 / 255.0, image.pixels()[28 + 5]);
        assertEquals(1 + 3 * 128 / 255.0, Arrays.stream(image.pixels()).sum(), 1e-12);
        assertEquals(UserImage.blankDrawing(), painted.painted(0, 5, true));
        InputImage five = ConvolutionLabSettings.DEFAULT.image().load();
        assertArrayEquals(five.pixels(), UserImage.editableCopyOf(five).image().pixels(), 1e-12);
    }

    @Test
    void shiftedImageLosesPixelsBeyondEdge() {
        InputImage image = new InputImage(2, 3, new double[] {1, 2, 3, 4, 5, 6}, true);
        assertArrayEquals(new double[] {0, 1, 2, 0, 4, 5}, image.shifted(1, 0).pixels());
        assertArrayEquals(new double[] {3, 0, 0, 6, 0, 0}, image.shifted(-2, 0).pixels());
        assertArrayEquals(new double[] {0, 0, 0, 1, 2, 3}, image.shifted(0, 1).pixels());
        assertArrayEquals(new double[] {5, 6, 0, 0, 0, 0}, image.shifted(-1, -1).pixels());
        assertArrayEquals(new double[6], image.shifted(7, 0).pixels());
        InputImage light = new InputImage(1, 2, new double[] {0.25, 1}, false);
        assertArrayEquals(new double[] {0.75, 0}, light.asInk(1, 2).pixels());
        assertArrayEquals(image.pixels(), image.asInk(2, 3).pixels());
    }

    @Test
    void resizesKernelByNameOrNumbers() {
        KernelSelection box = KernelSelection.of(KnownFilter.BOX, 1);
        assertEquals(KernelSelection.of(KnownFilter.BOX, 3), box.withSide(3));
        KernelSelection sobel = KernelSelection.of(KnownFilter.SOBEL_X, 3);
        KernelSelection larger = sobel.withSide(5);
        assertEquals(KernelSelection.USER_DEFINED, larger.filter());
        assertEquals(0, larger.sum());
        assertEquals(-2, larger.values().get(2 * 5 + 1));
        assertEquals(sobel, larger.withSide(3));
        assertEquals(KernelSelection.USER_DEFINED, sobel.withSide(2).filter());
        KernelSelection identity = KernelSelection.of(KnownFilter.IDENTITY, 3).withSide(4);
        assertEquals(1, identity.sum());
        assertEquals(KernelSelection.of(KnownFilter.IDENTITY, 5), identity.withSide(5));
    }

    @Test
    void editedKernelIsCustomUntilItMatchesKnownOne() {
        KernelSelection sobel = KernelSelection.of(KnownFilter.SOBEL_X, 3);
        KernelSelection edited = sobel.withElement(0, 5);
        assertEquals(KernelSelection.USER_DEFINED, edited.filter());
        assertTrue(edited.knownFilter().isEmpty());
        assertEquals(sobel, edited.withElement(0, -1));
        assertThrows(InvalidInputException.class, () -> sobel.withElement(0, Double.NaN));
        assertThrows(InvalidInputException.class, () -> sobel.withElement(0, 1001));
        assertThrows(InvalidInputException.class, () -> new KernelSelection("own", 2, sobel.values()));
    }

    @Test
    void rejectsInvalidSetups() {
        ConvolutionLabSettings setup = ConvolutionLabSettings.DEFAULT;
        assertThrows(InvalidInputException.class, () -> setup.withStride(0));
        assertThrows(InvalidInputException.class, () -> setup.withPadding(-1));
        assertThrows(InvalidInputException.class, () -> setup.withDilation(17));
        assertThrows(InvalidInputException.class, () -> setup.withPool(1));
        assertThrows(InvalidInputException.class, () -> setup.withFilters(513));
        assertThrows(InvalidInputException.class, () -> setup.withShift(9));
        assertThrows(InvalidInputException.class, () -> setup.network().withSamples(99));
        assertThrows(InvalidInputException.class, () -> setup.network().withData("iris"));
        assertThrows(InvalidInputException.class, () -> setup.network().withLearningRate(0));
        assertSame(setup.kernel(), setup.withSeed(1).kernel());
        assertTrue(IntStream.of(1, 2, 3)
                .allMatch(k -> setup.withFilters(k)
                                .withNetwork(setup.network().withBatch(k))
                                .filters()
                        == k));
        assertEquals(1797, setup.network().withData("digits").withSamples(1797).samples());
    }
}

package hyperlab.convolution;

import hyperlab.data.BundledDataSet;
import hyperlab.data.DataSet;
import hyperlab.image.GrayImage;
import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The selected image.
 *
 * @param source one of {@link #SOURCES}
 * @param sample row of a data set, from 0; 0 for other sources
 * @param userImage non-null exactly if {@code source} is {@code own}
 */
public record ImageSelection(
        String source, int sample, @Nullable UserImage userImage) {
    public static final String MNIST = "mnist";
    public static final String DIGITS = "digits";
    public static final String USER_IMAGE = "own";
    /** Data sets, bundled images, and the user's own image. */
    public static final List<String> SOURCES = List.of(MNIST, DIGITS, "temple", "flower", "shapes", USER_IMAGE);

    /** How many images of MNIST can be selected; reading all of them takes a while. */
    private static final int MNIST_SAMPLES = 500;

    private static final Map<String, SoftReference<Object>> CACHE = new ConcurrentHashMap<>();

    public ImageSelection {
        if (!SOURCES.contains(source)) {
            throw new InvalidInputException("source", Rule.ONE_OF, String.join(", ", SOURCES), source);
        }
        if (source.equals(USER_IMAGE) != (userImage != null)) {
            throw new InvalidInputException("own", Rule.SOURCE_OWN_ONLY, source);
        }
        Checks.wholeWithin("sample", sample, 0, sampleCount(source) - 1);
    }

    /** The first image of a source, which must not be {@code own}. */
    public static ImageSelection of(String source) {
        return new ImageSelection(source, 0, null);
    }

    public static ImageSelection of(UserImage userImage) {
        return new ImageSelection(USER_IMAGE, 0, userImage);
    }

    /** The number of images of a source. */
    public static int sampleCount(String source) {
        return switch (source) {
            case MNIST -> MNIST_SAMPLES;
            case DIGITS -> BundledDataSet.DIGITS.samples();
            default -> 1;
        };
    }

    public ImageSelection withSample(int newSample) {
        return new ImageSelection(source, newSample, userImage);
    }

    /** Whether the image is a row of a data set, which has further images and a class for each. */
    public boolean isSample() {
        return source.equals(MNIST) || source.equals(DIGITS);
    }

    /** The class of a sample; −1 for other images. */
    public int label() {
        return isSample() ? (int) dataSet(source).targets()[sample] : -1;
    }

    /** Loads the image. */
    public InputImage load() {
        UserImage image = userImage;
        if (image != null) {
            return image.image();
        }
        if (!isSample()) {
            return bundledImage(source);
        }
        DataSet rows = dataSet(source);
        int numbers = rows.features().numCols;
        int side = (int) Math.round(Math.sqrt(numbers));
        double[] pixels = Arrays.copyOfRange(rows.features().data, sample * numbers, (sample + 1) * numbers);
        return new InputImage(side, side, pixels, true);
    }

    private static DataSet dataSet(String source) {
        return source.equals(DIGITS)
                ? BundledDataSet.DIGITS.load()
                : cached(source, DataSet.class, () -> BundledDataSet.MNIST.load(MNIST_SAMPLES));
    }

    private static InputImage bundledImage(String source) {
        return cached(source, InputImage.class, () -> {
            String path = "/images/" + source + ".png";
            try (InputStream in = Objects.requireNonNull(ImageSelection.class.getResourceAsStream(path), path)) {
                return InputImage.of(GrayImage.read(in, path));
            } catch (IOException e) {
                throw new UncheckedIOException(path, e);
            }
        });
    }

    private interface CacheLoader<T> {
        T read();
    }

    private static <T> T cached(String source, Class<T> type, CacheLoader<T> reading) {
        SoftReference<Object> reference = CACHE.get(source);
        Object cachedValue = reference == null ? null : reference.get();
        if (type.isInstance(cachedValue)) {
            return type.cast(cachedValue);
        }
        T read = reading.read();
        CACHE.put(source, new SoftReference<>(read));
        return read;
    }
}

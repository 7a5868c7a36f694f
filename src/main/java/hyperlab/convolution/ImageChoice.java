package hyperlab.convolution;

import hyperlab.data.Bundled;
import hyperlab.data.DataSet;
import hyperlab.image.GreyImage;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Checks;
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
 * @param own non-null exactly if {@code source} is {@code own}
 */
public record ImageChoice(
        String source, int sample, @Nullable OwnImage own) {
    public static final String MNIST = "mnist";
    public static final String DIGITS = "digits";
    public static final String OWN = "own";
    /** Data sets, bundled images, and the user's own image. */
    public static final List<String> SOURCES = List.of(MNIST, DIGITS, "temple", "flower", "shapes", OWN);

    /** How many images of MNIST can be selected; reading all of them takes a while. */
    private static final int SAMPLES = 500;

    private static final Map<String, SoftReference<Object>> READ = new ConcurrentHashMap<>();

    public ImageChoice {
        if (!SOURCES.contains(source)) {
            throw new InvalidInputException("source", "one of " + String.join(", ", SOURCES), source);
        }
        if (source.equals(OWN) != (own != null)) {
            throw new InvalidInputException("own", "goes with source own alone, got source " + source);
        }
        Checks.wholeWithin("sample", sample, 0, samples(source) - 1);
    }

    /** The first image of a source, which must not be {@code own}. */
    public static ImageChoice of(String source) {
        return new ImageChoice(source, 0, null);
    }

    public static ImageChoice of(OwnImage own) {
        return new ImageChoice(OWN, 0, own);
    }

    /** The number of images of a source. */
    public static int samples(String source) {
        return switch (source) {
            case MNIST -> SAMPLES;
            case DIGITS -> Bundled.DIGITS.samples();
            default -> 1;
        };
    }

    public ImageChoice withSample(int newSample) {
        return new ImageChoice(source, newSample, own);
    }

    /** Whether the image is a row of a data set, which has further images and a class for each. */
    public boolean isSample() {
        return source.equals(MNIST) || source.equals(DIGITS);
    }

    /** The class of a sample; −1 for other images. */
    public int label() {
        return isSample() ? (int) rows(source).targets()[sample] : -1;
    }

    /** Loads the image. */
    public LabImage load() {
        OwnImage given = own;
        if (given != null) {
            return given.image();
        }
        if (!isSample()) {
            return picture(source);
        }
        DataSet rows = rows(source);
        int numbers = rows.features().numCols;
        int side = (int) Math.round(Math.sqrt(numbers));
        double[] pixels = Arrays.copyOfRange(rows.features().data, sample * numbers, (sample + 1) * numbers);
        return new LabImage(side, side, pixels, true);
    }

    private static DataSet rows(String source) {
        return source.equals(DIGITS)
                ? Bundled.DIGITS.load()
                : kept(source, DataSet.class, () -> Bundled.MNIST.load(SAMPLES));
    }

    private static LabImage picture(String source) {
        return kept(source, LabImage.class, () -> {
            String path = "/images/" + source + ".png";
            try (InputStream in = Objects.requireNonNull(ImageChoice.class.getResourceAsStream(path), path)) {
                return LabImage.of(GreyImage.read(in, path));
            } catch (IOException e) {
                throw new UncheckedIOException(path, e);
            }
        });
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T kept(String source, Class<T> type, Reading<T> reading) {
        SoftReference<Object> reference = READ.get(source);
        Object known = reference == null ? null : reference.get();
        if (type.isInstance(known)) {
            return type.cast(known);
        }
        T read = reading.read();
        READ.put(source, new SoftReference<>(read));
        return read;
    }
}

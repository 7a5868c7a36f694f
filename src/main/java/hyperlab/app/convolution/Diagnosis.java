package hyperlab.app.convolution;

import hyperlab.convolution.ConvolutionSetup;
import org.jspecify.annotations.Nullable;

/** One thing that the doctor has to say of a map, in computed numbers; the gravest kinds stand first. */
public sealed interface Diagnosis {
    /** The setup with the one remedy in it; null where there is none. */
    @Nullable
    ConvolutionSetup mended();

    /**
     * The kernel does not reach the far edge of the image.
     *
     * @param left pixels that are never read, of {@code pixels}
     * @param padding that reads them all
     * @param rows of the map with it
     * @param columns likewise
     */
    record EdgeUnused(int left, int pixels, int padding, long rows, long columns, ConvolutionSetup mended)
            implements Diagnosis {}

    /** The kernel steps over pixels; {@code stride} reads more. */
    record Gaps(int left, int pixels, int stride, ConvolutionSetup mended) implements Diagnosis {}

    /** A kernel of an even side, and the next odd one. */
    record Even(int side, int odd, ConvolutionSetup mended) implements Diagnosis {}

    /**
     * The stride does not divide, yet no pixel is lost.
     *
     * @param pixels of the side
     * @param span that the kernel covers
     * @param dropped rows or columns of padding
     */
    record Remainder(int pixels, int padding, int span, int stride, long dropped) implements Diagnosis {
        @Override
        public @Nullable ConvolutionSetup mended() {
            return null;
        }
    }

    /** Windows of the pooling leave so many cells of the map out. */
    record PoolLeaves(int rows, int columns, int pool, int left) implements Diagnosis {
        @Override
        public @Nullable ConvolutionSetup mended() {
            return null;
        }
    }
}

package hyperlab.app.convolution;

import hyperlab.convolution.ConvolutionSetup;
import org.jspecify.annotations.Nullable;

/** A finding of the doctor about a feature map, with its computed numbers. The most serious kinds are listed first. */
public sealed interface Diagnosis {
    /** The setup with the remedy applied; null if there is no remedy. */
    @Nullable
    ConvolutionSetup mended();

    /**
     * The kernel does not reach the far edge of the image.
     *
     * @param left number of pixels that are never read, out of {@code pixels}
     * @param padding the padding with which all pixels are read
     * @param rows rows of the feature map with that padding
     * @param columns columns of the feature map with that padding
     */
    record EdgeUnused(int left, int pixels, int padding, long rows, long columns, ConvolutionSetup mended)
            implements Diagnosis {}

    /** The kernel skips pixels; {@code stride} is a smaller stride that reads more of them. */
    record Gaps(int left, int pixels, int stride, ConvolutionSetup mended) implements Diagnosis {}

    /** The kernel has an even size; {@code odd} is the next odd one. */
    record Even(int side, int odd, ConvolutionSetup mended) implements Diagnosis {}

    /**
     * The stride does not divide evenly, but no pixel is left out.
     *
     * @param pixels length of the image side
     * @param span pixels that the kernel covers, including dilation
     * @param dropped rows or columns of padding that are not read
     */
    record Remainder(int pixels, int padding, int span, int stride, long dropped) implements Diagnosis {
        @Override
        public @Nullable ConvolutionSetup mended() {
            return null;
        }
    }

    /** The pooling windows leave out {@code left} cells of the feature map. */
    record PoolLeaves(int rows, int columns, int pool, int left) implements Diagnosis {
        @Override
        public @Nullable ConvolutionSetup mended() {
            return null;
        }
    }
}

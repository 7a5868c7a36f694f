package hyperlab.lab.convolution;

import hyperlab.convolution.ConvolutionLabSettings;
import org.jspecify.annotations.Nullable;

/** A finding of the doctor about a feature map, with its computed numbers. The most serious kinds are listed first. */
public sealed interface ConvolutionDiagnosis {
    /** The setup with the remedy applied; null if there is no remedy. */
    @Nullable
    ConvolutionLabSettings remedied();

    /**
     * The kernel does not reach the far edge of the image.
     *
     * @param unread number of pixels that are never read, out of {@code pixels}
     * @param padding the padding with which all pixels are read
     * @param rows rows of the feature map with that padding
     * @param columns columns of the feature map with that padding
     */
    record EdgeUnused(int unread, int pixels, int padding, long rows, long columns, ConvolutionLabSettings remedied)
            implements ConvolutionDiagnosis {}

    /** The kernel skips pixels; {@code stride} is a smaller stride that reads more of them. */
    record SkippedPixels(int unread, int pixels, int stride, ConvolutionLabSettings remedied)
            implements ConvolutionDiagnosis {}

    /** The kernel has an even size; {@code odd} is the next odd one. */
    record EvenKernel(int side, int odd, ConvolutionLabSettings remedied) implements ConvolutionDiagnosis {}

    /**
     * The stride does not divide evenly, but no pixel is left out.
     *
     * @param pixels length of the image side
     * @param span pixels that the kernel covers, including dilation
     * @param dropped rows or columns of padding that are not read
     */
    record UnevenStride(int pixels, int padding, int span, int stride, long dropped) implements ConvolutionDiagnosis {
        @Override
        public @Nullable ConvolutionLabSettings remedied() {
            return null;
        }
    }

    /** The pooling windows leave out {@code left} cells of the feature map. */
    record UnpooledCells(int rows, int columns, int pool, int leftOut) implements ConvolutionDiagnosis {
        @Override
        public @Nullable ConvolutionLabSettings remedied() {
            return null;
        }
    }
}

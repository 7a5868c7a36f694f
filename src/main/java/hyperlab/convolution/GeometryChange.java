package hyperlab.convolution;

/**
 * A change of one setting of a convolution.
 *
 * @param value its new value
 */
public record GeometryChange(Setting setting, int value) {
    /** A setting that determines which pixels a kernel reads. */
    public enum Setting {
        PADDING,
        STRIDE,
        /** The side of the kernel. */
        KERNEL
    }

    /** The settings with this change. */
    public ConvolutionLabSettings applyTo(ConvolutionLabSettings settings) {
        return switch (setting) {
            case PADDING -> settings.withPadding(value);
            case STRIDE -> settings.withStride(value);
            case KERNEL -> settings.withKernel(settings.kernel().withSide(value));
        };
    }
}

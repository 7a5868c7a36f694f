package hyperlab.lab.convolution;

/** The pages of the lab's stage. */
public enum ConvolutionPage {
    /** A kernel slides over an image. */
    SLIDE,
    /** A network learns kernels and is inspected. */
    LEARN,
    /** Accuracy and training time by kernel size and stride. */
    MEASURE
}

package hyperlab.app.convolution;

/** What the lab's stage is about. */
public enum Page {
    /** One kernel slides over an image. */
    SLIDE,
    /** A network learns kernels and is looked into. */
    LEARN,
    /** Accuracy and time against kernel and stride. */
    MEASURE
}

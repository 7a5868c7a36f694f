package hyperlab.nn.kernel;

/**
 * Ends a computation that is no longer needed. The weights are unchanged; buffers and gradients have no defined
 * contents.
 */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CancelledException() {
        super("cancelled", null, false, false);
    }
}

package hyperlab.optim;

import java.util.Arrays;

/** How an optimizer step applies the L1 penalty. */
public enum L1Method {
    /**
     * {@code l1·sign(w)}, with sign(0) = 0, is added to the gradient before the optimizer step, as in PyTorch. Weights
     * come close to 0, but with a constant rate they keep crossing it.
     */
    SUBGRADIENT("subgradient"),
    /**
     * After the optimizer step, each weight becomes {@code sign(w)·max(|w| − η·l1, 0)}, the soft threshold, so weights
     * reach 0 exactly. η is the learning rate of the step under its schedule.
     *
     * <p>With SGD without momentum this is proximal gradient descent (ISTA; Beck and Teboulle 2009) on the loss plus
     * the penalty. Other optimizers scale the gradient, but the threshold stays η·l1. Where training comes to rest then
     * differs: with momentum μ it minimizes the loss plus {@code (1 − μ)·l1·Σ|w|}. For adaptive optimizers, which
     * divide the gradient by its size, l1 has a meaning relative to the scaled gradient, and the result is not a
     * minimum of the loss plus {@code l1·Σ|w|}.
     */
    PROXIMAL("proximal");

    private final String fileName;

    L1Method(String fileName) {
        this.fileName = fileName;
    }

    /** The name in files. */
    public String fileName() {
        return fileName;
    }

    /**
     * The method with a name in files.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public static L1Method byName(String name) {
        return Arrays.stream(values())
                .filter(method -> method.fileName.equals(name))
                .findFirst()
                .orElseThrow();
    }
}

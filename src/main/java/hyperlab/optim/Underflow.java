package hyperlab.optim;

/**
 * Keeps moments from becoming subnormal, that is, smaller than 2⁻¹⁰²². This happens by repeated multiplication with β
 * when a gradient stays at 0, for example behind a dead ReLU, and the moment never recovers. Many processors are about
 * a hundred times slower on subnormal numbers.
 */
final class Underflow {
    private static final double OFFSET = 0x1p-960;

    private Underflow() {}

    /**
     * Returns 0 and any moment with a magnitude of at least 2⁻⁹⁰⁰ unchanged; rounds anything smaller to a multiple of
     * 2⁻¹⁰¹². Branch-free.
     */
    static double flushToZero(double moment) {
        return (moment + OFFSET) - OFFSET;
    }
}

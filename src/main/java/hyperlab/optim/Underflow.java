package hyperlab.optim;

/**
 * Keeps moments out of the numbers below 2⁻¹⁰²², which a product with β reaches once a gradient stays 0, as that of a dead
 * ReLU does, and never leaves again: many processors take a hundred times as long over them.
 */
final class Underflow {
    private static final double FLOOR = 0x1p-960;

    private Underflow() {}

    /** The same number if it is at least 2⁻⁹⁰⁰ in size or 0; otherwise rounded to a multiple of 2⁻¹⁰¹². Without a branch. */
    static double flushed(double moment) {
        return (moment + FLOOR) - FLOOR;
    }
}

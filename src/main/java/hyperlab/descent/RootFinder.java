package hyperlab.descent;

import java.util.function.DoubleUnaryOperator;

/** Finds where the slope of a function of one variable is zero. */
final class RootFinder {
    private static final int MAX_ITERATIONS = 200;

    private RootFinder() {}

    /** Newton's method from {@code x}, for starts from which it is known to converge. */
    static double newton(DoubleUnaryOperator slope, DoubleUnaryOperator curvature, double x) {
        double root = x;
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            double next = root - slope.applyAsDouble(root) / curvature.applyAsDouble(root);
            if (next == root) {
                break;
            }
            root = next;
        }
        return root;
    }

    /**
     * Bisects [low, high] until its ends are adjacent doubles. The slope must be negative at {@code low} and not
     * negative at {@code high}.
     */
    static double bisect(DoubleUnaryOperator slope, double low, double high) {
        double left = low;
        double right = high;
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            double middle = (left + right) / 2;
            if (slope.applyAsDouble(middle) < 0) {
                left = middle;
            } else {
                right = middle;
            }
        }
        return right;
    }
}

package hyperlab.convolution;

import hyperlab.image.KnownFilter;
import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The selected kernel: a known filter, or the user's own numbers.
 *
 * @param filter {@link KnownFilter#fileName()}, or {@code own}
 * @param side 1 … {@value #MAX_SIDE}
 * @param values side² numbers in row-major order
 */
public record KernelSelection(String filter, int side, List<Double> values) {
    public static final String USER_DEFINED = "own";
    public static final int MAX_SIDE = 11;
    /** The largest absolute value of a kernel element. */
    public static final double MAX_ABS_VALUE = 1000;

    public KernelSelection {
        Checks.wholeWithin("side", side, 1, MAX_SIDE);
        values = List.copyOf(values);
        if (values.size() != side * side) {
            throw new InvalidInputException("numbers", Rule.KERNEL_NUMBERS, side, values.size());
        }
        for (double number : values) {
            Checks.within("numbers", number, -MAX_ABS_VALUE, MAX_ABS_VALUE);
        }
    }

    /**
     * A known filter.
     *
     * @throws InvalidInputException if the filter does not exist in this size
     */
    public static KernelSelection of(KnownFilter filter, int side) {
        return new KernelSelection(filter.fileName(), side, list(filter.kernel("kernel", side)));
    }

    /** A kernel with these numbers. If they equal a known filter, the result has its name. */
    public static KernelSelection of(int side, double... values) {
        return new KernelSelection(USER_DEFINED, side, list(values)).withKnownName();
    }

    private static List<Double> list(double... values) {
        return Arrays.stream(values).boxed().toList();
    }

    /** The known filter that this kernel is, if any. */
    public Optional<KnownFilter> knownFilter() {
        return KnownFilter.byName(filter);
    }

    public double[] toArray() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    public double sum() {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Returns this kernel with one element replaced. */
    public KernelSelection withElement(int index, double number) {
        List<Double> changed = new ArrayList<>(values);
        changed.set(index, number);
        return new KernelSelection(USER_DEFINED, side, changed).withKnownName();
    }

    /**
     * Returns this kernel in another size. A known filter that exists in the new size is recomputed; other kernels are
     * cropped, or padded with zeros.
     */
    public KernelSelection withSide(int newSide) {
        Checks.wholeWithin("side", newSide, 1, MAX_SIDE);
        Optional<KnownFilter> named = knownFilter();
        if (named.isPresent() && existsInSize(named.get(), newSide)) {
            return of(named.get(), newSide);
        }
        double[] resized = new double[newSide * newSide];
        int offset = newSide / 2 - side / 2;
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int y = row + offset;
                int x = column + offset;
                if (y >= 0 && y < newSide && x >= 0 && x < newSide) {
                    resized[y * newSide + x] = values.get(row * side + column);
                }
            }
        }
        return of(newSide, resized);
    }

    private static boolean existsInSize(KnownFilter filter, int side) {
        return filter.isResizable()
                ? filter != KnownFilter.IDENTITY || side % 2 == 1
                : side == KnownFilter.DEFAULT_SIDE;
    }

    private KernelSelection withKnownName() {
        for (KnownFilter known : KnownFilter.values()) {
            if (existsInSize(known, side)) {
                KernelSelection same = of(known, side);
                if (same.values().equals(values)) {
                    return same;
                }
            }
        }
        return this;
    }
}

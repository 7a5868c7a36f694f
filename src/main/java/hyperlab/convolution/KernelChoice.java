package hyperlab.convolution;

import hyperlab.image.KnownFilter;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The selected kernel: a known filter, or the user's own numbers.
 *
 * @param filter {@link KnownFilter#fileName()}, or {@code own}
 * @param side 1 … {@value #MOST_SIDE}
 * @param numbers side² numbers in row-major order
 */
public record KernelChoice(String filter, int side, List<Double> numbers) {
    public static final String OWN = "own";
    public static final int MOST_SIDE = 11;
    /** The largest absolute value of a kernel element. */
    public static final double LARGEST = 1000;

    public KernelChoice {
        Checks.wholeWithin("side", side, 1, MOST_SIDE);
        numbers = List.copyOf(numbers);
        if (numbers.size() != side * side) {
            throw new InvalidInputException("numbers", side + " × " + side, numbers.size());
        }
        for (double number : numbers) {
            Checks.within("numbers", number, -LARGEST, LARGEST);
        }
    }

    /**
     * A known filter.
     *
     * @throws InvalidInputException if the filter does not exist in this size
     */
    public static KernelChoice of(KnownFilter filter, int side) {
        return new KernelChoice(filter.fileName(), side, list(filter.kernel("kernel", side)));
    }

    /** A kernel with these numbers. If they equal a known filter, the result has its name. */
    public static KernelChoice of(int side, double... numbers) {
        return new KernelChoice(OWN, side, list(numbers)).recognized();
    }

    private static List<Double> list(double... numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    /** The known filter that this kernel is, if any. */
    public Optional<KnownFilter> known() {
        return KnownFilter.named(filter);
    }

    public double[] array() {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    public double sum() {
        return numbers.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Returns this kernel with one element replaced. */
    public KernelChoice with(int place, double number) {
        List<Double> changed = new ArrayList<>(numbers);
        changed.set(place, number);
        return new KernelChoice(OWN, side, changed).recognized();
    }

    /**
     * Returns this kernel in another size. A known filter that exists in the new size is recomputed; other kernels are
     * cropped, or padded with zeros.
     */
    public KernelChoice withSide(int newSide) {
        Checks.wholeWithin("side", newSide, 1, MOST_SIDE);
        Optional<KnownFilter> named = known();
        if (named.isPresent() && comesIn(named.get(), newSide)) {
            return of(named.get(), newSide);
        }
        double[] resized = new double[newSide * newSide];
        int offset = newSide / 2 - side / 2;
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int y = row + offset;
                int x = column + offset;
                if (y >= 0 && y < newSide && x >= 0 && x < newSide) {
                    resized[y * newSide + x] = numbers.get(row * side + column);
                }
            }
        }
        return of(newSide, resized);
    }

    private static boolean comesIn(KnownFilter filter, int side) {
        return filter.comesInSizes() ? filter != KnownFilter.IDENTITY || side % 2 == 1 : side == KnownFilter.USUAL_SIDE;
    }

    private KernelChoice recognized() {
        for (KnownFilter known : KnownFilter.values()) {
            if (comesIn(known, side)) {
                KernelChoice same = of(known, side);
                if (same.numbers().equals(numbers)) {
                    return same;
                }
            }
        }
        return this;
    }
}

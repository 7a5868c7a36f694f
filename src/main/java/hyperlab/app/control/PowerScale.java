package hyperlab.app.control;

import java.util.ArrayList;
import java.util.List;

/**
 * A scale with the powers of two from 1 at equal distances, optionally with a position for "all" at the right end.
 *
 * @param most the exponent of the largest power
 * @param all the number that represents "all"; infinite if there is none
 * @param allWord the label of "all"
 */
record PowerScale(int most, double all, String allWord) implements Scale {
    /** A scale without a position for "all". */
    static PowerScale upTo(int most) {
        return new PowerScale(most, Double.POSITIVE_INFINITY, "");
    }

    private boolean hasAll() {
        return Double.isFinite(all);
    }

    private int last() {
        return hasAll() ? most + 1 : most;
    }

    @Override
    public double fraction(double value) {
        double largest = hasAll() ? most + 0.5 : most;
        double place = value >= all ? last() : Math.min(largest, Math.log(value) / Math.log(2));
        return place / last();
    }

    @Override
    public double value(double fraction) {
        return at((int) Math.round(fraction * last()));
    }

    @Override
    public double step(double value, int by) {
        double place = fraction(value) * last();
        return at((int) (by > 0 ? Math.floor(place + 1e-9) + by : Math.ceil(place - 1e-9) + by));
    }

    @Override
    public int largeStep() {
        return 2;
    }

    @Override
    public List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (int power = 0; power <= most; power++) {
            boolean labelled = hasAll() ? power % 3 == 0 && power < most - 1 : power % 2 == 0;
            ticks.add(new Tick((double) power / last(), labelled ? Integer.toString(1 << power) : ""));
        }
        if (hasAll()) {
            ticks.add(new Tick(1, allWord));
        }
        return ticks;
    }

    private double at(int place) {
        int held = Math.max(0, Math.min(last(), place));
        return held > most ? all : 1 << held;
    }
}

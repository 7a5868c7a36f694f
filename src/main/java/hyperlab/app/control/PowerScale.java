package hyperlab.app.control;

import java.util.ArrayList;
import java.util.List;

/**
 * Powers of two from 1 on, each as far from the next, and at the right end one place for everything.
 *
 * @param most the exponent of the largest power
 * @param all the number that stands for everything
 * @param allWord its word
 */
record PowerScale(int most, double all, String allWord) implements Scale {
    @Override
    public double fraction(double value) {
        double place = value >= all ? most + 1 : Math.min(most + 0.5, Math.log(value) / Math.log(2));
        return place / (most + 1);
    }

    @Override
    public double value(double fraction) {
        return at((int) Math.round(fraction * (most + 1)));
    }

    @Override
    public double step(double value, int by) {
        double place = fraction(value) * (most + 1);
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
            boolean labelled = power % 3 == 0 && power < most - 1;
            ticks.add(new Tick(power / (most + 1.0), labelled ? Integer.toString(1 << power) : ""));
        }
        ticks.add(new Tick(1, allWord));
        return ticks;
    }

    private double at(int place) {
        int held = Math.max(0, Math.min(most + 1, place));
        return held == most + 1 ? all : 1 << held;
    }
}

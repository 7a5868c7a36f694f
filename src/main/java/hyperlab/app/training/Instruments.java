package hyperlab.app.training;

import hyperlab.chart.Curve;
import hyperlab.descent.Stability;
import hyperlab.diagnosis.Sharpness;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the instruments have read along one run, in the order of the epochs: each point of a chart was measured while someone
 * looked. Bounded: of more than {@value #MOST} readings every second is let go. FX thread alone.
 */
final class Instruments {
    static final int MOST = 1_000;

    private List<Reading> readings = List.of();

    /**
     * One reading.
     *
     * @param place on the epoch axis
     * @param sharpness λ; NaN where it was not measured
     * @param border 2/η with what momentum makes of it; NaN where none is known
     * @param ratios a layer each; empty where they were not measured
     * @param members null where they were not measured
     */
    record Reading(
            double place,
            double sharpness,
            double border,
            List<Double> ratios,
            @Nullable MemberLosses members) {}

    List<Reading> readings() {
        return readings;
    }

    /** The place of the last of them; 0 before there is any. */
    double lastPlace() {
        return readings.isEmpty() ? 0 : readings.get(readings.size() - 1).place();
    }

    void forget() {
        readings = List.of();
    }

    /** Takes up what a look measured; a reading of the same place gives way to it. */
    void read(Look look) {
        Measures measures = look.network().measures();
        if (measures.sharpness() == null && measures.ratios().isEmpty() && measures.members() == null) {
            return;
        }
        int steps = look.when().partition().train().samples();
        Experiment experiment = look.when().experiment();
        int batch = experiment.training().batchSize().of(steps);
        int perEpoch = (steps + batch - 1) / batch;
        double within = (look.when().step() - look.when().report().step()) / (double) perEpoch;
        double place = look.when().report().epoch() + Math.min(1, within);
        List<Reading> changed = new ArrayList<>();
        for (Reading reading : readings) {
            if (reading.place() < place) {
                changed.add(reading);
            }
        }
        Sharpness sharpness = measures.sharpness();
        changed.add(new Reading(
                place,
                sharpness == null ? Double.NaN : sharpness.value(),
                border(experiment),
                measures.ratios(),
                measures.members()));
        readings.stream().filter(reading -> reading.place() > place).forEach(changed::add);
        readings = List.copyOf(changed.size() > MOST ? everySecond(changed) : changed);
    }

    private static List<Reading> everySecond(List<Reading> all) {
        List<Reading> some = new ArrayList<>();
        for (int k = 0; k < all.size(); k += 2) {
            some.add(all.get(k));
        }
        return some;
    }

    /** Where a step at the rate of now stops being stable along the sharpest direction; NaN for adaptive optimizers. */
    static double border(Experiment experiment) {
        return Stability.borders(
                        experiment.training().learningRate(),
                        experiment.training().optimizer())
                .map(Stability.Borders::limit)
                .orElse(Double.NaN);
    }

    /** λ over the epochs. */
    Curve sharpness() {
        return curve(
                readings.stream()
                        .filter(each -> !Double.isNaN(each.sharpness()))
                        .toList(),
                Reading::sharpness);
    }

    /** The border over the epochs. */
    Curve borders() {
        return curve(
                readings.stream().filter(each -> !Double.isNaN(each.border())).toList(), Reading::border);
    }

    /** One layer's ratio over the epochs. */
    Curve ratio(int layer) {
        return curve(
                readings.stream().filter(each -> layer < each.ratios().size()).toList(),
                each -> each.ratios().get(layer));
    }

    /** What is read of the networks that predict together, over the epochs. */
    Curve members(ToDoubleFunction<MemberLosses> value) {
        List<Reading> some =
                readings.stream().filter(each -> each.members() != null).toList();
        return curve(some, each -> {
            MemberLosses members = each.members();
            return members == null ? Double.NaN : value.applyAsDouble(members);
        });
    }

    private static Curve curve(List<Reading> some, ToDoubleFunction<Reading> value) {
        return Curve.of(
                some.stream().mapToDouble(Reading::place).toArray(),
                some.stream().mapToDouble(value).toArray());
    }
}

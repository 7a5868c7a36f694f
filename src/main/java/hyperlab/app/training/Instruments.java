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
 * The measurements taken along one run, in epoch order. Each point of a chart was measured while the chart was visible.
 * Bounded: above {@value #MOST} readings, every second one is dropped. FX thread only.
 */
final class Instruments {
    static final int MOST = 1_000;

    private List<Reading> readings = List.of();

    /**
     * One measurement.
     *
     * @param place position on the epoch axis
     * @param sharpness the largest eigenvalue λ of the Hessian; NaN if it was not measured
     * @param border the stability limit: 2/η, adjusted for momentum; NaN if none is known
     * @param ratios one update-to-weight ratio per layer; empty if not measured
     * @param members null if not measured
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

    /** The position of the last measurement; 0 if there is none. */
    double lastPlace() {
        return readings.isEmpty() ? 0 : readings.get(readings.size() - 1).place();
    }

    void forget() {
        readings = List.of();
    }

    /** Adds the measurements of a network inspection. They replace a measurement at the same position. */
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

    /** The sharpness above which steps at the current learning rate become unstable; NaN for adaptive optimizers. */
    static double border(Experiment experiment) {
        return Stability.borders(
                        experiment.training().learningRate(),
                        experiment.training().optimizer())
                .map(Stability.Borders::limit)
                .orElse(Double.NaN);
    }

    /** The sharpness λ over the epochs. */
    Curve sharpness() {
        return curve(
                readings.stream()
                        .filter(each -> !Double.isNaN(each.sharpness()))
                        .toList(),
                Reading::sharpness);
    }

    /** The stability limit over the epochs. */
    Curve borders() {
        return curve(
                readings.stream().filter(each -> !Double.isNaN(each.border())).toList(), Reading::border);
    }

    /** The update-to-weight ratio of one layer over the epochs. */
    Curve ratio(int layer) {
        return curve(
                readings.stream().filter(each -> layer < each.ratios().size()).toList(),
                each -> each.ratios().get(layer));
    }

    /** A value of the ensemble members (or dropout masks) over the epochs. */
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

package hyperlab.lab.training.inspection;

import hyperlab.chart.series.Curve;
import hyperlab.descent.Stability;
import hyperlab.diagnosis.Sharpness;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The measurements taken along one run, in epoch order. Each point of a chart was measured while the chart was visible.
 * Bounded: above {@value #MAX_READINGS} readings, every second one is dropped. FX thread only.
 */
public final class MeasurementHistory {
    public static final int MAX_READINGS = 1_000;

    private List<Measurement> readings = List.of();

    /**
     * One measurement.
     *
     * @param position position on the epoch axis
     * @param sharpness the largest eigenvalue λ of the Hessian; NaN if it was not measured
     * @param stabilityLimit the stability limit: 2/η, adjusted for momentum; NaN if none is known
     * @param ratios one update-to-weight ratio per layer; empty if not measured
     * @param members null if not measured
     */
    public record Measurement(
            double position,
            double sharpness,
            double stabilityLimit,
            List<Double> ratios,
            @Nullable MemberLosses members) {}

    public List<Measurement> readings() {
        return readings;
    }

    /** The position of the last measurement; 0 if there is none. */
    public double lastPosition() {
        return readings.isEmpty() ? 0 : readings.get(readings.size() - 1).position();
    }

    public void clear() {
        readings = List.of();
    }

    /** Adds the measurements of a network inspection. They replace a measurement at the same position. */
    public void addMeasurements(NetworkInspection inspection) {
        NetworkMeasurements measures = inspection.network().measurements();
        if (measures.sharpness() == null && measures.updateRatios().isEmpty() && measures.members() == null) {
            return;
        }
        int samples = inspection.point().partition().train().samples();
        Experiment experiment = inspection.point().experiment();
        int batch = experiment.training().batchSize().effective(samples);
        int stepsPerEpoch = (samples + batch - 1) / batch;
        double epochFraction =
                (inspection.point().step() - inspection.point().report().step()) / (double) stepsPerEpoch;
        double position = inspection.point().report().epoch() + Math.min(1, epochFraction);
        List<Measurement> changed = new ArrayList<>();
        for (Measurement reading : readings) {
            if (reading.position() < position) {
                changed.add(reading);
            }
        }
        Sharpness sharpness = measures.sharpness();
        changed.add(new Measurement(
                position,
                sharpness == null ? Double.NaN : sharpness.value(),
                stabilityLimit(experiment),
                measures.updateRatios(),
                measures.members()));
        readings.stream().filter(reading -> reading.position() > position).forEach(changed::add);
        readings = List.copyOf(changed.size() > MAX_READINGS ? everySecond(changed) : changed);
    }

    private static List<Measurement> everySecond(List<Measurement> all) {
        List<Measurement> selected = new ArrayList<>();
        for (int k = 0; k < all.size(); k += 2) {
            selected.add(all.get(k));
        }
        return selected;
    }

    /** The sharpness above which steps at the current learning rate become unstable; NaN for adaptive optimizers. */
    public static double stabilityLimit(Experiment experiment) {
        return Stability.borders(
                        experiment.training().learningRate(),
                        experiment.training().optimizer())
                .map(Stability.RegimeBorders::divergeFrom)
                .orElse(Double.NaN);
    }

    /** The sharpness λ over the epochs. */
    public Curve sharpness() {
        return curve(
                readings.stream()
                        .filter(each -> !Double.isNaN(each.sharpness()))
                        .toList(),
                Measurement::sharpness);
    }

    /** The stability limit over the epochs. */
    public Curve stabilityLimits() {
        return curve(
                readings.stream()
                        .filter(each -> !Double.isNaN(each.stabilityLimit()))
                        .toList(),
                Measurement::stabilityLimit);
    }

    /** The update-to-weight ratio of one layer over the epochs. */
    public Curve ratio(int layer) {
        return curve(
                readings.stream().filter(each -> layer < each.ratios().size()).toList(),
                each -> each.ratios().get(layer));
    }

    /** A value of the ensemble members (or dropout masks) over the epochs. */
    public Curve members(ToDoubleFunction<MemberLosses> value) {
        List<Measurement> selected =
                readings.stream().filter(each -> each.members() != null).toList();
        return curve(selected, each -> {
            MemberLosses members = each.members();
            return members == null ? Double.NaN : value.applyAsDouble(members);
        });
    }

    private static Curve curve(List<Measurement> selected, ToDoubleFunction<Measurement> value) {
        return Curve.of(
                selected.stream().mapToDouble(Measurement::position).toArray(),
                selected.stream().mapToDouble(value).toArray());
    }
}

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
 * Epochs in between were not measured, so a curve joins two points only if they are at most one epoch apart. Bounded:
 * above {@value #MAX_READINGS} readings, every second one is dropped, and the joined distance doubles. FX thread only.
 */
public final class MeasurementHistory {
    public static final int MAX_READINGS = 1_000;
    /** The largest number of samples that sharpness is measured on. */
    public static final int MAX_SHARPNESS_ROWS = 200;

    private List<Measurement> readings = List.of();
    private double joinedDistance = 1;

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
        joinedDistance = 1;
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
                stabilityLimit(experiment, inspection.point().report().epoch()),
                measures.updateRatios(),
                measures.members()));
        readings.stream().filter(reading -> reading.position() > position).forEach(changed::add);
        boolean full = changed.size() > MAX_READINGS;
        joinedDistance *= full ? 2 : 1;
        readings = List.copyOf(full ? everySecond(changed) : changed);
    }

    private static List<Measurement> everySecond(List<Measurement> all) {
        List<Measurement> selected = new ArrayList<>();
        for (int k = 0; k < all.size(); k += 2) {
            selected.add(all.get(k));
        }
        return selected;
    }

    /**
     * The sharpness above which steps at the learning rate of epoch {@code epoch}, from 0, become unstable; NaN for
     * adaptive optimizers.
     */
    public static double stabilityLimit(Experiment experiment, int epoch) {
        return Stability.borders(
                        experiment.training().learningRateAt(epoch),
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

    /** The stability limit over the epochs. Equal limits are joined: it is computed from the settings, not measured. */
    public Curve stabilityLimits() {
        return curve(
                readings.stream()
                        .filter(each -> !Double.isNaN(each.stabilityLimit()))
                        .toList(),
                Measurement::stabilityLimit,
                true);
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

    private Curve curve(List<Measurement> selected, ToDoubleFunction<Measurement> value) {
        return curve(selected, value, false);
    }

    /** A curve with a gap, a point whose value is NaN, between points that are too far apart to be joined. */
    private Curve curve(List<Measurement> selected, ToDoubleFunction<Measurement> value, boolean joinsEqual) {
        double[] x = new double[2 * selected.size()];
        double[] y = new double[2 * selected.size()];
        int size = 0;
        for (Measurement reading : selected) {
            double position = reading.position();
            double measured = value.applyAsDouble(reading);
            if (size > 0 && position - x[size - 1] > joinedDistance && !(joinsEqual && measured == y[size - 1])) {
                x[size] = (x[size - 1] + position) / 2;
                y[size++] = Double.NaN;
            }
            x[size] = position;
            y[size++] = measured;
        }
        return Curve.of(x, y, size);
    }
}

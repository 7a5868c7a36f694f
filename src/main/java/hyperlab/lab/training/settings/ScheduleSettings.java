package hyperlab.lab.training.settings;

import hyperlab.optim.Schedule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The learning-rate schedule and its parameters. */
public final class ScheduleSettings {
    /** The available schedules, with their default parameters. */
    static final List<Schedule> AVAILABLE = List.of(
            Schedule.ConstantRate.DEFAULT,
            Schedule.StepDecay.DEFAULT,
            Schedule.ExponentialDecay.DEFAULT,
            Schedule.CosineAnnealing.DEFAULT);

    private final Setting<Schedule> kind;
    private final Setting<Integer> every;
    private final Setting<Double> factor;
    private final Setting<Double> floor;
    private final Setting<Integer> warmup;

    ScheduleSettings(SettingFactory factory) {
        kind = factory.<Schedule>training(
                        "training.schedule",
                        training -> training.schedule(),
                        (training, schedule) -> training.withSchedule(schedule),
                        schedule -> LocalizedText.of("training.schedule." + schedule.name()))
                .withIdentity(Schedule::name);
        every = factory.training(
                "training.schedule.every",
                training -> every(training.schedule()),
                (training, epochs) -> training.withSchedule(withEvery(training.schedule(), epochs)),
                epochs -> LocalizedText.literal(epochs.toString()));
        factor = factory.training(
                "training.schedule.factor",
                training -> factor(training.schedule()),
                (training, value) -> training.withSchedule(withFactor(training.schedule(), value)),
                LocalizedText::number);
        floor = factory.training(
                "training.schedule.floor",
                training -> training.schedule() instanceof Schedule.CosineAnnealing cosine ? cosine.floor() : null,
                (training, value) -> training.withSchedule(
                        training.schedule() instanceof Schedule.CosineAnnealing cosine
                                ? new Schedule.CosineAnnealing(value, cosine.warmup())
                                : training.schedule()),
                LocalizedText::number);
        warmup = factory.training(
                "training.warmup",
                training -> training.schedule().warmup(),
                (training, epochs) -> training.withSchedule(withWarmup(training.schedule(), epochs)),
                epochs -> LocalizedText.literal(epochs.toString()));
    }

    public Setting<Schedule> kind() {
        return kind;
    }

    /** Epochs between two drops; null for schedules other than {@code step}. */
    Setting<Integer> every() {
        return every;
    }

    /** The factor by which a drop, or an epoch, multiplies the learning rate; null for schedules without one. */
    Setting<Double> factor() {
        return factor;
    }

    /** The learning rate at the end of the cosine schedule; null for other schedules. */
    Setting<Double> floor() {
        return floor;
    }

    Setting<Integer> warmup() {
        return warmup;
    }

    /**
     * The schedule with this name and its default parameters, with the current warm-up. If it is already selected, it
     * stays as it is.
     */
    Schedule fromName(String name) {
        Schedule current = kind.get();
        return current.name().equals(name)
                ? current
                : AVAILABLE.stream()
                        .filter(schedule -> schedule.name().equals(name))
                        .map(schedule -> withWarmup(schedule, current.warmup()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** A description with all parameters, for example "step (every 10 epochs × 0.1), warm-up 3". */
    static LocalizedText describe(Schedule schedule) {
        LocalizedText description = withoutWarmup(schedule);
        return schedule.warmup() == 0
                ? description
                : LocalizedText.of("training.schedule.warmed", description, Integer.toString(schedule.warmup()));
    }

    private static LocalizedText withoutWarmup(Schedule schedule) {
        LocalizedText name = LocalizedText.of("training.schedule." + schedule.name());
        if (schedule instanceof Schedule.StepDecay step) {
            return LocalizedText.of(
                    "training.schedule.step.said",
                    name,
                    Integer.toString(step.every()),
                    LocalizedText.number(step.factor()));
        }
        if (schedule instanceof Schedule.ExponentialDecay exponential) {
            return LocalizedText.of(
                    "training.schedule.exponential.said", name, LocalizedText.number(exponential.factor()));
        }
        return schedule instanceof Schedule.CosineAnnealing cosine
                ? LocalizedText.of("training.schedule.cosine.said", name, LocalizedText.number(cosine.floor()))
                : name;
    }

    private static @Nullable Integer every(Schedule schedule) {
        return schedule instanceof Schedule.StepDecay step ? step.every() : null;
    }

    private static Schedule withEvery(Schedule schedule, int epochs) {
        return schedule instanceof Schedule.StepDecay step
                ? new Schedule.StepDecay(epochs, step.factor(), step.warmup())
                : schedule;
    }

    private static @Nullable Double factor(Schedule schedule) {
        if (schedule instanceof Schedule.StepDecay step) {
            return step.factor();
        }
        return schedule instanceof Schedule.ExponentialDecay exponential ? exponential.factor() : null;
    }

    private static Schedule withFactor(Schedule schedule, double factor) {
        if (schedule instanceof Schedule.StepDecay step) {
            return new Schedule.StepDecay(step.every(), factor, step.warmup());
        }
        return schedule instanceof Schedule.ExponentialDecay exponential
                ? new Schedule.ExponentialDecay(factor, exponential.warmup())
                : schedule;
    }

    private static Schedule withWarmup(Schedule schedule, int epochs) {
        if (schedule instanceof Schedule.StepDecay step) {
            return new Schedule.StepDecay(step.every(), step.factor(), epochs);
        }
        if (schedule instanceof Schedule.ExponentialDecay exponential) {
            return new Schedule.ExponentialDecay(exponential.factor(), epochs);
        }
        return schedule instanceof Schedule.CosineAnnealing cosine
                ? new Schedule.CosineAnnealing(cosine.floor(), epochs)
                : new Schedule.ConstantRate(epochs);
    }
}

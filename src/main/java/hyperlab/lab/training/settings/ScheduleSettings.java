package hyperlab.lab.training.settings;

import hyperlab.optim.Schedule;
import hyperlab.optim.ScheduleConstant;

/** The learning-rate schedule and its parameters. */
public final class ScheduleSettings {
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
                        schedule -> LocalizedText.of("component.schedule." + schedule.name()))
                .withIdentity(Schedule::name);
        every = integer(factory, "training.schedule.every", ScheduleConstant.EVERY);
        factor = number(factory, "training.schedule.factor", ScheduleConstant.FACTOR);
        floor = number(factory, "training.schedule.floor", ScheduleConstant.FLOOR);
        warmup = integer(factory, "training.warmup", ScheduleConstant.WARMUP);
    }

    private static Setting<Double> number(SettingFactory factory, String nameKey, ScheduleConstant constant) {
        return factory.training(
                nameKey,
                training -> Constants.valueOrNull(training.schedule(), constant),
                (training, value) -> training.withSchedule(training.schedule().with(constant, value)),
                LocalizedText::number);
    }

    private static Setting<Integer> integer(SettingFactory factory, String nameKey, ScheduleConstant constant) {
        return factory.training(
                nameKey,
                training -> {
                    Double value = Constants.valueOrNull(training.schedule(), constant);
                    return value == null ? null : (Integer) value.intValue();
                },
                (training, value) -> training.withSchedule(training.schedule().with(constant, value)),
                value -> LocalizedText.literal(value.toString()));
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
                : Schedule.byName(name).with(ScheduleConstant.WARMUP, current.warmup());
    }

    /** A description with all parameters, for example "step (every 10 epochs × 0.1), warm-up 3". */
    static LocalizedText describe(Schedule schedule) {
        LocalizedText description =
                schedule.accept(new AfterWarmup(LocalizedText.of("component.schedule." + schedule.name())));
        return schedule.warmup() == 0
                ? description
                : LocalizedText.of("training.schedule.warmed", description, Integer.toString(schedule.warmup()));
    }

    /** Describes a schedule without its warm-up. */
    private record AfterWarmup(LocalizedText name) implements Schedule.Visitor<LocalizedText> {
        @Override
        public LocalizedText visit(Schedule.ConstantRate constant) {
            return name;
        }

        @Override
        public LocalizedText visit(Schedule.StepDecay step) {
            return LocalizedText.of(
                    "training.schedule.step.said",
                    name,
                    Integer.toString(step.every()),
                    LocalizedText.number(step.factor()));
        }

        @Override
        public LocalizedText visit(Schedule.ExponentialDecay exponential) {
            return LocalizedText.of(
                    "training.schedule.exponential.said", name, LocalizedText.number(exponential.factor()));
        }

        @Override
        public LocalizedText visit(Schedule.CosineAnnealing cosine) {
            return LocalizedText.of("training.schedule.cosine.said", name, LocalizedText.number(cosine.floor()));
        }
    }
}

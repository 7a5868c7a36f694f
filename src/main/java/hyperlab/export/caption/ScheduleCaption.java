package hyperlab.export.caption;

import hyperlab.optim.Schedule;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Describes a learning-rate schedule; empty for a constant rate. */
final class ScheduleCaption {
    private final Texts texts;

    ScheduleCaption(Texts texts) {
        this.texts = texts;
    }

    List<String> of(Schedule schedule) {
        List<String> parts = new ArrayList<>();
        schedule.accept(new AfterWarmup(texts)).ifPresent(parts::add);
        if (schedule.warmup() > 0) {
            parts.add(texts.get("chart.caption.schedule.warmup", Integer.toString(schedule.warmup())));
        }
        return parts;
    }

    private record AfterWarmup(Texts texts) implements Schedule.Visitor<Optional<String>> {
        @Override
        public Optional<String> visit(Schedule.ConstantRate constant) {
            return Optional.empty();
        }

        @Override
        public Optional<String> visit(Schedule.StepDecay step) {
            return Optional.of(texts.get(
                    "chart.caption.schedule.step",
                    Integer.toString(step.every()),
                    NumberFormats.format(step.factor())));
        }

        @Override
        public Optional<String> visit(Schedule.ExponentialDecay exponential) {
            return Optional.of(
                    texts.get("chart.caption.schedule.exponential", NumberFormats.format(exponential.factor())));
        }

        @Override
        public Optional<String> visit(Schedule.CosineAnnealing cosine) {
            return Optional.of(texts.get("chart.caption.schedule.cosine", NumberFormats.format(cosine.floor())));
        }
    }
}

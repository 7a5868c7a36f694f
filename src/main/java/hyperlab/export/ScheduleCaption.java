package hyperlab.export;

import hyperlab.optim.Schedule;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** Describes a learning-rate schedule; empty for a constant rate. */
final class ScheduleCaption {
    private final Texts texts;

    ScheduleCaption(Texts texts) {
        this.texts = texts;
    }

    List<String> of(Schedule schedule) {
        List<String> parts = new ArrayList<>();
        if (schedule instanceof Schedule.StepDecay step) {
            parts.add(texts.get(
                    "chart.caption.schedule.step",
                    Integer.toString(step.every()),
                    NumberFormats.format(step.factor())));
        } else if (schedule instanceof Schedule.ExponentialDecay exponential) {
            parts.add(texts.get("chart.caption.schedule.exponential", NumberFormats.format(exponential.factor())));
        } else if (schedule instanceof Schedule.CosineAnnealing cosine) {
            parts.add(texts.get("chart.caption.schedule.cosine", NumberFormats.format(cosine.floor())));
        }
        if (schedule.warmup() > 0) {
            parts.add(texts.get("chart.caption.schedule.warmup", Integer.toString(schedule.warmup())));
        }
        return parts;
    }
}

package hyperlab.export.caption;

import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.descent.RepeatedNoiseSettings;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Describes a descent: the function, its parameters, the start, and the settings of the visible runs. */
final class DescentCaption {
    private static final Map<String, String> SYMBOLS = Map.of(
            "curvature", "c", "tilt", "t", "amplitude", "a", "curvatureX", "c", "curvatureY", "d", "condition", "κ");

    private final Texts texts;

    DescentCaption(Texts texts) {
        this.texts = texts;
    }

    String of(DescentSetup setup) {
        List<String> parts = new ArrayList<>();
        String variables = setup.start().size() == 1 ? "f(x)" : "f(x, y)";
        parts.add(variables + " = "
                + ObjectiveFunctions.of(setup.function(), setup.parameters()).formula());
        setup.parameters().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> parts.add(CaptionParts.assignment(
                        SYMBOLS.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue())));
        String start = setup.start().stream().map(NumberFormats::format).collect(Collectors.joining(", "));
        parts.add(texts.get("chart.caption.start", setup.start().size() == 1 ? start : "(" + start + ")"));
        parts.add(texts.get("chart.caption.steps", NumberFormats.count(setup.steps())));
        List<Racer> visibleRacers =
                setup.racers().stream().filter(Racer::visible).toList();
        ScheduleCaption schedules = new ScheduleCaption(texts);
        boolean sameSettings = visibleRacers.stream()
                        .map(racer -> List.of(racer.optimizer(), racer.schedule()))
                        .distinct()
                        .count()
                == 1;
        if (sameSettings) {
            parts.add(CaptionParts.optimizer(visibleRacers.get(0).optimizer(), texts));
            parts.add("η = "
                    + visibleRacers.stream()
                            .map(racer -> NumberFormats.format(racer.learningRate()))
                            .collect(Collectors.joining(", ")));
            parts.addAll(schedules.of(visibleRacers.get(0).schedule()));
        } else {
            for (Racer racer : visibleRacers) {
                List<String> settings = new ArrayList<>(List.of(CaptionParts.optimizer(racer.optimizer(), texts)));
                settings.addAll(schedules.of(racer.schedule()));
                parts.add(
                        CaptionParts.assignment("η", racer.learningRate()) + " (" + CaptionParts.join(settings) + ")");
            }
        }
        RepeatedNoiseSettings noise = setup.noise();
        if (noise.enabled()) {
            parts.add(texts.get(
                    "chart.caption.gradientNoise",
                    NumberFormats.format(noise.deviation()),
                    Integer.toString(noise.batchSize()),
                    Integer.toString(noise.runs())));
            parts.add(texts.get("chart.caption.seed", Long.toString(noise.seed())));
        }
        return CaptionParts.join(parts);
    }
}

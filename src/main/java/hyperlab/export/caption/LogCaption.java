package hyperlab.export.caption;

import hyperlab.log.TrainingLog;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** Describes where the curves of a log are from. Settings and seed are not in a log, so the caption has none. */
final class LogCaption {
    private final Texts texts;

    LogCaption(Texts texts) {
        this.texts = texts;
    }

    String of(TrainingLog log) {
        List<String> columns = new ArrayList<>();
        log.series()
                .forEach((quantity, series) ->
                        columns.add(texts.get("log.quantity." + quantity.fileName()) + ": " + series.column()));
        return String.join(
                "; ",
                texts.get(
                        "log.caption",
                        log.name(),
                        texts.get("log.format." + log.format().fileName())),
                CaptionParts.join(columns),
                texts.get("log.caption.noSettings"));
    }
}

package hyperlab.cli.io;

import hyperlab.data.CsvFormat;
import hyperlab.data.CsvInference;
import hyperlab.data.CsvPlan;
import hyperlab.data.CsvPreview;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** Describes how a table was read and how it is used, so that a wrong guess is seen and can be corrected. */
final class TableDescription {
    private final Texts texts;

    TableDescription(Texts texts) {
        this.texts = texts;
    }

    List<String> lines(CsvPreview preview, CsvInference inference) {
        CsvPlan plan = inference.plan();
        CsvFormat format = plan.format();
        List<String> lines = new ArrayList<>();
        lines.add(texts.get(
                "table.read",
                Integer.toString(preview.rows()),
                Integer.toString(preview.columns().size()),
                texts.get("table.encoding." + format.encoding().name()),
                texts.get("table.separator." + format.separator().name()),
                texts.get("table.decimal." + format.decimal().name()),
                texts.get(format.header() ? "table.header.isNames" : "table.header.isData")));
        lines.add(texts.get(
                "table.predicts",
                plan.target(),
                texts.get("table.task." + plan.task().name()),
                String.join(", ", plan.features())));
        List<String> categories =
                plan.categories().stream().filter(plan.features()::contains).toList();
        if (!categories.isEmpty()) {
            lines.add(texts.get("table.oneHot", String.join(", ", categories)));
        }
        inference
                .leftOut(preview)
                .forEach((use, names) -> lines.add(
                        texts.get("table.left", String.join(", ", names), texts.get("table.use." + use.name()))));
        if (inference.gaps() > 0 || preview.column(plan.target()).missingCount() > 0) {
            lines.add(texts.get("table.missing." + plan.missing().name(), Integer.toString(inference.gaps())));
        }
        lines.add(texts.get(plan.standardize() ? "table.standardized" : "table.unscaled"));
        return lines;
    }
}

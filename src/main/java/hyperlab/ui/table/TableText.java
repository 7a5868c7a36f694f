package hyperlab.ui.table;

import hyperlab.data.ColumnProfile;
import hyperlab.data.CsvInference;
import hyperlab.data.CsvPlan;
import hyperlab.data.CsvPreview;
import hyperlab.data.MissingValues;
import hyperlab.finding.Finding;
import hyperlab.text.ErrorMessages;
import hyperlab.text.FindingText;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.stream.Collectors;

/** The texts about a table and how it is used. */
public final class TableText {
    private static final int NUMBER_DIGITS = 4;

    private final Texts texts;

    public TableText(Texts texts) {
        this.texts = texts;
    }

    String size(CsvPreview preview) {
        return texts.get(
                "table.size",
                NumberFormats.count(preview.rows()),
                Integer.toString(preview.columns().size()));
    }

    /** What a column is used for, or why it is not. */
    public String reason(ColumnProfile column, CsvInference inference) {
        CsvPlan plan = inference.plan();
        CsvInference.ColumnUse use = inference.columnUses().get(column.index());
        if (use == CsvInference.ColumnUse.TARGET) {
            return texts.get("table.target." + inference.targetReason().name());
        }
        if (!plan.features().contains(column.name())) {
            return texts.get("table.use." + use.name());
        }
        String kind = texts.get("table.reason.number");
        if (plan.categories().contains(column.name())) {
            int categories = column.distinctCount() + (plan.missing().fills() && column.missingCount() > 0 ? 1 : 0);
            kind = texts.get("table.reason.category", Integer.toString(categories));
        } else if (plan.missing() == MissingValues.CATEGORY && column.gapCount(false) > 0) {
            kind = texts.get("table.reason.marked");
        }
        return use == CsvInference.ColumnUse.FEATURE
                ? kind
                : texts.get("table.reason.although", kind, texts.get("table.use." + use.name()));
    }

    String values(ColumnProfile column) {
        return column.numberCount() == 0
                ? texts.get("table.values.words", Integer.toString(column.distinctCount()))
                : texts.get(
                        "table.values.range",
                        NumberFormats.format(column.minimum(), NUMBER_DIGITS),
                        NumberFormats.format(column.maximum(), NUMBER_DIGITS));
    }

    /** The gaps and what happens to them. */
    public String missing(CsvInference inference) {
        return inference.gaps() == 0
                ? texts.get("table.missing.none")
                : texts.get("table.missing." + inference.plan().missing().name(), Integer.toString(inference.gaps()));
    }

    /** Why the features should be standardized, or need not be. */
    String scale(CsvInference inference) {
        String key = inference.scaleRatio() >= CsvInference.MIN_SCALE_RATIO
                ? "table.scale.unlike"
                : inference.largestValue() >= CsvInference.MIN_LARGE_VALUE ? "table.scale.large" : "table.scale.alike";
        return texts.get(
                key,
                NumberFormats.format(inference.scaleRatio(), 3),
                NumberFormats.format(inference.largestValue(), 3));
    }

    /** What the choices make of the table; the problem if they do not fit. */
    String effect(TableImport.State state) {
        if (state.problem() != null) {
            return ErrorMessages.message(state.problem(), texts);
        }
        TableEffect effect = state.effect();
        return effect == null
                ? texts.get("table.working")
                : texts.get(
                        "table.effect",
                        NumberFormats.count(effect.rows()),
                        NumberFormats.count(effect.droppedRows()),
                        Integer.toString(effect.featureNames().size()));
    }

    String warnings(TableImport.State state) {
        return state.warnings().stream().map(this::warning).collect(Collectors.joining("\n"));
    }

    private String warning(Finding<?, ?> finding) {
        FindingText text = FindingText.of(finding, texts);
        return texts.get("table.warning", text.title(), text.explanation());
    }
}

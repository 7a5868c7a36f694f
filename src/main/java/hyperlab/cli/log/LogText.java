package hyperlab.cli.log;

import hyperlab.log.LogAxis;
import hyperlab.log.LogColumn;
import hyperlab.log.LogColumns;
import hyperlab.log.LogQuantity;
import hyperlab.log.LogSeries;
import hyperlab.log.LogTable;
import hyperlab.log.TrainingLog;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Says how a log was read, so that a wrong guess is seen and can be corrected, and summarizes its curves. */
final class LogText {
    private static final int MAX_UNUSED = 12;
    private static final int DIGITS = 4;

    private final Texts texts;

    LogText(Texts texts) {
        this.texts = texts;
    }

    List<String> lines(LogTable table, LogColumns columns, TrainingLog log, LogAxis axis) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.get(
                "log.read",
                table.name(),
                texts.get("log.format." + table.format().fileName()),
                NumberFormats.format(table.rows())));
        if (log.truncated()) {
            lines.add(texts.get("log.truncated"));
        }
        if (table.runs() > 1) {
            lines.add(texts.get("log.runs", Integer.toString(table.runs())));
        }
        lines.add(columns.names().entrySet().stream()
                .map(each -> texts.get("log.quantity." + each.getKey().fileName()) + ": " + each.getValue())
                .collect(Collectors.joining("; ")));
        if (columns.name(LogQuantity.EPOCH) == null && columns.name(LogQuantity.STEP) == null) {
            lines.add(texts.get("log.rowsAreSteps"));
        }
        List<String> unused = columns.unused(table);
        if (!unused.isEmpty()) {
            String names = unused.stream().limit(MAX_UNUSED).collect(Collectors.joining(", "));
            lines.add(texts.get("log.unused", unused.size() > MAX_UNUSED ? names + ", …" : names));
        }
        lines.add(texts.get("log.correct", options()));
        log.series().forEach((quantity, series) -> {
            if (quantity != LogQuantity.LEARNING_RATE) {
                lines.add(summary(quantity, series, axis, isLowerBetter(quantity)));
                int written = table.column(series.column()).map(LogColumn::size).orElse(0);
                if (written > TrainingLog.MAX_VALUES) {
                    lines.add(texts.get(
                            "log.thinned",
                            texts.get("log.quantity." + quantity.fileName()),
                            NumberFormats.format(written),
                            NumberFormats.format(series.size())));
                }
            }
        });
        return lines;
    }

    private static String options() {
        return Arrays.stream(LogQuantity.values()).map(DiagnoseCommand::option).collect(Collectors.joining(", "));
    }

    private static boolean isLowerBetter(LogQuantity quantity) {
        return quantity == LogQuantity.TRAIN_LOSS || quantity == LogQuantity.VALIDATION_LOSS;
    }

    private String summary(LogQuantity quantity, LogSeries series, LogAxis axis, boolean lowest) {
        double[] values = series.values();
        int best = -1;
        for (int i = 0; i < values.length; i++) {
            boolean better = best < 0 || (lowest ? values[i] < values[best] : values[i] > values[best]);
            best = Double.isFinite(values[i]) && better ? i : best;
        }
        String count = NumberFormats.format(values.length);
        String name = texts.get("log.quantity." + quantity.fileName());
        if (best < 0) {
            return texts.get("log.summary.notFinite", name, count);
        }
        return texts.get(
                lowest ? "log.summary.lowest" : "log.summary.highest",
                name,
                count,
                NumberFormats.format(values[0], DIGITS),
                NumberFormats.format(values[values.length - 1], DIGITS),
                NumberFormats.format(values[best], DIGITS),
                texts.get("log.at." + axis.fileName(), NumberFormats.format(series.positions(axis)[best])));
    }
}

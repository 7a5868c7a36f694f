package hyperlab.export.caption;

import hyperlab.batch.BatchSettings;
import hyperlab.batch.BatchSetup;
import hyperlab.batch.ComparisonBasis;
import hyperlab.batch.TwoWeightModelSettings;
import hyperlab.text.ColumnNames;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Describes the settings of a figure of the Batch size lab. */
record BatchCaption(Texts texts) {
    String of(BatchSetup setup) {
        List<String> parts = new ArrayList<>();
        parts.add(model(setup.model()));
        if (setup.model().outlier() > 0) {
            parts.add(texts.get(
                    "chart.caption.oddSample",
                    NumberFormats.format(setup.model().outlier())));
        }
        parts.add(texts.get("chart.caption.start", "(" + weight(setup.startX()) + ", " + weight(setup.startY()) + ")"));
        training(setup.training(), parts);
        parts.add(
                setup.comparisonBasis() == ComparisonBasis.EPOCHS
                        ? texts.get("chart.caption.epochs", Integer.toString(setup.epochs()))
                        : texts.get("chart.caption.steps", NumberFormats.count(setup.steps())));
        parts.add(texts.get("chart.caption.equal." + setup.comparisonBasis().fileName()));
        parts.add(texts.get("chart.caption.seed", Long.toString(setup.seed())));
        return String.join(", ", parts);
    }

    private String model(TwoWeightModelSettings model) {
        String file = model.file();
        String source = file == null
                ? texts.get("batch-size.source." + model.source())
                : String.valueOf(Path.of(file).getFileName());
        return texts.get(
                "chart.caption.twoWeights",
                source,
                ColumnNames.of(model.x(), texts),
                ColumnNames.of(model.y(), texts),
                ColumnNames.of(model.target(), texts));
    }

    private void training(BatchSettings training, List<String> parts) {
        parts.add(texts.get(
                "chart.caption.batch",
                training.batchSize().isFull()
                        ? texts.get("shell.full")
                        : Integer.toString(training.batchSize().samples())));
        parts.add("η = " + NumberFormats.format(training.learningRate())
                + (training.linearScaling() ? "·B/" + training.referenceBatchSize() : ""));
        if (!training.shuffle()) {
            parts.add(texts.get("chart.caption.inOrder"));
        }
        if (training.dropLast()) {
            parts.add(texts.get("chart.caption.dropLast"));
        }
    }

    private static String weight(double weight) {
        return NumberFormats.format(weight);
    }
}

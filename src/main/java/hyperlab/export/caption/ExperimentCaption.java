package hyperlab.export.caption;

import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSources;
import hyperlab.data.PointSet;
import hyperlab.data.SplitSettings;
import hyperlab.optim.Penalty;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Describes an experiment: its data, network, training settings and seed. */
final class ExperimentCaption {
    private final Texts texts;
    private final ActivationCaption activationCaption;

    ExperimentCaption(Texts texts) {
        this.texts = texts;
        activationCaption = new ActivationCaption(texts);
    }

    String of(Experiment experiment) {
        return String.join(
                "; ",
                data(experiment.data()),
                network(experiment),
                training(experiment.training()),
                texts.get("chart.caption.seed", Long.toString(experiment.seed())));
    }

    String data(DataSettings data) {
        List<String> parts = new ArrayList<>();
        CsvSettings csv = data.csv();
        if (csv == null) {
            parts.add(texts.get("training.source." + data.source()));
        } else {
            parts.add(String.valueOf(Path.of(csv.file()).getFileName()));
            parts.add(texts.get("chart.caption.target", csv.target()));
        }
        PointSet points = data.points();
        Integer samples = data.samples() == null && points != null ? Integer.valueOf(points.size()) : data.samples();
        if (samples != null) {
            parts.add(texts.get("chart.caption.samples", samples.toString()));
        }
        if (DataSources.generators().contains(data.source())) {
            parts.add(texts.get("chart.caption.noise", NumberFormats.format(data.noise())));
        }
        SplitSettings split = data.splitSettings();
        boolean hasTestSet = split.testFraction() > 0;
        if (hasTestSet) {
            parts.add(texts.get("chart.caption.heldOut", NumberFormats.format(100 * split.testFraction())));
        }
        if (split.folds() > 0) {
            parts.add(texts.get(
                    "chart.caption.fold", Integer.toString(split.fold() + 1), Integer.toString(split.folds())));
        } else {
            String share = hasTestSet ? "chart.caption.shareOfOthers" : "chart.caption.share";
            parts.add(texts.get(share, NumberFormats.format(100 * data.trainFraction())));
        }
        if (split.splitSeed() != null) {
            parts.add(texts.get("chart.caption.splitSeed", split.splitSeed().toString()));
        }
        if (data.standardize()) {
            parts.add(texts.get("chart.caption.standardized"));
        }
        return CaptionParts.join(parts);
    }

    String network(Experiment experiment) {
        NetworkSettings network = experiment.network();
        List<String> parts = new ArrayList<>();
        if (!network.convolutions().isEmpty()) {
            String each = CaptionParts.join(network.convolutions().stream()
                    .map(convolution -> texts.get(
                            "training.convolution",
                            Integer.toString(convolution.filters()),
                            Integer.toString(convolution.kernel()),
                            Integer.toString(convolution.stride()),
                            Integer.toString(convolution.padding()),
                            Integer.toString(convolution.pool())))
                    .toList());
            parts.add(texts.get("chart.caption.convolutions", each));
        }
        if (!network.hidden().isEmpty()) {
            parts.add(CaptionParts.layers(network.hidden()) + " " + activationCaption.of(network.activation()));
        } else {
            if (!network.convolutions().isEmpty()) {
                parts.add(activationCaption.of(network.activation()));
            }
            parts.add(texts.get("chart.caption.noHidden"));
        }
        if (network.dropout() > 0) {
            parts.add(texts.get("chart.caption.dropout", NumberFormats.format(network.dropout())));
        }
        if (experiment.ensemble() > 1) {
            parts.add(texts.get("chart.caption.ensemble", Integer.toString(experiment.ensemble())));
        }
        return CaptionParts.join(parts);
    }

    String training(TrainingSettings training) {
        List<String> parts = new ArrayList<>();
        parts.add(CaptionParts.optimizer(training.optimizer(), texts));
        parts.add(CaptionParts.assignment("η", training.learningRate()));
        parts.addAll(new ScheduleCaption(texts).of(training.schedule()));
        BatchSize batch = training.batchSize();
        parts.add(texts.get(
                "chart.caption.batch", batch.isFull() ? texts.get("shell.full") : Integer.toString(batch.samples())));
        parts.add(texts.get("chart.caption.epochs", Integer.toString(training.epochs())));
        if (training.patience() > 0) {
            parts.add(texts.get("chart.caption.patience", Integer.toString(training.patience())));
        }
        Penalty penalty = training.penalty();
        if (penalty.l1() > 0) {
            String strength = "L1 " + NumberFormats.format(penalty.l1());
            parts.add(penalty.hasSoftThreshold() ? strength + " " + texts.get("chart.caption.proximal") : strength);
        }
        if (penalty.l2() > 0) {
            parts.add("L2 " + NumberFormats.format(penalty.l2()));
        }
        return CaptionParts.join(parts);
    }
}

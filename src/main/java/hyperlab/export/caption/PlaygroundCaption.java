package hyperlab.export.caption;

import hyperlab.playground.PlaygroundExperiment;
import hyperlab.playground.PlaygroundInput;
import hyperlab.playground.PlaygroundLink;
import hyperlab.playground.PlaygroundRegularization;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** Describes what a TensorFlow Playground link trains. */
final class PlaygroundCaption {
    private final Texts texts;

    PlaygroundCaption(Texts texts) {
        this.texts = texts;
    }

    String of(PlaygroundExperiment experiment) {
        PlaygroundLink link = experiment.link();
        PlaygroundLink.DataOptions data = link.data();
        PlaygroundLink.TrainingOptions training = link.training();
        List<String> settings = new ArrayList<>(List.of(
                texts.get("component.optimizer.sgd"),
                CaptionParts.assignment("η", training.learningRate()),
                texts.get("chart.caption.batch", NumberFormats.format(training.batchSize())),
                texts.get("chart.caption.epochs", Integer.toString(experiment.epochs()))));
        if (training.regularization() != PlaygroundRegularization.NONE) {
            settings.add(
                    training.regularization().fileName() + " " + NumberFormats.format(training.regularizationRate()));
        }
        return String.join(
                "; ",
                CaptionParts.join(List.of(
                        texts.get("chart.caption.playground", data.dataSet().fileName()),
                        texts.get("chart.caption.noise", NumberFormats.format(data.noise()) + "\u00a0%"),
                        texts.get("chart.caption.share", NumberFormats.format(data.percTrainData())))),
                CaptionParts.join(List.of(inputs(link.network()), hidden(link.network()))),
                CaptionParts.join(settings),
                texts.get("chart.caption.seed", data.seed()));
    }

    private String inputs(PlaygroundLink.NetworkOptions network) {
        return network.inputs().isEmpty()
                ? texts.get("chart.caption.noInput")
                : CaptionParts.join(
                        network.inputs().stream().map(PlaygroundInput::fileName).toList());
    }

    private String hidden(PlaygroundLink.NetworkOptions network) {
        return network.hidden().isEmpty()
                ? texts.get("chart.caption.noHidden")
                : CaptionParts.layers(network.hidden()) + " "
                        + texts.get(
                                "component.activation." + network.activation().fileName());
    }
}

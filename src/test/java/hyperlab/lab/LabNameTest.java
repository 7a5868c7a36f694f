package hyperlab.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.activation.ActivationLabSettings;
import hyperlab.batch.BatchSetup;
import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.file.BundledCases;
import hyperlab.file.Document;
import hyperlab.learn.LinkedDocuments;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.playground.PlaygroundLink;
import hyperlab.train.Experiment;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LabNameTest {
    static Stream<Arguments> homes() {
        return Stream.of(
                Arguments.of(LabName.LEARNING_RATE, LinkedDocuments.load("landing-rate")),
                Arguments.of(LabName.BATCH_SIZE, new Document.OfBatch(BatchSetup.DEFAULT)),
                Arguments.of(LabName.TRAINING, new Document.OfExperiment(Experiment.DEFAULT)),
                Arguments.of(
                        LabName.TRAINING,
                        new Document.OfPlayground(new PlaygroundExperiment(PlaygroundLink.parse("#", () -> 0), 100))),
                Arguments.of(LabName.ACTIVATION, new Document.OfActivations(ActivationLabSettings.DEFAULT)),
                Arguments.of(LabName.CONVOLUTION, new Document.OfConvolution(ConvolutionLabSettings.DEFAULT)),
                Arguments.of(LabName.TUNING, LinkedDocuments.load("branin")),
                Arguments.of(LabName.CASES, new Document.OfCase(BundledCases.named("wine"))),
                Arguments.of(LabName.LEARN, new Document.OfPage("seed")));
    }

    @ParameterizedTest
    @MethodSource("homes")
    void eachKindOfDocumentHasALab(LabName home, Document document) {
        assertEquals(home, LabName.forDocument(document));
    }
}

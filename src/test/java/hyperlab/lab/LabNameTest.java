package hyperlab.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.activation.ActivationLabSettings;
import hyperlab.batch.BatchSetup;
import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.file.BundledCases;
import hyperlab.file.Document;
import hyperlab.learn.LinkedDocuments;
import hyperlab.log.LogFormat;
import hyperlab.log.LogQuantity;
import hyperlab.log.LogSeries;
import hyperlab.log.TrainingLog;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.MeanFieldNetwork;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.playground.PlaygroundLink;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.tune.SearchDimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
                Arguments.of(LabName.TRAINING, new Document.OfLog(log())),
                Arguments.of(LabName.ACTIVATION, new Document.OfActivations(ActivationLabSettings.DEFAULT)),
                Arguments.of(LabName.CONVOLUTION, new Document.OfConvolution(ConvolutionLabSettings.DEFAULT)),
                Arguments.of(LabName.TUNING, LinkedDocuments.load("branin")),
                Arguments.of(
                        LabName.MAP,
                        new Document.OfMap(new MapSpecification(
                                new MapSubject.OfMeanField(MeanFieldNetwork.DEFAULT),
                                new MapAxis("layerRates.0", new SearchDimension.LogDimension(1, 10), 8),
                                new MapAxis("layerRates.1", new SearchDimension.LogDimension(1, 10), 8),
                                MapColor.TRAIN_LOSS))),
                Arguments.of(LabName.CASES, new Document.OfCase(BundledCases.named("wine"))),
                Arguments.of(LabName.CASES, BundledCases.load("rateScaling")),
                Arguments.of(LabName.LEARN, new Document.OfPage("seed")));
    }

    @ParameterizedTest
    @MethodSource("homes")
    void eachDocumentKindHasLab(LabName home, Document document) {
        assertEquals(home, LabName.forDocument(document));
    }

    private static TrainingLog log() {
        LogSeries losses = new LogSeries("loss", new double[] {1, 2}, new double[] {4, 9}, new double[] {0.5, 0.4});
        return new TrainingLog("a.csv", LogFormat.CSV, Map.of(LogQuantity.TRAIN_LOSS, losses), List.of(), false);
    }

    @Test
    void testCoversAllDocumentKinds() {
        Set<Class<?>> kinds =
                homes().map(arguments -> arguments.get()[1].getClass()).collect(Collectors.toSet());
        assertEquals(Set.of(Document.class.getPermittedSubclasses()), kinds);
    }

    @Test
    void eachLabHasResourceBundle() throws IOException {
        for (LabName lab : LabName.values()) {
            for (Language language : Language.values()) {
                String bundle = Files.readString(Path.of("assets/i18n", lab.id() + language.suffix() + ".properties"));
                assertTrue(Texts.in(language).has(lab.titleKey()), lab.titleKey());
                assertTrue(Texts.in(language).has(lab.shortTitleKey()), lab.shortTitleKey());
                assertTrue(bundle.contains(lab.shortTitleKey()), lab.id());
            }
        }
    }
}

package hyperlab.lab.learn.illustration;

import hyperlab.activation.ActivationLabSettings;
import hyperlab.batch.BatchSetup;
import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.descent.DescentSetup;
import hyperlab.file.Document;
import hyperlab.learn.LinkedDocuments;
import hyperlab.map.MapSpecification;
import hyperlab.train.Experiment;
import hyperlab.tune.TuningStudy;

/** The settings of the illustrations. Most of them can also be opened by links on the pages. */
final class LinkedSettings {
    private LinkedSettings() {}

    static Experiment experiment(String name) {
        return ((Document.OfExperiment) LinkedDocuments.load(name)).experiment();
    }

    static DescentSetup descent(String name) {
        return ((Document.OfDescent) LinkedDocuments.load(name)).setup();
    }

    static BatchSetup batchSize(String name) {
        return ((Document.OfBatch) LinkedDocuments.load(name)).setup();
    }

    static ActivationLabSettings activation(String name) {
        return ((Document.OfActivations) LinkedDocuments.load(name)).setup();
    }

    static ConvolutionLabSettings convolution(String name) {
        return ((Document.OfConvolution) LinkedDocuments.load(name)).setup();
    }

    static TuningStudy study(String name) {
        return ((Document.OfStudy) LinkedDocuments.load(name)).study();
    }

    static MapSpecification map(String name) {
        return ((Document.OfMap) LinkedDocuments.load(name)).map();
    }
}

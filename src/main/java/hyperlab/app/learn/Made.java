package hyperlab.app.learn;

import hyperlab.activation.ActivationSetup;
import hyperlab.batch.BatchSetup;
import hyperlab.convolution.ConvolutionSetup;
import hyperlab.descent.DescentSetup;
import hyperlab.file.Document;
import hyperlab.learn.Tries;
import hyperlab.train.Experiment;
import hyperlab.tune.Study;

/** The settings of the illustrations. Most of them can also be opened by links on the pages. */
final class Made {
    private Made() {}

    static Experiment experiment(String name) {
        return ((Document.OfExperiment) Tries.named(name)).experiment();
    }

    static DescentSetup descent(String name) {
        return ((Document.OfDescent) Tries.named(name)).setup();
    }

    static BatchSetup batches(String name) {
        return ((Document.OfBatch) Tries.named(name)).setup();
    }

    static ActivationSetup activations(String name) {
        return ((Document.OfActivations) Tries.named(name)).setup();
    }

    static ConvolutionSetup convolution(String name) {
        return ((Document.OfConvolution) Tries.named(name)).setup();
    }

    static Study study(String name) {
        return ((Document.OfStudy) Tries.named(name)).study();
    }
}

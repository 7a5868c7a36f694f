package hyperlab.app;

import hyperlab.file.Document;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.lab.activation.ActivationView;
import hyperlab.lab.batchsize.BatchSizeView;
import hyperlab.lab.cases.CasesView;
import hyperlab.lab.convolution.ConvolutionView;
import hyperlab.lab.learn.LearnView;
import hyperlab.lab.learningrate.LearningRateView;
import hyperlab.lab.map.MapView;
import hyperlab.lab.training.TrainingView;
import hyperlab.lab.tuning.TuningView;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The window's labs, in navigation order. */
final class Labs {
    private Labs() {}

    /**
     * A factory for a lab; the lab is created on first use.
     *
     * @param accepts which documents are opened in the lab; can be tested before the lab is created
     */
    record LabFactory(LabName name, Predicate<Document> accepts, Function<LabContext, Lab> create) {
        /** A factory for a lab that opens the documents that {@link LabName#forDocument} assigns to it. */
        LabFactory(LabName name, Function<LabContext, Lab> make) {
            this(name, document -> LabName.forDocument(document) == name, make);
        }
    }

    static List<LabFactory> all() {
        return List.of(
                new LabFactory(LabName.LEARNING_RATE, LearningRateView::new),
                new LabFactory(LabName.BATCH_SIZE, BatchSizeView::new),
                new LabFactory(LabName.MAP, MapView::new),
                new LabFactory(LabName.TRAINING, TrainingView::new),
                new LabFactory(LabName.ACTIVATION, ActivationView::new),
                new LabFactory(LabName.CONVOLUTION, ConvolutionView::new),
                new LabFactory(LabName.TUNING, TuningView::new),
                new LabFactory(LabName.CASES, CasesView::new),
                new LabFactory(LabName.LEARN, LearnView::new));
    }
}

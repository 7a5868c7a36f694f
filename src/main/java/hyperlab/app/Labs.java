package hyperlab.app;

import hyperlab.app.activation.ActivationView;
import hyperlab.app.batch.BatchView;
import hyperlab.app.cases.CasesView;
import hyperlab.app.convolution.ConvolutionView;
import hyperlab.app.descent.RateView;
import hyperlab.app.learn.LearnView;
import hyperlab.app.training.TrainingView;
import hyperlab.app.tuning.TuningView;
import hyperlab.file.Document;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The window's labs, in navigation order. */
final class Labs {
    private Labs() {}

    /**
     * A factory for a lab; the lab is created on first use.
     *
     * @param takes which documents are opened in the lab; can be tested before the lab is created
     */
    record Maker(LabName name, Predicate<Document> takes, Function<LabContext, Lab> make) {
        /** A factory for a lab that opens the documents that {@link LabName#home} assigns to it. */
        Maker(LabName name, Function<LabContext, Lab> make) {
            this(name, document -> LabName.home(document) == name, make);
        }
    }

    static List<Maker> all() {
        return List.of(
                new Maker(LabName.LEARNING_RATE, RateView::new),
                new Maker(LabName.BATCH_SIZE, BatchView::new),
                new Maker(LabName.TRAINING, TrainingView::new),
                new Maker(LabName.ACTIVATION, ActivationView::new),
                new Maker(LabName.CONVOLUTION, ConvolutionView::new),
                new Maker(LabName.TUNING, TuningView::new),
                new Maker(LabName.CASES, CasesView::new),
                new Maker(LabName.LEARN, LearnView::new));
    }
}

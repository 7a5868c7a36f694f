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

/** The labs that the window has, in the order of the rail. */
final class Labs {
    private Labs() {}

    /**
     * How a lab comes to be; it is made when it is first asked for.
     *
     * @param takes the documents that are opened in it, which can be asked of a lab that is not made yet
     */
    record Maker(LabName name, Predicate<Document> takes, Function<LabContext, Lab> make) {
        /** One that takes the documents at {@link LabName#home home} in it. */
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

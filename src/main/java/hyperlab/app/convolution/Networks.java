package hyperlab.app.convolution;

import hyperlab.app.concurrent.LatestOnlyTask;
import hyperlab.app.concurrent.TaskExecutor;
import hyperlab.app.concurrent.StudyRunner;
import hyperlab.convolution.ConvolutionSetup;
import hyperlab.convolution.Forgiveness;
import hyperlab.convolution.KernelStudy;
import hyperlab.convolution.LabImage;
import hyperlab.convolution.Learned;
import hyperlab.convolution.NetworkTraining;
import hyperlab.image.ImageShape;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The network of the setup: its training, its response to the image, and a study of other kernel sizes and strides. All
 * of these run on worker threads. Results of a different network are discarded. FX thread only.
 */
public final class Networks {
    /** Number of trainings for each kernel size and stride. */
    private static final int STUDY_SEEDS = 3;

    private final StudyRunner<Learned> training;
    private final StudyRunner<KernelStudy.Measured> study;
    private final LatestOnlyTask<Look, NetworkView> looks;
    private final ReadOnlyObjectWrapper<NetworkView> seen;
    private ConvolutionSetup setup;
    private LabImage image;
    private Learned start;

    Networks(TaskExecutor workers, Executor window, ConvolutionSetup first, LabImage image) {
        this.setup = first;
        this.image = image;
        training = new StudyRunner<>("kernels", workers, window);
        study = new StudyRunner<>("kernel-study", workers, window);
        looks = new LatestOnlyTask<>(work -> workers.run("look", work), window, Look::carryOut, this::take);
        start = Learned.untrained(first.network(), first.seed());
        seen = new ReadOnlyObjectWrapper<>(this, "seen", new Look(start, image, first.shift()).carryOut());
        forgetOthers();
        training.found().addListener((observed, before, now) -> look());
    }

    private record Look(Learned learned, LabImage image, int shift) {
        NetworkView carryOut() {
            ImageShape shape = learned.choice().image();
            LabImage scaled = image.asInk(shape.height(), shape.width());
            LabImage moved = scaled.shifted(shift, 0);
            return new NetworkView(
                    learned, moved, learned.look(moved), Forgiveness.of(learned, scaled, NetworkView.REACH));
        }
    }

    /** The network's current response to the image. */
    public ReadOnlyObjectProperty<NetworkView> seen() {
        return seen.getReadOnlyProperty();
    }

    public StudyRunner<Learned> training() {
        return training;
    }

    public StudyRunner<KernelStudy.Measured> study() {
        return study;
    }

    /** The current state of the network; before training, its initial state. */
    public Learned learned() {
        List<Learned> results = training.found().get().results();
        return results.isEmpty() ? start : results.get(results.size() - 1);
    }

    /** Trains the network again. */
    public void train() {
        study.stop();
        training.start(new NetworkTraining(setup.network(), setup.seed()));
    }

    /** Measures accuracy and time again. */
    public void measure() {
        training.stop();
        study.start(new KernelStudy(setup.network(), setup.seed(), STUDY_SEEDS));
    }

    /** Stops all trainings. Their results so far are kept. */
    public void stop() {
        training.stop();
        study.stop();
    }

    /** Sets the setup and the image, and discards the results of a different network. */
    void about(ConvolutionSetup newSetup, LabImage newImage) {
        boolean same = newSetup.network().equals(setup.network()) && newSetup.seed() == setup.seed();
        setup = newSetup;
        image = newImage;
        if (!same) {
            start = Learned.untrained(setup.network(), setup.seed());
        }
        forgetOthers();
        look();
    }

    private void forgetOthers() {
        training.setSubject(List.of(setup.network(), setup.seed()));
        study.setSubject(List.of(setup.network().withKernel(1).withStride(1), setup.seed()));
    }

    private void look() {
        looks.submit(new Look(learned(), image, setup.shift()), order -> false);
    }

    /** Ignores the result if it belongs to a different network than the current one. */
    private void take(NetworkView view) {
        if (learned().choice().equals(view.learned().choice())) {
            seen.set(view);
        }
    }
}

package hyperlab.lab.convolution;

import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.convolution.InputImage;
import hyperlab.convolution.KernelSizeStudy;
import hyperlab.convolution.NetworkSnapshot;
import hyperlab.convolution.NetworkTrainingStudy;
import hyperlab.convolution.ShiftSensitivity;
import hyperlab.image.ImageShape;
import hyperlab.ui.concurrent.LatestTask;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.concurrent.TaskExecutor;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The network of the setup: its training, its response to the image, and a study of other kernel sizes and strides. All
 * of these run on worker threads. Results of a different network are discarded. FX thread only.
 */
public final class ConvNetViewModel {
    /** Number of trainings for each kernel size and stride. */
    static final int STUDY_SEEDS = 3;

    private final StudyRunner<NetworkSnapshot> training;
    private final StudyRunner<KernelSizeStudy.KernelSizeResult> study;
    private final LatestTask<ResponseRequest, ConvNetResponse> responses;
    private final ReadOnlyObjectWrapper<ConvNetResponse> seen;
    private ConvolutionLabSettings setup;
    private InputImage image;
    private NetworkSnapshot initialNetwork;

    ConvNetViewModel(TaskExecutor workers, Executor fxExecutor, ConvolutionLabSettings first, InputImage image) {
        this.setup = first;
        this.image = image;
        training = new StudyRunner<>("kernels", workers, fxExecutor);
        study = new StudyRunner<>("kernel-study", workers, fxExecutor);
        responses = new LatestTask<>(
                work -> workers.run("look", work), fxExecutor, ResponseRequest::compute, this::responseComputed);
        initialNetwork = NetworkSnapshot.untrained(first.network(), first.seed());
        seen = new ReadOnlyObjectWrapper<>(
                this, "seen", new ResponseRequest(initialNetwork, image, first.shift()).compute());
        discardStaleResults();
        training.statusProperty().addListener((observed, before, now) -> requestResponse());
    }

    private record ResponseRequest(NetworkSnapshot learned, InputImage image, int shift) {
        ConvNetResponse compute() {
            ImageShape shape = learned.settings().image();
            InputImage scaled = image.asInk(shape.height(), shape.width());
            InputImage moved = scaled.shifted(shift, 0);
            return new ConvNetResponse(
                    learned,
                    moved,
                    learned.inspect(moved),
                    ShiftSensitivity.of(learned, scaled, ConvNetResponse.MAX_SHIFT));
        }
    }

    /** The network's current response to the image. */
    public ReadOnlyObjectProperty<ConvNetResponse> responseProperty() {
        return seen.getReadOnlyProperty();
    }

    public StudyRunner<NetworkSnapshot> training() {
        return training;
    }

    public StudyRunner<KernelSizeStudy.KernelSizeResult> study() {
        return study;
    }

    /** The current state of the network; before training, its initial state. */
    public NetworkSnapshot currentNetwork() {
        List<NetworkSnapshot> results = training.statusProperty().get().results();
        return results.isEmpty() ? initialNetwork : results.get(results.size() - 1);
    }

    /** Trains the network again. */
    public void startTraining() {
        study.stop();
        training.start(new NetworkTrainingStudy(setup.network(), setup.seed()));
    }

    /** Measures accuracy and time again. */
    public void startStudy() {
        training.stop();
        study.start(new KernelSizeStudy(setup.network(), setup.seed(), STUDY_SEEDS));
    }

    /** Stops all trainings. Their results so far are kept. */
    public void stop() {
        training.stop();
        study.stop();
    }

    /** Sets the setup and the image, and discards the results of a different network. */
    void update(ConvolutionLabSettings newSetup, InputImage newImage) {
        boolean same = newSetup.network().equals(setup.network()) && newSetup.seed() == setup.seed();
        setup = newSetup;
        image = newImage;
        if (!same) {
            initialNetwork = NetworkSnapshot.untrained(setup.network(), setup.seed());
        }
        discardStaleResults();
        requestResponse();
    }

    private void discardStaleResults() {
        training.setSubject(List.of(setup.network(), setup.seed()));
        study.setSubject(List.of(setup.network().withKernel(1).withStride(1), setup.seed()));
    }

    private void requestResponse() {
        responses.submit(new ResponseRequest(currentNetwork(), image, setup.shift()));
    }

    /** Ignores the result if it belongs to a different network than the current one. */
    private void responseComputed(ConvNetResponse view) {
        if (currentNetwork().settings().equals(view.network().settings())) {
            seen.set(view);
        }
    }
}

package hyperlab.lab.convolution;

import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.convolution.DigitNetworkSettings;
import hyperlab.convolution.FeatureMap;
import hyperlab.convolution.GeometryChange;
import hyperlab.convolution.ImageSelection;
import hyperlab.convolution.InputImage;
import hyperlab.convolution.KernelSelection;
import hyperlab.convolution.KernelSizeStudy;
import hyperlab.convolution.NetworkSnapshot;
import hyperlab.convolution.UserImage;
import hyperlab.file.Document;
import hyperlab.image.GrayImage;
import hyperlab.image.ImageShape;
import hyperlab.lab.LabViewModel;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.rule.InvalidInputException;
import hyperlab.ui.concurrent.TaskExecutor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The view model of the Convolution lab. Each change of a setting recomputes the feature map immediately, and {@link
 * #viewStateProperty()} is the state at the playhead. The network is trained on a worker thread when training is started, and
 * {@link ConvNetViewModel#responseProperty()} is its current response to the image.
 */
public final class ConvolutionViewModel extends LabViewModel<ConvolutionLabSettings, ConvolutionSnapshot> {
    /** For the default image and kernel, this position is in the middle of the digit's stroke. */
    static final int START_POSITION = 71;

    private final ConvolutionSettings settings;
    private final ObjectProperty<ConvolutionPage> page =
            new SimpleObjectProperty<>(this, "page", ConvolutionPage.SLIDE);
    private final ImageDrawing drawing;
    private final ConvNetViewModel network;
    private FeatureMap map;
    private int slidePosition = START_POSITION;
    /** The center of the cell that was chosen last, as shares of the image's height and width. */
    private double anchorRow;

    private double anchorColumn;
    private boolean keepsAnchor;

    /**
     * Creates a lab with the default setup.
     *
     * @param workers runs the trainings
     * @param fxExecutor delivers their results: the FX thread
     * @param onInvalidInput receives each rejected input; the setting keeps its previous value
     */
    public ConvolutionViewModel(
            TaskExecutor workers, Executor fxExecutor, Consumer<InvalidInputException> onInvalidInput) {
        super("convolution.cell", ConvolutionLabSettings.DEFAULT, onInvalidInput);
        ConvolutionLabSettings first = ConvolutionLabSettings.DEFAULT;
        settings = new ConvolutionSettings(settingsState());
        drawing = new ImageDrawing(settings, undo(), this::image);
        map = FeatureMap.of(first, first.image().load());
        setViewState(new ConvolutionSnapshot(map, START_POSITION));
        network = new ConvNetViewModel(workers, fxExecutor, first, map.image());
        updateTimeline();
        playback().seek(START_POSITION);
        moveAnchor();
        settingsState()
                .stateProperty()
                .addListener((observed, before, after) -> withoutAnchor(() -> settingsChanged(after)));
        playback().positionProperty().addListener((observed, before, after) -> positionChanged());
        page.addListener((observed, before, now) -> withoutAnchor(() -> pageChanged(before, now)));
        network.study().statusProperty().addListener((observed, before, now) -> studyChanged());
    }

    // properties

    public ConvolutionSettings settings() {
        return settings;
    }

    /** The page that is shown. */
    public ObjectProperty<ConvolutionPage> pageProperty() {
        return page;
    }

    /** Drawing on the image. */
    public ImageDrawing drawing() {
        return drawing;
    }

    /** The network that is trained and inspected. */
    public ConvNetViewModel network() {
        return network;
    }

    public ConvolutionLabSettings setup() {
        return settingsState().get();
    }

    /** The image that the kernel slides over. */
    public InputImage image() {
        return map.image();
    }

    /**
     * The shape of the feature maps of the network's last convolution. On the page {@code LEARN} the playhead moves
     * over its positions.
     */
    public ImageShape lastMapShape() {
        DigitNetworkSettings choice = setup().network();
        ImageShape shape = choice.image();
        ImageShape maps = shape;
        for (ConvolutionSpec convolution : choice.convolutions()) {
            maps = convolution.mapShape("convolutions", shape, 1);
            shape = convolution.pooledShape("convolutions", shape, 1);
        }
        return maps;
    }

    // commands

    /** Moves the playhead to a position in the feature map. */
    public void seek(int row, int column) {
        playback().playingProperty().set(false);
        playback().seek(row * map.shape().width() + column);
    }

    /** Moves the kernel so that its center is as close as possible to a pixel of the image. */
    public void centerKernelAt(int row, int column) {
        playback().playingProperty().set(false);
        playback().seek(position(row, column));
    }

    private int position(double row, double column) {
        ImageShape shape = map.shape();
        return nearest(row, shape.height()) * shape.width() + nearest(column, shape.width());
    }

    private int nearest(double pixel, int places) {
        ConvolutionLabSettings setup = map.settings();
        double middle = setup.dilation() * (setup.kernel().side() - 1) / 2.0 - setup.padding();
        return (int) Math.max(0, Math.min(places - 1, Math.round((pixel - middle) / setup.stride())));
    }

    /** Changes one weight of the kernel. */
    public void editKernel(int index, double number) {
        settings.kernelProperty().set(setup().kernel().withElement(index, number));
    }

    /** Selects a bundled image: the default image of the default data set, otherwise the first image of the source. */
    public void chooseSource(String source) {
        if (!source.equals(setup().image().source())) {
            boolean isDefault =
                    source.equals(ConvolutionLabSettings.DEFAULT.image().source());
            settings.imageProperty()
                    .set(isDefault ? ConvolutionLabSettings.DEFAULT.image() : ImageSelection.of(source));
        }
    }

    /** Opens a user image. A large image is scaled down. */
    public void openImage(String name, GrayImage image) {
        drawing.enabledProperty().set(false);
        undo().settle();
        settings.imageProperty().set(ImageSelection.of(UserImage.of(name, image)));
        undo().settle();
    }

    /** Uses a learned kernel of the first layer as the sliding kernel. */
    public void slideLearnedKernel(int filter) {
        undo().settle();
        settings.kernelProperty().set(learnedKernel(network.currentNetwork(), filter));
        undo().settle();
        page.set(ConvolutionPage.SLIDE);
    }

    private static KernelSelection learnedKernel(NetworkSnapshot learned, int filter) {
        int side = learned.settings().kernel();
        double[] numbers = new double[side * side];
        double[][] kernel = learned.filters(0)[filter][0];
        for (int row = 0; row < side; row++) {
            System.arraycopy(kernel[row], 0, numbers, row * side, side);
        }
        return KernelSelection.of(side, numbers);
    }

    /**
     * Slides a learned kernel of the first layer over the image as the network does, and stops where it computes an
     * activation, so that the current step shows its sum of products.
     *
     * @return false if the network sees the image scaled or shifted; nothing changes then
     */
    public boolean openActivation(int filter, int row, int column) {
        ConvNetResponse response = network.responseProperty().get();
        if (!Arrays.equals(response.image().pixels(), image().pixels())) {
            return false;
        }
        ConvolutionSpec first = response.network().settings().convolutions().get(0);
        Cell before = new Cell(setup(), slidePosition);
        undo().settle();
        undo().applyAndKeep(() -> {
            settingsState()
                    .change(
                            "convolution.undo.kernel",
                            setup -> setup.withKernel(learnedKernel(response.network(), filter))
                                    .withStride(first.stride())
                                    .withPadding(first.padding())
                                    .withDilation(1));
            page.set(ConvolutionPage.SLIDE);
            seek(row, column);
            moveAnchor();
        });
        undo().record(
                        "convolution.undo.kernel",
                        this,
                        before,
                        new Cell(setup(), playback().positionProperty().get()),
                        this::restore);
        undo().settle();
        return true;
    }

    /** Settings and the kernel's position, which are restored together. */
    private record Cell(ConvolutionLabSettings setup, int position) {}

    private void restore(Cell cell) {
        settingsState().set(cell.setup());
        page.set(ConvolutionPage.SLIDE);
        playback().seek(cell.position());
        moveAnchor();
    }

    /** Applies the doctor's remedy, as one change that can be undone. */
    public void applyRemedy(GeometryChange change) {
        settingsState().change("convolution.undo.remedy", setup -> {
            ConvolutionLabSettings remedied = change.applyTo(setup);
            ConvolutionSettings.check(remedied);
            return remedied;
        });
    }

    @Override
    public Document document() {
        return new Document.OfConvolution(setup());
    }

    /**
     * Opens a document and clears the undo history.
     *
     * @throws InvalidInputException if the setup leaves no output
     */
    @Override
    public void open(Document document, @Nullable Path folder) {
        if (document instanceof Document.OfConvolution convolutionDocument) {
            ConvolutionSettings.check(convolutionDocument.setup());
            drawing.enabledProperty().set(false);
            undo().applyAndClear(() -> settingsState().set(convolutionDocument.setup()));
            page.set(ConvolutionPage.SLIDE);
            playback().playingProperty().set(false);
            playback().seek(openingPosition());
        }
    }

    /** Where the kernel is after this document was opened: where the lab starts with it, or in the middle. */
    private int openingPosition() {
        if (setup().equals(ConvolutionLabSettings.DEFAULT)) {
            return START_POSITION;
        }
        ImageShape shape = map.shape();
        return shape.height() / 2 * shape.width() + shape.width() / 2;
    }

    /** The kernel's cell, counted from 0, if it is another one than after opening the document. */
    public OptionalInt chosenCell() {
        int cell = page.get() == ConvolutionPage.SLIDE
                ? playback().positionProperty().get()
                : slidePosition;
        return cell == openingPosition() ? OptionalInt.empty() : OptionalInt.of(cell);
    }

    /** Moves the kernel to a cell of an earlier session; the last one if the map has fewer. */
    public void restoreCell(int cell) {
        page.set(ConvolutionPage.SLIDE);
        playback().seek(Math.max(0, cell));
        moveAnchor();
    }

    /** The result for the kernel size and stride at the timeline's position; null if there is none. */
    public KernelSizeStudy.@Nullable KernelSizeResult currentStudyResult() {
        int index = playback().positionProperty().get();
        return page.get() == ConvolutionPage.MEASURE && index < studyResults().size()
                ? studyResults().get(index)
                : null;
    }

    /** Pauses playback, ends drawing and stops trainings, as when the lab is left. */
    @Override
    public void pause() {
        super.pause();
        drawing.enabledProperty().set(false);
        network.stop();
    }

    /** Runs a change that moves the kernel on its own: the chosen cell stays the same. */
    private void withoutAnchor(Runnable change) {
        boolean before = keepsAnchor;
        keepsAnchor = true;
        try {
            change.run();
        } finally {
            keepsAnchor = before;
        }
    }

    private void positionChanged() {
        refresh();
        if (!keepsAnchor && page.get() == ConvolutionPage.SLIDE) {
            moveAnchor();
        }
    }

    private void moveAnchor() {
        anchorRow = viewState().centerRow() / image().height();
        anchorColumn = viewState().centerColumn() / image().width();
    }

    /** The cell whose center is closest to the one that was chosen last, whatever the sizes and the stride are now. */
    private int anchoredPosition() {
        return position(anchorRow * image().height(), anchorColumn * image().width());
    }

    private void settingsChanged(ConvolutionLabSettings setup) {
        map = FeatureMap.of(setup, setup.image().load());
        updateTimeline();
        slidePosition = anchoredPosition();
        if (page.get() == ConvolutionPage.SLIDE) {
            playback().seek(slidePosition);
        }
        refresh();
        network.update(setup, map.image());
    }

    private void pageChanged(ConvolutionPage before, ConvolutionPage now) {
        playback().playingProperty().set(false);
        drawing.enabledProperty().set(false);
        if (before == ConvolutionPage.SLIDE) {
            slidePosition = playback().positionProperty().get();
        }
        updateTimeline();
        ImageShape maps = lastMapShape();
        playback()
                .seek(
                        switch (now) {
                            case SLIDE -> slidePosition;
                            case LEARN -> maps.height() / 2 * maps.width() + maps.width() / 2;
                            case MEASURE -> playback().lengthProperty().get();
                        });
        refresh();
    }

    private void updateTimeline() {
        int places = switch (page.get()) {
            case SLIDE -> map.positionCount();
            case LEARN -> lastMapShape().height() * lastMapShape().width();
            case MEASURE -> Math.max(1, studyResults().size());
        };
        playback().lengthProperty().set(places - 1);
        playback().completedProperty().set(places - 1);
        playback().seek(playback().positionProperty().get());
        boolean isStudy = page.get() == ConvolutionPage.MEASURE;
        playback().unitKeyProperty().set(isStudy ? "convolution.measured" : "convolution.cell");
        playback().labelsProperty().set(isStudy ? this::studyLabel : index -> Integer.toString(index + 1));
    }

    /** The timeline grows with the results. A playhead that was at the end stays at the end. */
    private void studyChanged() {
        if (page.get() == ConvolutionPage.MEASURE) {
            boolean atEnd = playback().positionProperty().get()
                    == playback().lengthProperty().get();
            updateTimeline();
            if (atEnd) {
                playback().seek(playback().lengthProperty().get());
            }
        }
    }

    private List<KernelSizeStudy.KernelSizeResult> studyResults() {
        return network.study().statusProperty().get().results();
    }

    private String studyLabel(int index) {
        return index < studyResults().size()
                ? ConvolutionText.studyLabel(studyResults().get(index))
                : "–";
    }

    private void refresh() {
        int index = page.get() == ConvolutionPage.SLIDE
                ? playback().positionProperty().get()
                : Math.min(slidePosition, map.positionCount() - 1);
        setViewState(new ConvolutionSnapshot(map, Math.min(index, map.positionCount() - 1)));
    }
}

package hyperlab.app.convolution;

import hyperlab.app.UndoHistory;
import hyperlab.app.concurrent.TaskExecutor;
import hyperlab.app.control.Playback;
import hyperlab.convolution.ConvolutionSetup;
import hyperlab.convolution.FeatureMap;
import hyperlab.convolution.ImageChoice;
import hyperlab.convolution.KernelChoice;
import hyperlab.convolution.KernelStudy;
import hyperlab.convolution.LabImage;
import hyperlab.convolution.Learned;
import hyperlab.convolution.NetworkChoice;
import hyperlab.convolution.OwnImage;
import hyperlab.file.Document;
import hyperlab.image.GreyImage;
import hyperlab.image.ImageShape;
import hyperlab.nn.Convolution;
import hyperlab.rule.InvalidInputException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The view model of the Convolution lab. Each change of a setting recomputes the feature map immediately, and {@link
 * #moment()} is the state at the playhead. The network is trained on a worker thread when training is started, and
 * {@link Networks#seen()} is its current response to the image.
 */
public final class ConvolutionViewModel {
    /** For the default image and kernel, this position is in the middle of the digit's stroke. */
    static final int START_PLACE = 71;

    private final UndoHistory undo = new UndoHistory();
    private final Playback playback = new Playback("convolution.cell");
    private final Settings settings;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.SLIDE);
    private final Drawing drawing;
    private final ReadOnlyObjectWrapper<ConvolutionMoment> moment;
    private final Networks network;
    private FeatureMap map;
    private int slidePlace = START_PLACE;

    /**
     * Creates a lab with the default setup.
     *
     * @param workers runs the trainings
     * @param window delivers their results: the FX thread
     * @param refused receives each rejected input; the setting keeps its previous value
     */
    public ConvolutionViewModel(TaskExecutor workers, Executor window, Consumer<InvalidInputException> refused) {
        ConvolutionSetup first = ConvolutionSetup.DEFAULT;
        settings = new Settings(first, undo, refused);
        drawing = new Drawing(settings, undo, this::image);
        map = FeatureMap.of(first, first.image().load());
        moment = new ReadOnlyObjectWrapper<>(this, "moment", new ConvolutionMoment(map, START_PLACE));
        network = new Networks(workers, window, first, map.image());
        resize();
        playback.seek(START_PLACE);
        settings.whole().state().addListener((observed, before, after) -> follow(after));
        playback.position().addListener((observed, before, after) -> refresh());
        page.addListener((observed, before, now) -> turn(before, now));
        network.study().found().addListener((observed, before, now) -> measured());
    }

    // properties

    public UndoHistory undo() {
        return undo;
    }

    public Playback playback() {
        return playback;
    }

    public Settings settings() {
        return settings;
    }

    /** The page that is shown. */
    public ObjectProperty<Page> page() {
        return page;
    }

    /** Drawing on the image. */
    public Drawing drawing() {
        return drawing;
    }

    /** The state at the playhead. */
    public ReadOnlyObjectProperty<ConvolutionMoment> moment() {
        return moment.getReadOnlyProperty();
    }

    /** The network that is trained and inspected. */
    public Networks network() {
        return network;
    }

    public ConvolutionSetup setup() {
        return settings.whole().get();
    }

    /** The image that the kernel slides over. */
    public LabImage image() {
        return map.image();
    }

    /**
     * The shape of the feature maps of the network's last convolution. On the page {@code LEARN} the playhead moves
     * over its positions.
     */
    public ImageShape lastMaps() {
        NetworkChoice choice = setup().network();
        ImageShape shape = choice.image();
        ImageShape maps = shape;
        for (Convolution convolution : choice.convolutions()) {
            maps = convolution.maps("convolutions", shape, 1);
            shape = convolution.pooled("convolutions", shape, 1);
        }
        return maps;
    }

    // commands

    /** Moves the playhead to a position in the feature map. */
    public void seek(int row, int column) {
        playback.playing().set(false);
        playback.seek(row * map.shape().width() + column);
    }

    /** Moves the kernel so that its center is as close as possible to a pixel of the image. */
    public void lay(int row, int column) {
        playback.playing().set(false);
        playback.seek(place(row, column));
    }

    private int place(double row, double column) {
        ImageShape shape = map.shape();
        return nearest(row, shape.height()) * shape.width() + nearest(column, shape.width());
    }

    private int nearest(double pixel, int places) {
        ConvolutionSetup setup = map.setup();
        double middle = setup.dilation() * (setup.kernel().side() - 1) / 2.0 - setup.padding();
        return (int) Math.max(0, Math.min(places - 1, Math.round((pixel - middle) / setup.stride())));
    }

    /** Changes one weight of the kernel. */
    public void editKernel(int place, double number) {
        settings.kernel().set(setup().kernel().with(place, number));
    }

    /** Selects a bundled image: the default image of the default data set, otherwise the first image of the source. */
    public void choose(String source) {
        if (!source.equals(setup().image().source())) {
            boolean usual = source.equals(ConvolutionSetup.DEFAULT.image().source());
            settings.image().set(usual ? ConvolutionSetup.DEFAULT.image() : ImageChoice.of(source));
        }
    }

    /** Opens a user image. A large image is scaled down. */
    public void look(String name, GreyImage picture) {
        drawing.on().set(false);
        undo.settle();
        settings.image().set(ImageChoice.of(OwnImage.of(name, picture)));
        undo.settle();
    }

    /** Uses a learned kernel of the first layer as the sliding kernel. */
    public void slide(int filter) {
        Learned learned = network.learned();
        int side = learned.choice().kernel();
        double[] numbers = new double[side * side];
        double[][] kernel = learned.filters(0)[filter][0];
        for (int row = 0; row < side; row++) {
            System.arraycopy(kernel[row], 0, numbers, row * side, side);
        }
        undo.settle();
        settings.kernel().set(KernelChoice.of(side, numbers));
        undo.settle();
        page.set(Page.SLIDE);
    }

    /** Applies the doctor's remedy, as one change that can be undone. */
    public void mend(ConvolutionSetup mended) {
        settings.whole().change("convolution.undo.remedy", setup -> {
            Settings.check(mended);
            return mended;
        });
    }

    public Document document() {
        return new Document.OfConvolution(setup());
    }

    /**
     * Opens a document and clears the undo history.
     *
     * @throws InvalidInputException if the setup leaves no output
     */
    public void open(Document document) {
        if (document instanceof Document.OfConvolution of) {
            Settings.check(of.setup());
            drawing.on().set(false);
            undo.applyAndClear(() -> settings.whole().set(of.setup()));
            page.set(Page.SLIDE);
            seek(map.shape().height() / 2, map.shape().width() / 2);
        }
    }

    /** The result for the kernel size and stride at the timeline's position; null if there is none. */
    public KernelStudy.@Nullable Measured measuredNow() {
        int place = playback.position().get();
        return page.get() == Page.MEASURE && place < found().size() ? found().get(place) : null;
    }

    /** Pauses playback, ends drawing and stops trainings, as when the lab is left. */
    public void park() {
        playback.playing().set(false);
        drawing.on().set(false);
        network.stop();
    }

    private void follow(ConvolutionSetup setup) {
        ConvolutionMoment before = moment.get();
        map = FeatureMap.of(setup, setup.image().load());
        resize();
        if (page.get() == Page.SLIDE) {
            // Keep the kernel at the same part of the image, even if the sizes or the stride have changed.
            LabImage was = before.map().image();
            playback.seek(place(
                    before.middleRow() * image().height() / was.height(),
                    before.middleColumn() * image().width() / was.width()));
        }
        refresh();
        network.about(setup, map.image());
    }

    private void turn(Page before, Page now) {
        playback.playing().set(false);
        drawing.on().set(false);
        if (before == Page.SLIDE) {
            slidePlace = playback.position().get();
        }
        resize();
        ImageShape maps = lastMaps();
        playback.seek(
                switch (now) {
                    case SLIDE -> slidePlace;
                    case LEARN -> maps.height() / 2 * maps.width() + maps.width() / 2;
                    case MEASURE -> playback.length().get();
                });
        refresh();
    }

    private void resize() {
        int places = switch (page.get()) {
            case SLIDE -> map.places();
            case LEARN -> lastMaps().height() * lastMaps().width();
            case MEASURE -> Math.max(1, found().size());
        };
        playback.length().set(places - 1);
        playback.done().set(places - 1);
        playback.seek(playback.position().get());
        boolean measures = page.get() == Page.MEASURE;
        playback.unitKey().set(measures ? "convolution.measured" : "convolution.cell");
        playback.names().set(measures ? this::measuredName : place -> Integer.toString(place + 1));
    }

    /** The timeline grows with the results. A playhead that was at the end stays at the end. */
    private void measured() {
        if (page.get() == Page.MEASURE) {
            boolean atEnd = playback.position().get() == playback.length().get();
            resize();
            if (atEnd) {
                playback.seek(playback.length().get());
            }
        }
    }

    private List<KernelStudy.Measured> found() {
        return network.study().found().get().results();
    }

    private String measuredName(int place) {
        return place < found().size() ? ConvolutionWords.name(found().get(place)) : "–";
    }

    private void refresh() {
        int place = page.get() == Page.SLIDE ? playback.position().get() : Math.min(slidePlace, map.places() - 1);
        moment.set(new ConvolutionMoment(map, Math.min(place, map.places() - 1)));
    }
}

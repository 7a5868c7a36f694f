package hyperlab.app.convolution;

import hyperlab.app.Undo;
import hyperlab.app.concurrent.Runner;
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
import hyperlab.rule.Refusal;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The Convolution lab without a window. Whatever is set, the feature map is computed anew at once, and {@link #moment()} is
 * what there is to see at the play head. The network trains on a worker when it is asked to, and {@link Networks#seen()} is what it
 * makes of the image as it stands.
 */
public final class ConvolutionViewModel {
    /** Of the default image and kernel: in the middle of the stroke. */
    static final int START_PLACE = 71;

    private final Undo undo = new Undo();
    private final Playback playback = new Playback("convolution.cell");
    private final Settings settings;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.SLIDE);
    private final Drawing drawing;
    private final ReadOnlyObjectWrapper<ConvolutionMoment> moment;
    private final Networks network;
    private FeatureMap map;
    private int slidePlace = START_PLACE;

    /**
     * A lab with its first map.
     *
     * @param workers where networks train
     * @param window where what they learn is taken up: the FX thread
     * @param refused told of what will not do, and was left as it was
     */
    public ConvolutionViewModel(Runner workers, Executor window, Consumer<Refusal> refused) {
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

    public Undo undo() {
        return undo;
    }

    public Playback playback() {
        return playback;
    }

    public Settings settings() {
        return settings;
    }

    /** What the stage is about. */
    public ObjectProperty<Page> page() {
        return page;
    }

    /** Drawing on the image. */
    public Drawing drawing() {
        return drawing;
    }

    /** What there is to see at the play head. */
    public ReadOnlyObjectProperty<ConvolutionMoment> moment() {
        return moment.getReadOnlyProperty();
    }

    /** What learns, and is looked into. */
    public Networks network() {
        return network;
    }

    public ConvolutionSetup setup() {
        return settings.whole().get();
    }

    /** The image, as a kernel sees it. */
    public LabImage image() {
        return map.image();
    }

    /** The map of the network's last convolution, whose places the play head goes through on its page. */
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

    /** Puts the play head at a place of the map. */
    public void seek(int row, int column) {
        playback.playing().set(false);
        playback.seek(row * map.shape().width() + column);
    }

    /** Lays the kernel with its middle as near to a pixel of the image as there is a place. */
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

    /** Puts another number into one place of the kernel. */
    public void editKernel(int place, double number) {
        settings.kernel().set(setup().kernel().with(place, number));
    }

    /** Looks at a bundled image, at its first or, for the default's set, its usual one. */
    public void choose(String source) {
        if (!source.equals(setup().image().source())) {
            boolean usual = source.equals(ConvolutionSetup.DEFAULT.image().source());
            settings.image().set(usual ? ConvolutionSetup.DEFAULT.image() : ImageChoice.of(source));
        }
    }

    /** Looks at a picture of one's own, scaled down where it is large. */
    public void look(String name, GreyImage picture) {
        drawing.on().set(false);
        undo.settle();
        settings.image().set(ImageChoice.of(OwnImage.of(name, picture)));
        undo.settle();
    }

    /** Lets a learned kernel slide over the image. */
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

    /** Puts the doctor's remedy in force; one undo takes it back. */
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
     * Comes back to a setup and forgets what could be undone.
     *
     * @throws Refusal for one that leaves nothing to see
     */
    public void open(Document document) {
        if (document instanceof Document.OfConvolution of) {
            Settings.check(of.setup());
            drawing.on().set(false);
            undo.forgetThrough(() -> settings.whole().set(of.setup()));
            page.set(Page.SLIDE);
            seek(map.shape().height() / 2, map.shape().width() / 2);
        }
    }

    /** What was measured of the kernel and stride that the timeline stands at; null where there is nothing yet. */
    public KernelStudy.@Nullable Measured measuredNow() {
        int place = playback.position().get();
        return page.get() == Page.MEASURE && place < found().size() ? found().get(place) : null;
    }

    /** Stops what runs, as when the lab is left. */
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
            // Where it lay, whatever became of its size and its steps.
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

    /** The timeline grows with what is measured, and stays at its end where it was there. */
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

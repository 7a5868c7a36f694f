package hyperlab.app.convolution;

import hyperlab.app.Undo;
import hyperlab.app.concurrent.NewestWork;
import hyperlab.app.concurrent.Runner;
import hyperlab.app.concurrent.StudyRun;
import hyperlab.app.control.Playback;
import hyperlab.convolution.ConvolutionSetup;
import hyperlab.convolution.FeatureMap;
import hyperlab.convolution.Forgiveness;
import hyperlab.convolution.ImageChoice;
import hyperlab.convolution.KernelChoice;
import hyperlab.convolution.KernelStudy;
import hyperlab.convolution.LabImage;
import hyperlab.convolution.Learned;
import hyperlab.convolution.NetworkChoice;
import hyperlab.convolution.NetworkTraining;
import hyperlab.convolution.OwnImage;
import hyperlab.file.Document;
import hyperlab.image.GreyImage;
import hyperlab.image.ImageShape;
import hyperlab.nn.Convolution;
import hyperlab.rule.Refusal;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The Convolution lab without a window. Whatever is set, the feature map is computed anew at once, and {@link #moment()} is
 * what there is to see at the play head. The network trains on a worker when it is asked to, and {@link #seen()} is what it
 * makes of the image as it stands.
 */
public final class ConvolutionViewModel {
    /** Of the default image and kernel: in the middle of the stroke. */
    static final int START_PLACE = 71;
    /** Trainings for each kernel and stride. */
    static final int STUDY_SEEDS = 3;

    private final Undo undo = new Undo();
    private final Playback playback = new Playback("convolution.cell");
    private final Settings settings;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.SLIDE);
    private final BooleanProperty drawing = new SimpleBooleanProperty(this, "drawing");
    private final ReadOnlyObjectWrapper<ConvolutionMoment> moment;
    private final ReadOnlyObjectWrapper<NetworkView> seen;
    private final StudyRun<Learned> training;
    private final StudyRun<KernelStudy.Measured> study;
    private final NewestWork<Look, NetworkView> looks;
    private final ReadOnlyObjectWrapper<Pen> pen = new ReadOnlyObjectWrapper<>(this, "pen", new Pen(0, 0));
    private Learned start;
    private long startSeed;
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
        map = FeatureMap.of(first, first.image().load());
        moment = new ReadOnlyObjectWrapper<>(this, "moment", new ConvolutionMoment(map, START_PLACE));
        training = new StudyRun<>("kernels", workers, window);
        study = new StudyRun<>("kernel-study", workers, window);
        looks = new NewestWork<>(work -> workers.run("look", work), window, Look::carryOut, this::take);
        start = Learned.untrained(first.network(), first.seed());
        startSeed = first.seed();
        seen = new ReadOnlyObjectWrapper<>(this, "seen", new Look(start, map.image(), 0).carryOut());
        about(first);
        playback.names().set(place -> Integer.toString(place + 1));
        resize();
        playback.seek(START_PLACE);
        settings.whole().state().addListener((observed, before, after) -> follow(after));
        playback.position().addListener((observed, before, after) -> refresh());
        training.found().addListener((observed, before, now) -> look());
        page.addListener((observed, before, now) -> turn(before, now));
        drawing.addListener((observed, before, now) -> pen.set(new Pen(image().height() / 2, image().width() / 2)));
    }

    /** The cell that keys draw at. */
    public record Pen(int row, int column) {}

    private record Look(Learned learned, LabImage image, int shift) {
        NetworkView carryOut() {
            ImageShape shape = learned.choice().image();
            LabImage scaled = image.asInk(shape.height(), shape.width());
            return new NetworkView(
                    learned,
                    scaled.shifted(shift, 0),
                    learned.look(scaled.shifted(shift, 0)),
                    Forgiveness.of(learned, scaled, NetworkView.REACH));
        }
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

    /** Whether the mouse, and the keys on the image, draw. */
    public BooleanProperty drawing() {
        return drawing;
    }

    /** Where keys draw. */
    public ReadOnlyObjectProperty<Pen> pen() {
        return pen.getReadOnlyProperty();
    }

    /** What there is to see at the play head. */
    public ReadOnlyObjectProperty<ConvolutionMoment> moment() {
        return moment.getReadOnlyProperty();
    }

    /** What the network, as far as it has learned, makes of the image. */
    public ReadOnlyObjectProperty<NetworkView> seen() {
        return seen.getReadOnlyProperty();
    }

    public StudyRun<Learned> training() {
        return training;
    }

    public StudyRun<KernelStudy.Measured> study() {
        return study;
    }

    public ConvolutionSetup setup() {
        return settings.whole().get();
    }

    /** The network as far as it has learned; before training as it starts. */
    public Learned learned() {
        List<Learned> results = training.found().get().results();
        return results.isEmpty() ? start : results.get(results.size() - 1);
    }

    /** The image, as a kernel sees it. */
    public LabImage image() {
        return map.image();
    }

    /** The map of the network's last convolution, whose places the play head goes through on its page. */
    public ImageShape lastMaps() {
        NetworkChoice network = setup().network();
        ImageShape shape = network.image();
        ImageShape maps = shape;
        for (Convolution convolution : network.convolutions()) {
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
        drawing.set(false);
        undo.settle();
        settings.image().set(ImageChoice.of(OwnImage.of(name, picture)));
        undo.settle();
    }

    /** Takes empty paper to draw on. */
    public void clearPaper() {
        undo.settle();
        settings.image().set(ImageChoice.of(OwnImage.paper()));
        undo.settle();
        drawing.set(true);
    }

    /** A dab of the brush, on the image as it stands where that is ink, else on new paper. */
    public void dab(int row, int column, boolean rubOut) {
        OwnImage own = setup().image().own();
        OwnImage paper = own != null ? own : image().ink() ? OwnImage.drawingOf(image()) : OwnImage.paper();
        settings.image().set(ImageChoice.of(paper.dabbed(row, column, rubOut)));
    }

    /** Moves the pen, as far as there is paper. */
    public void movePen(int down, int right) {
        Pen before = pen.get();
        pen.set(new Pen(
                Math.max(0, Math.min(image().height() - 1, before.row() + down)),
                Math.max(0, Math.min(image().width() - 1, before.column() + right))));
    }

    /** A dab where the pen is. */
    public void dabAtPen(boolean rubOut) {
        undo.settle();
        dab(pen.get().row(), pen.get().column(), rubOut);
        undo.settle();
    }

    /** Lets a learned kernel slide over the image. */
    public void slide(int filter) {
        Learned network = learned();
        int side = network.choice().kernel();
        double[] numbers = new double[side * side];
        double[][] kernel = network.filters(0)[filter][0];
        for (int row = 0; row < side; row++) {
            System.arraycopy(kernel[row], 0, numbers, row * side, side);
        }
        undo.settle();
        settings.kernel().set(KernelChoice.of(side, numbers));
        undo.settle();
        page.set(Page.SLIDE);
    }

    /** Trains the network anew. */
    public void train() {
        study.stop();
        training.start(new NetworkTraining(setup().network(), setup().seed()));
    }

    /** Measures accuracy and time anew. */
    public void measure() {
        training.stop();
        study.start(new KernelStudy(setup().network(), setup().seed(), STUDY_SEEDS));
    }

    /** Stops whatever trains; what it has found stays. */
    public void stop() {
        training.stop();
        study.stop();
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

    public boolean takes(Document document) {
        return document instanceof Document.OfConvolution;
    }

    /**
     * Comes back to a setup and forgets what could be undone.
     *
     * @throws Refusal for one that leaves nothing to see
     */
    public void open(Document document) {
        if (document instanceof Document.OfConvolution of) {
            Settings.check(of.setup());
            drawing.set(false);
            undo.forgetThrough(() -> settings.whole().set(of.setup()));
            playback.home();
        }
    }

    /** Stops what runs, as when the lab is left. */
    public void park() {
        playback.playing().set(false);
        drawing.set(false);
        stop();
    }

    private void follow(ConvolutionSetup setup) {
        ConvolutionMoment before = moment.get();
        map = FeatureMap.of(setup, setup.image().load());
        about(setup);
        resize();
        if (page.get() == Page.SLIDE) {
            // Where it lay, whatever became of its size and its steps.
            LabImage was = before.map().image();
            playback.seek(place(
                    before.middleRow() * image().height() / was.height(),
                    before.middleColumn() * image().width() / was.width()));
        }
        refresh();
        look();
    }

    private void about(ConvolutionSetup setup) {
        if (!start.choice().equals(setup.network()) || startSeed != setup.seed()) {
            start = Learned.untrained(setup.network(), setup.seed());
            startSeed = setup.seed();
        }
        training.about(List.of(setup.network(), setup.seed()));
        NetworkChoice network = setup.network();
        study.about(List.of(network.withKernel(1).withStride(1), setup.seed()));
    }

    private void look() {
        looks.order(new Look(learned(), image(), setup().shift()), order -> false);
    }

    /** Unless it is of another network than the one of now. */
    private void take(NetworkView view) {
        if (learned().choice().equals(view.learned().choice())) {
            seen.set(view);
        }
    }

    private void turn(Page before, Page now) {
        playback.playing().set(false);
        drawing.set(false);
        if (before == Page.SLIDE) {
            slidePlace = playback.position().get();
        }
        resize();
        ImageShape maps = lastMaps();
        playback.seek(now == Page.SLIDE ? slidePlace : maps.height() / 2 * maps.width() + maps.width() / 2);
        refresh();
    }

    private void resize() {
        int places = switch (page.get()) {
            case SLIDE -> map.places();
            case LEARN -> lastMaps().height() * lastMaps().width();
            case MEASURE -> 1;
        };
        playback.length().set(places - 1);
        playback.done().set(places - 1);
        playback.seek(playback.position().get());
    }

    private void refresh() {
        int place = page.get() == Page.SLIDE ? playback.position().get() : Math.min(slidePlace, map.places() - 1);
        moment.set(new ConvolutionMoment(map, Math.min(place, map.places() - 1)));
    }
}

package hyperlab.lab.convolution;

import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.export.caption.Captions;
import hyperlab.lab.AcceptsDrop;
import hyperlab.lab.AcceptsPaste;
import hyperlab.lab.DescribesCharts;
import hyperlab.lab.HasExtras;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.lab.LabParts;
import hyperlab.lab.LabView;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.control.chart.ChartCard;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The Convolution lab: the effect of a kernel on an image, and the kernels that a network learns. FX thread only. */
public final class ConvolutionView extends LabView<ConvolutionLabSettings, ConvolutionSnapshot>
        implements AcceptsDrop, AcceptsPaste, DescribesCharts, HasExtras {
    private final ConvolutionViewModel model;
    private final SlidingKernelStage slideStage;
    private final ConvNetStage networkStage;
    private final KernelStudyStage measureStage;
    private final ConvolutionInsight insight;
    private final ImageImporter files;

    public ConvolutionView(LabContext context) {
        this(context, new ConvolutionViewModel(context.workers(), context.pulses(), context::showError));
    }

    private ConvolutionView(LabContext context, ConvolutionViewModel model) {
        super(LabName.CONVOLUTION, context, model);
        this.model = model;
        Messages messages = context.messages();
        files = new ImageImporter(context, model);
        slideStage = new SlidingKernelStage(context, model);
        networkStage = new ConvNetStage(context, model);
        measureStage = new KernelStudyStage(context, model);
        insight = new ConvolutionInsight(context, model);
        StackPane stage = new StackPane(
                visibleOn(slideStage, ConvolutionPage.SLIDE),
                visibleOn(networkStage, ConvolutionPage.LEARN),
                visibleOn(measureStage, ConvolutionPage.MEASURE));
        updateOn(
                model.network().responseProperty(),
                model.drawing().penProperty(),
                model.drawing().enabledProperty(),
                model.playback().playingProperty(),
                model.playback().positionProperty(),
                model.network().training().statusProperty(),
                model.network().study().statusProperty());
        model.pageProperty().addListener((observed, before, now) -> pageChanged());
        start(new LabParts(
                messages.compute(
                        () -> new ConvolutionText(messages.texts())
                                .subtitle(model.setup(), model.pageProperty().get()),
                        model.viewStateProperty(),
                        model.pageProperty()),
                new ConvolutionControls(context, model, files),
                stage,
                insight,
                model.playback(),
                model.undo()));
    }

    private Node visibleOn(Node page, ConvolutionPage shown) {
        page.visibleProperty().bind(model.pageProperty().isEqualTo(shown));
        page.managedProperty().bind(page.visibleProperty());
        return page;
    }

    /** The view model of the lab. */
    ConvolutionViewModel model() {
        return model;
    }

    private void pageChanged() {
        updateActiveCharts();
        showAll();
    }

    @Override
    protected void show(ConvolutionSnapshot snapshot) {
        switch (model.pageProperty().get()) {
            case SLIDE -> slideStage.show(snapshot);
            case LEARN -> networkStage.show();
            case MEASURE -> measureStage.show();
        }
    }

    @Override
    protected void showDetails(ConvolutionSnapshot snapshot) {
        if (model.pageProperty().get() == ConvolutionPage.SLIDE) {
            if (isReadable()) {
                slideStage.updateDetails(snapshot);
            }
            insight.show(snapshot);
        }
        insight.showNetwork();
    }

    /** Returns whether a position is shown long enough to be read. */
    private boolean isReadable() {
        return !model.playback().playingProperty().get() || model.playback().unitsPerSecond() <= 4;
    }

    @Override
    public List<ChartCard> charts() {
        return charts(model.pageProperty().get());
    }

    private List<ChartCard> charts(ConvolutionPage page) {
        return switch (page) {
            case SLIDE -> slideStage.cards();
            case LEARN -> networkStage.cards();
            case MEASURE -> measureStage.cards();
        };
    }

    @Override
    protected void updateActiveCharts() {
        for (ConvolutionPage page : ConvolutionPage.values()) {
            boolean active = isOnStage() && page == model.pageProperty().get();
            charts(page).forEach(card -> card.setActive(active));
        }
    }

    /** Describes what the chart's page shows: the sliding kernel, the network with its image, or the network alone. */
    @Override
    public String description(ChartCard card, Texts texts) {
        if (slideStage.cards().contains(card)) {
            return Captions.ofSlidingKernel(model.setup(), texts);
        }
        return Captions.ofConvolutionalNetwork(
                model.setup(), networkStage.cards().contains(card), texts);
    }

    @Override
    public boolean openImage(Path file) {
        files.open(file);
        return true;
    }

    @Override
    public boolean handlePaste() {
        return files.openPasted();
    }

    @Override
    public Supplier<String> saveExtras() {
        OptionalInt cell = model.chosenCell();
        return () -> cell.isPresent() ? Integer.toString(cell.getAsInt()) : "";
    }

    /** Leaves the kernel where the document opened if the text is no cell. */
    @Override
    public void restoreExtras(String extras) {
        if (extras.matches("\\d{1,9}")) {
            model.restoreCell(Integer.parseInt(extras));
        }
    }
}

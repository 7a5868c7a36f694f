package hyperlab.lab.convolution;

import hyperlab.file.Document;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.lab.LabParts;
import hyperlab.ui.Messages;
import hyperlab.ui.concurrent.Conflator;
import hyperlab.ui.control.chart.ChartCard;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The Convolution lab: the effect of a kernel on an image, and the kernels that a network learns. FX thread only. */
public final class ConvolutionView implements Lab {
    private final ConvolutionViewModel model;
    private final SlidingKernelStage slideStage;
    private final ConvNetStage networkStage;
    private final KernelStudyStage measureStage;
    private final ConvolutionInsight insight;
    private final ImageImporter files;
    private final LabParts parts;
    private final Conflator<ConvolutionSnapshot> chartUpdates;
    private final Conflator<ConvolutionSnapshot> panelUpdates;

    public ConvolutionView(LabContext context) {
        Messages messages = context.messages();
        model = new ConvolutionViewModel(context.workers(), context.pulses(), context::showError);
        files = new ImageImporter(context, model);
        slideStage = new SlidingKernelStage(context, model);
        networkStage = new ConvNetStage(context, model);
        measureStage = new KernelStudyStage(context, model);
        insight = new ConvolutionInsight(context, model);
        StackPane stage = new StackPane(
                visibleOn(slideStage, ConvolutionPage.SLIDE),
                visibleOn(networkStage, ConvolutionPage.LEARN),
                visibleOn(measureStage, ConvolutionPage.MEASURE));
        parts = new LabParts(
                messages.compute(
                        () -> new ConvolutionText(messages.texts())
                                .subtitle(model.setup(), model.pageProperty().get()),
                        model.viewStateProperty(),
                        model.pageProperty()),
                new ConvolutionControls(context, model, files),
                stage,
                insight,
                model.playback(),
                model.undo());
        chartUpdates = new Conflator<>(context.pulses(), this::render);
        panelUpdates = new Conflator<>(context.lowPriority(), this::updatePanels);
        for (Observable cause : List.of(
                model.viewStateProperty(),
                model.network().responseProperty(),
                model.drawing().penProperty(),
                model.drawing().enabledProperty(),
                model.playback().playingProperty(),
                model.playback().positionProperty(),
                model.network().training().statusProperty(),
                model.network().study().statusProperty())) {
            cause.addListener(
                    observed -> chartUpdates.offer(model.viewStateProperty().get()));
        }
        model.pageProperty().addListener((observed, before, now) -> pageChanged());
        messages.languageProperty().addListener((observed, before, now) -> applyLanguage());
        context.appearance().addStyleListener(this::applyStyle);
        renderAll();
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
        setOnStage(true);
        renderAll();
    }

    private void applyLanguage() {
        slideStage.applyLanguage();
        networkStage.applyLanguage();
        measureStage.applyLanguage();
        renderAll();
    }

    private void applyStyle() {
        slideStage.applyStyle();
        networkStage.applyStyle();
        measureStage.applyStyle();
    }

    private void renderAll() {
        draw(model.viewStateProperty().get());
        updatePanels(model.viewStateProperty().get());
    }

    private void render(ConvolutionSnapshot moment) {
        draw(moment);
        panelUpdates.offer(moment);
    }

    private void draw(ConvolutionSnapshot moment) {
        switch (model.pageProperty().get()) {
            case SLIDE -> slideStage.show(moment);
            case LEARN -> networkStage.show();
            case MEASURE -> measureStage.show();
        }
    }

    private void updatePanels(ConvolutionSnapshot moment) {
        if (model.pageProperty().get() == ConvolutionPage.SLIDE) {
            if (isReadable()) {
                slideStage.updateDetails(moment);
            }
            insight.show(moment);
        }
        insight.showNetwork();
    }

    /** Returns whether a position is shown long enough to be read. */
    private boolean isReadable() {
        return !model.playback().playingProperty().get() || model.playback().unitsPerSecond() <= 4;
    }

    @Override
    public LabName name() {
        return LabName.CONVOLUTION;
    }

    @Override
    public LabParts parts() {
        return parts;
    }

    @Override
    public List<ChartCard> charts() {
        return switch (model.pageProperty().get()) {
            case SLIDE -> slideStage.cards();
            case LEARN -> networkStage.cards();
            case MEASURE -> measureStage.cards();
        };
    }

    @Override
    public Document document() {
        return model.document();
    }

    @Override
    public void open(Document document, @Nullable Path folder) {
        model.open(document);
    }

    @Override
    public boolean handleDrop(Path file) {
        return files.openDropped(file);
    }

    @Override
    public boolean handlePaste() {
        return files.openPasted();
    }

    @Override
    public void setOnStage(boolean onStage) {
        ConvolutionPage page = model.pageProperty().get();
        slideStage.cards().forEach(card -> card.setActive(onStage && page == ConvolutionPage.SLIDE));
        networkStage.cards().forEach(card -> card.setActive(onStage && page == ConvolutionPage.LEARN));
        measureStage.cards().forEach(card -> card.setActive(onStage && page == ConvolutionPage.MEASURE));
        if (!onStage) {
            model.pause();
        }
    }

    @Override
    public void close() {
        model.pause();
        chartUpdates.clear();
        panelUpdates.clear();
    }
}

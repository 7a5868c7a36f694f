package hyperlab.app.convolution;

import hyperlab.app.Lab;
import hyperlab.app.LabContext;
import hyperlab.app.LabName;
import hyperlab.app.LabParts;
import hyperlab.app.Messages;
import hyperlab.app.concurrent.Conflator;
import hyperlab.app.control.ChartCard;
import hyperlab.file.Document;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The Convolution lab: the effect of a kernel on an image, and the kernels that a network learns. FX thread only. */
public final class ConvolutionView implements Lab {
    private final ConvolutionViewModel model;
    private final SlideStage slide;
    private final NetworkStage network;
    private final MeasureStage measure;
    private final ConvolutionInsight insight;
    private final ImageFiles files;
    private final LabParts parts;
    private final Conflator<ConvolutionMoment> newest;
    private final Conflator<ConvolutionMoment> told;

    public ConvolutionView(LabContext context) {
        Messages messages = context.messages();
        model = new ConvolutionViewModel(context.workers(), context.pulses(), context::showError);
        files = new ImageFiles(context, model);
        slide = new SlideStage(context, model);
        network = new NetworkStage(context, model);
        measure = new MeasureStage(context, model);
        insight = new ConvolutionInsight(context, model);
        StackPane stage = new StackPane(on(slide, Page.SLIDE), on(network, Page.LEARN), on(measure, Page.MEASURE));
        parts = new LabParts(
                messages.compute(
                        () -> new ConvolutionWords(messages.texts())
                                .subtitle(model.setup(), model.page().get()),
                        model.moment(),
                        model.page()),
                new ConvolutionControls(context, model, files),
                stage,
                insight,
                model.playback(),
                model.undo());
        newest = new Conflator<>(context.pulses(), this::render);
        told = new Conflator<>(context.lowPriority(), this::tell);
        for (Observable cause : List.of(
                model.moment(),
                model.network().seen(),
                model.drawing().pen(),
                model.drawing().on(),
                model.playback().playing(),
                model.playback().position(),
                model.network().training().found(),
                model.network().study().found())) {
            cause.addListener(observed -> newest.offer(model.moment().get()));
        }
        model.page().addListener((observed, before, now) -> turn());
        messages.language().addListener((observed, before, now) -> relabel());
        context.appearance().addStyleListener(this::restyle);
        renderAll();
    }

    private Node on(Node page, Page shown) {
        page.visibleProperty().bind(model.page().isEqualTo(shown));
        page.managedProperty().bind(page.visibleProperty());
        return page;
    }

    /** The view model of the lab. */
    ConvolutionViewModel model() {
        return model;
    }

    private void turn() {
        setOnStage(true);
        renderAll();
    }

    private void relabel() {
        slide.relabel();
        network.relabel();
        measure.relabel();
        renderAll();
    }

    private void restyle() {
        slide.restyle();
        network.restyle();
        measure.restyle();
    }

    private void renderAll() {
        draw(model.moment().get());
        tell(model.moment().get());
    }

    private void render(ConvolutionMoment moment) {
        draw(moment);
        told.offer(moment);
    }

    private void draw(ConvolutionMoment moment) {
        switch (model.page().get()) {
            case SLIDE -> slide.show(moment);
            case LEARN -> network.show();
            case MEASURE -> measure.show();
        }
    }

    private void tell(ConvolutionMoment moment) {
        if (model.page().get() == Page.SLIDE) {
            if (isCalm()) {
                slide.tell(moment);
            }
            insight.show(moment);
        }
        insight.showNetwork();
    }

    /** Returns whether a position is shown long enough to be read. */
    private boolean isCalm() {
        return !model.playback().playing().get() || model.playback().unitsPerSecond() <= 4;
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
        return switch (model.page().get()) {
            case SLIDE -> slide.cards();
            case LEARN -> network.cards();
            case MEASURE -> measure.cards();
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
        return files.take(file);
    }

    @Override
    public boolean handlePaste() {
        return files.takePasted();
    }

    @Override
    public void setOnStage(boolean onStage) {
        Page page = model.page().get();
        slide.cards().forEach(card -> card.setActive(onStage && page == Page.SLIDE));
        network.cards().forEach(card -> card.setActive(onStage && page == Page.LEARN));
        measure.cards().forEach(card -> card.setActive(onStage && page == Page.MEASURE));
        if (!onStage) {
            model.park();
        }
    }

    @Override
    public void close() {
        model.park();
        newest.clear();
        told.clear();
    }
}

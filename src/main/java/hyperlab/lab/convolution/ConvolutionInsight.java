package hyperlab.lab.convolution;

import hyperlab.convolution.ConvolutionDoctor;
import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.convolution.FeatureMap;
import hyperlab.convolution.KernelSizeStudy;
import hyperlab.convolution.LayerCost;
import hyperlab.image.ImageShape;
import hyperlab.lab.LabContext;
import hyperlab.nn.Pooling;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.control.DoctorSection;
import hyperlab.ui.control.Readout;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.WrappedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * The lab's right panel. For a kernel: sizes, explanations and the doctor. For a network: what it has learned and the
 * measured results.
 */
final class ConvolutionInsight extends VBox {
    private final LabContext context;
    private final ConvolutionViewModel lab;
    private final Readout sizes;
    private final Readout strides;
    private final Readout results;
    private final DoctorSection doctor;
    private final Map<String, Label> rowLabels = new LinkedHashMap<>();
    private final StringProperty filterText = new SimpleStringProperty("");
    private final StringProperty imageKindText = new SimpleStringProperty("");
    private final StringProperty strideText = new SimpleStringProperty("");
    private final StringProperty costText = new SimpleStringProperty("");
    private final StringProperty accuracyText = new SimpleStringProperty("");
    private final StringProperty receptiveFieldText = new SimpleStringProperty("");
    private final StringProperty invarianceText = new SimpleStringProperty("");
    private final StringProperty studyText = new SimpleStringProperty("");

    ConvolutionInsight(LabContext context, ConvolutionViewModel lab) {
        this.context = context;
        this.lab = lab;
        getStyleClass().addAll("convolution-lab", "insight-content");
        Messages messages = context.messages();
        sizes = new Readout(
                "convolution-readout",
                List.of(messages.bind("convolution.readout.rows"), messages.bind("convolution.readout.columns")));
        strides = new Readout(
                "convolution-strides",
                List.of(
                        messages.bind("convolution.readout.stride"),
                        messages.bind("convolution.readout.size"),
                        messages.bind("convolution.readout.work")));
        results = new Readout(
                "convolution-results",
                List.of(messages.bind("convolution.readout.accuracy"), messages.bind("convolution.readout.seconds")));
        doctor = new DoctorSection("convolution", messages, lab.undo(), lab::document);
        Section studySection = new Section(messages.bind("shell.readout"), results);
        studySection.managedProperty().bind(studySection.visibleProperty());
        studySection
                .visibleProperty()
                .bind(lab.pageProperty().isEqualTo(ConvolutionPage.MEASURE).and(studyText.isNotEmpty()));
        getChildren()
                .addAll(
                        visibleOn(new Section(messages.bind("shell.readout"), sizes), ConvolutionPage.SLIDE),
                        visibleOn(
                                new Section(
                                        messages.bind("shell.seen"),
                                        prose(filterText, "convolution-seen"),
                                        prose(imageKindText, "convolution-paper"),
                                        context.formula("convolution-formula", ConvolutionFormulas.SUM, ""),
                                        prose(strideText, "convolution-spread"),
                                        strides),
                                ConvolutionPage.SLIDE),
                        visibleOn(doctor, ConvolutionPage.SLIDE),
                        visibleOn(
                                new Section(
                                        messages.bind("convolution.cost"), prose(costText, "convolution-cost-words")),
                                ConvolutionPage.SLIDE),
                        visibleOn(
                                new Section(
                                        messages.bind("shell.seen"),
                                        prose(accuracyText, "convolution-accuracy-words"),
                                        new WrappedText(messages.bind("convolution.learn.seen")),
                                        prose(receptiveFieldText, "convolution-field"),
                                        prose(invarianceText, "convolution-forgives")),
                                ConvolutionPage.LEARN),
                        studySection,
                        visibleOn(
                                new Section(
                                        messages.bind("shell.seen"),
                                        prose(studyText, "convolution-measured"),
                                        new WrappedText(messages.bind("convolution.measure.seen"))),
                                ConvolutionPage.MEASURE));
    }

    private Node visibleOn(Node node, ConvolutionPage page) {
        node.managedProperty().bind(node.visibleProperty());
        node.visibleProperty().bind(lab.pageProperty().isEqualTo(page));
        return node;
    }

    /** A text that is visible only while it is not empty. */
    private static WrappedText prose(StringProperty text, String id) {
        WrappedText prose = new WrappedText(text);
        prose.setId(id);
        prose.visibleProperty().bind(text.isNotEmpty());
        prose.managedProperty().bind(prose.visibleProperty());
        return prose;
    }

    void show(ConvolutionSnapshot snapshot) {
        Texts texts = context.messages().texts();
        ConvolutionText text = new ConvolutionText(texts);
        FeatureMap map = snapshot.map();
        sizes.rows(sizes(map, texts));
        strides.rows(strides(map));
        filterText.set(text.filterText(snapshot.setup()));
        imageKindText.set(text.imageKindText(map));
        costText.set(text.costText(map));
        strideText.set(text.strideText(snapshot.setup()));
        doctor.show(DoctorSection.FindingModel.ofAll(
                ConvolutionDoctor.examine(ConvolutionDoctor.Input.of(map)),
                "convolution.doctor.fine",
                texts,
                lab::applyRemedy));
    }

    void showNetwork() {
        if (lab.pageProperty().get() != ConvolutionPage.SLIDE) {
            doctor.show(List.of());
        }
        ConvolutionText text = new ConvolutionText(context.messages().texts());
        ConvNetResponse view = lab.network().responseProperty().get();
        accuracyText.set(text.accuracyText(view.network()));
        receptiveFieldText.set(text.receptiveFieldText(lab.setup().network().convolutions()));
        invarianceText.set(text.invarianceText(view));
        List<KernelSizeStudy.KernelSizeResult> found =
                lab.network().study().statusProperty().get().results();
        studyText.set(text.studyText(found));
        KernelSizeStudy.KernelSizeResult current = lab.currentStudyResult();
        results.rows(found.stream()
                .map(each -> {
                    String name = ConvolutionText.studyLabel(each);
                    return new Readout.ReadoutRow(
                            rowLabel(name, name), ConvolutionText.cells(each), each.equals(current));
                })
                .toList());
    }

    private List<Readout.ReadoutRow> sizes(FeatureMap map, Texts texts) {
        int height = map.image().height();
        int width = map.image().width();
        int padding = map.settings().padding();
        List<Readout.ReadoutRow> rows = new ArrayList<>();
        rows.add(row("convolution.readout.image", height, width, false, texts));
        if (padding > 0) {
            rows.add(row("convolution.readout.padded", height + 2 * padding, width + 2 * padding, false, texts));
        }
        rows.add(row("convolution.readout.seen", height - map.unreadRows(), width - map.unreadColumns(), false, texts));
        rows.add(
                row("convolution.readout.map", map.shape().height(), map.shape().width(), true, texts));
        if (map.settings().pooling() != Pooling.NONE) {
            rows.add(row(
                    "convolution.readout.pooled",
                    map.pooledShape().height(),
                    map.pooledShape().width(),
                    false,
                    texts));
        }
        rows.add(row("convolution.readout.left", map.unreadRows(), map.unreadColumns(), false, texts));
        return rows;
    }

    /** The label of a row. Each call with the same key returns the same node. */
    private Label rowLabel(String key, String text) {
        Label name = rowLabels.computeIfAbsent(key, newKey -> {
            Label label = new Label();
            label.getStyleClass().add("readout-name");
            return label;
        });
        name.setText(text);
        return name;
    }

    private Readout.ReadoutRow row(String key, int rows, int columns, boolean chosen, Texts texts) {
        Label name = rowLabel(key, texts.get(key));
        return new Readout.ReadoutRow(name, List.of(Integer.toString(rows), Integer.toString(columns)), chosen);
    }

    private static List<Readout.ReadoutRow> strides(FeatureMap map) {
        ConvolutionLabSettings setup = map.settings();
        TreeSet<Integer> compared = new TreeSet<>(List.of(1, 2, 3, setup.stride()));
        List<ImageShape> shapes = compared.stream()
                .map(stride -> setup.withStride(stride)
                        .geometry()
                        .mapShape("kernel", map.image().shape(), setup.filters()))
                .toList();
        List<String> costs = NumberFormats.counts(shapes.stream()
                .map(maps -> LayerCost.convolution(
                                map.image().shape(), maps, setup.kernel().side())
                        .multiplyAdds())
                .toList());
        List<Readout.ReadoutRow> rows = new ArrayList<>();
        for (int stride : compared) {
            int row = rows.size();
            ImageShape maps = shapes.get(row);
            rows.add(new Readout.ReadoutRow(
                    null,
                    List.of(
                            Integer.toString(stride),
                            maps.channels() + " × " + maps.height() + " × " + maps.width(),
                            costs.get(row)),
                    stride == setup.stride()));
        }
        return rows;
    }
}

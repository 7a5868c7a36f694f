package hyperlab.app.convolution;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.DoctorSection;
import hyperlab.app.control.FormulaView;
import hyperlab.app.control.WrappedText;
import hyperlab.app.control.Readout;
import hyperlab.app.control.Section;
import hyperlab.convolution.ConvolutionSetup;
import hyperlab.convolution.FeatureMap;
import hyperlab.convolution.KernelStudy;
import hyperlab.convolution.LayerCost;
import hyperlab.image.ImageShape;
import hyperlab.nn.Pooling;
import hyperlab.text.Texts;
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
    private final Map<String, Label> names = new LinkedHashMap<>();
    private final StringProperty seen = new SimpleStringProperty("");
    private final StringProperty paper = new SimpleStringProperty("");
    private final StringProperty spread = new SimpleStringProperty("");
    private final StringProperty cost = new SimpleStringProperty("");
    private final StringProperty accuracy = new SimpleStringProperty("");
    private final StringProperty field = new SimpleStringProperty("");
    private final StringProperty forgives = new SimpleStringProperty("");
    private final StringProperty measured = new SimpleStringProperty("");

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
        Section measuredSection = new Section(messages.bind("shell.readout"), results);
        measuredSection.managedProperty().bind(measuredSection.visibleProperty());
        measuredSection
                .visibleProperty()
                .bind(lab.page().isEqualTo(Page.MEASURE).and(measured.isNotEmpty()));
        getChildren()
                .addAll(
                        on(new Section(messages.bind("shell.readout"), sizes), Page.SLIDE),
                        on(
                                new Section(
                                        messages.bind("shell.seen"),
                                        said(seen, "convolution-seen"),
                                        said(paper, "convolution-paper"),
                                        new FormulaView(ConvolutionFormulas.SUM, "", context.appearance()),
                                        said(spread, "convolution-spread"),
                                        strides),
                                Page.SLIDE),
                        on(doctor, Page.SLIDE),
                        on(
                                new Section(messages.bind("convolution.cost"), said(cost, "convolution-cost-words")),
                                Page.SLIDE),
                        on(
                                new Section(
                                        messages.bind("shell.seen"),
                                        said(accuracy, "convolution-accuracy-words"),
                                        new WrappedText(messages.bind("convolution.learn.seen")),
                                        said(field, "convolution-field"),
                                        said(forgives, "convolution-forgives")),
                                Page.LEARN),
                        measuredSection,
                        on(
                                new Section(
                                        messages.bind("shell.seen"),
                                        said(measured, "convolution-measured"),
                                        new WrappedText(messages.bind("convolution.measure.seen"))),
                                Page.MEASURE));
    }

    private Node on(Node node, Page page) {
        node.managedProperty().bind(node.visibleProperty());
        node.visibleProperty().bind(lab.page().isEqualTo(page));
        return node;
    }

    /** A text that is visible only while it is not empty. */
    private static WrappedText said(StringProperty words, String id) {
        WrappedText prose = new WrappedText(words);
        prose.setId(id);
        prose.visibleProperty().bind(words.isNotEmpty());
        prose.managedProperty().bind(prose.visibleProperty());
        return prose;
    }

    void show(ConvolutionMoment moment) {
        Texts texts = context.messages().texts();
        ConvolutionWords words = new ConvolutionWords(texts);
        FeatureMap map = moment.map();
        sizes.rows(sizes(map, texts));
        strides.rows(strides(map));
        seen.set(words.seen(moment.setup()));
        paper.set(words.paper(map));
        cost.set(words.cost(map));
        spread.set(words.spread(moment.setup()));
        doctor.show(DiagnosisWords.of(Doctor.examine(map), texts, lab::mend));
    }

    void showNetwork() {
        if (lab.page().get() != Page.SLIDE) {
            doctor.show(List.of());
        }
        ConvolutionWords words = new ConvolutionWords(context.messages().texts());
        NetworkView view = lab.network().seen().get();
        accuracy.set(words.accuracy(view.learned()));
        field.set(words.field(lab.setup().network().convolutions()));
        forgives.set(words.forgives(view));
        List<KernelStudy.Measured> found = lab.network().study().found().get().results();
        measured.set(words.measured(found));
        KernelStudy.Measured now = lab.measuredNow();
        results.rows(found.stream()
                .map(each -> {
                    String name = ConvolutionWords.name(each);
                    return new Readout.ReadoutRow(named(name, name), ConvolutionWords.cells(each), each.equals(now));
                })
                .toList());
    }

    private List<Readout.ReadoutRow> sizes(FeatureMap map, Texts texts) {
        int height = map.image().height();
        int width = map.image().width();
        int padding = map.setup().padding();
        List<Readout.ReadoutRow> rows = new ArrayList<>();
        rows.add(row("convolution.readout.image", height, width, false, texts));
        if (padding > 0) {
            rows.add(row("convolution.readout.padded", height + 2 * padding, width + 2 * padding, false, texts));
        }
        rows.add(row("convolution.readout.seen", height - map.rowsLeft(), width - map.columnsLeft(), false, texts));
        rows.add(
                row("convolution.readout.map", map.shape().height(), map.shape().width(), true, texts));
        if (map.setup().pooling() != Pooling.NONE) {
            rows.add(row(
                    "convolution.readout.pooled",
                    map.pooledShape().height(),
                    map.pooledShape().width(),
                    false,
                    texts));
        }
        rows.add(row("convolution.readout.left", map.rowsLeft(), map.columnsLeft(), false, texts));
        return rows;
    }

    /** The label of a row. Each call with the same key returns the same node. */
    private Label named(String key, String text) {
        Label name = names.computeIfAbsent(key, newKey -> {
            Label label = new Label();
            label.getStyleClass().add("readout-name");
            return label;
        });
        name.setText(text);
        return name;
    }

    private Readout.ReadoutRow row(String key, int rows, int columns, boolean chosen, Texts texts) {
        Label name = named(key, texts.get(key));
        return new Readout.ReadoutRow(name, List.of(Integer.toString(rows), Integer.toString(columns)), chosen);
    }

    private static List<Readout.ReadoutRow> strides(FeatureMap map) {
        ConvolutionSetup setup = map.setup();
        TreeSet<Integer> compared = new TreeSet<>(List.of(1, 2, 3, setup.stride()));
        List<Readout.ReadoutRow> rows = new ArrayList<>();
        for (int stride : compared) {
            ImageShape maps = setup.withStride(stride)
                    .geometry()
                    .maps("kernel", map.image().shape(), setup.filters());
            LayerCost cost = LayerCost.convolution(
                    map.image().shape(), maps, setup.kernel().side());
            rows.add(new Readout.ReadoutRow(
                    null,
                    List.of(
                            Integer.toString(stride),
                            maps.height() + " × " + maps.width(),
                            ConvolutionWords.grouped(cost.multiplyAdds())),
                    stride == setup.stride()));
        }
        return rows;
    }
}

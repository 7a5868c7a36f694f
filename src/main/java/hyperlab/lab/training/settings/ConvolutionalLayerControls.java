package hyperlab.lab.training.settings;

import hyperlab.nn.ConvolutionSpec;
import hyperlab.train.NetworkSettings;
import hyperlab.ui.Messages;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The controls for the convolutional layers before the hidden layers: the settings of each layer, and buttons to remove
 * and add layers.
 */
final class ConvolutionalLayerControls extends VBox {
    private static final int MAX_NUMBER = 64;

    private final Setting<List<ConvolutionSpec>> setting;
    private final UndoHistory undo;
    private final Messages messages;
    private final VBox rows = new VBox();
    private final List<Row> rowPool = new ArrayList<>();

    ConvolutionalLayerControls(Setting<List<ConvolutionSpec>> setting, UndoHistory undo, Messages messages) {
        this.setting = setting;
        this.undo = undo;
        this.messages = messages;
        getStyleClass().add("controls-group");
        rows.getStyleClass().add("controls-group");
        Button add = new Button();
        add.setId("training-convolution-add");
        add.textProperty().bind(messages.bind("training.convolutions.add"));
        add.setGraphic(Icons.icon("fth-plus"));
        add.setMaxWidth(Double.MAX_VALUE);
        add.setOnAction(event -> add());
        add.disableProperty().bind(setting.map(list -> list.size() >= NetworkSettings.MAX_CONVOLUTIONS));
        Hints.withHint(add, messages.bind("training.convolutions.hint"));
        getChildren().addAll(rows, add);
        setting.addListener((observed, before, now) -> show(now));
        show(setting.get());
    }

    private void add() {
        undo.settle();
        List<ConvolutionSpec> changed = new ArrayList<>(setting.get());
        changed.add(changed.isEmpty() ? ConvolutionSpec.DEFAULT : changed.get(changed.size() - 1));
        setting.set(List.copyOf(changed));
        undo.settle();
    }

    private void remove(int index) {
        undo.settle();
        List<ConvolutionSpec> changed = new ArrayList<>(setting.get());
        changed.remove(index);
        setting.set(List.copyOf(changed));
        undo.settle();
    }

    private void change(int index, ConvolutionSpec convolution) {
        List<ConvolutionSpec> changed = new ArrayList<>(setting.get());
        if (index < changed.size() && !changed.set(index, convolution).equals(convolution)) {
            setting.set(List.copyOf(changed));
        }
    }

    private void show(List<ConvolutionSpec> convolutions) {
        while (rowPool.size() < convolutions.size()) {
            rowPool.add(new Row(rowPool.size()));
        }
        for (int k = 0; k < convolutions.size(); k++) {
            rowPool.get(k).show(convolutions.get(k));
        }
        if (rows.getChildren().size() != convolutions.size()) {
            rows.getChildren().setAll(rowPool.subList(0, convolutions.size()));
        }
    }

    private final class Row extends VBox {
        private final int index;
        private final List<LayerField> layerFields = new ArrayList<>();

        private record LayerField(NumberField field, ToIntFunction<ConvolutionSpec> getter) {}

        Row(int index) {
            this.index = index;
            setSpacing(4);
            String id = "training-convolution-" + (index + 1);
            Label title = new Label();
            title.textProperty().bind(messages.bind("training.convolutions.one", Integer.toString(index + 1)));
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Button remove = Icons.button(
                    id + "-remove",
                    "fth-x",
                    messages.bind("training.convolutions.remove", Integer.toString(index + 1)),
                    () -> remove(index));
            remove.getStyleClass().add("small");
            HBox head = new HBox(8, title, gap, remove);
            head.setAlignment(Pos.CENTER_LEFT);
            HBox first = new HBox(8);
            HBox second = new HBox(8);
            first.getChildren()
                    .addAll(
                            numberField(
                                    id,
                                    "filters",
                                    ConvolutionSpec.MAX_FILTERS,
                                    ConvolutionSpec::filters,
                                    (c, n) -> new ConvolutionSpec(n, c.kernel(), c.stride(), c.padding(), c.pool())),
                            numberField(
                                    id,
                                    "kernel",
                                    ConvolutionSpec.MAX_KERNEL,
                                    ConvolutionSpec::kernel,
                                    (c, n) -> new ConvolutionSpec(c.filters(), n, c.stride(), c.padding(), c.pool())),
                            numberField(
                                    id,
                                    "stride",
                                    MAX_NUMBER,
                                    ConvolutionSpec::stride,
                                    (c, n) -> new ConvolutionSpec(c.filters(), c.kernel(), n, c.padding(), c.pool())));
            second.getChildren()
                    .addAll(
                            numberField(
                                    id,
                                    "padding",
                                    MAX_NUMBER,
                                    ConvolutionSpec::padding,
                                    (c, n) -> new ConvolutionSpec(c.filters(), c.kernel(), c.stride(), n, c.pool())),
                            numberField(
                                    id,
                                    "pool",
                                    MAX_NUMBER,
                                    ConvolutionSpec::pool,
                                    (c, n) ->
                                            new ConvolutionSpec(c.filters(), c.kernel(), c.stride(), c.padding(), n)));
            getChildren().addAll(head, first, second);
        }

        private VBox numberField(
                String id,
                String name,
                int max,
                ToIntFunction<ConvolutionSpec> of,
                BiFunction<ConvolutionSpec, Integer, ConvolutionSpec> with) {
            String key = "training.convolutions." + name;
            int min = name.equals("padding") ? 0 : 1;
            NumberField field = new NumberField(
                    id + "-" + name,
                    messages,
                    NumberRule.wholeWithin(min, max),
                    of.applyAsInt(ConvolutionSpec.DEFAULT));
            field.accessibleTextProperty().bind(messages.bind(key));
            field.onSettled(undo::settle);
            field.valueProperty().addListener((observed, before, now) -> {
                if (index < setting.get().size()) {
                    change(index, with.apply(setting.get().get(index), now.intValue()));
                }
            });
            layerFields.add(new LayerField(field, of));
            Label label = new Label();
            label.textProperty().bind(messages.bind(key));
            label.getStyleClass().add("caption");
            return Hints.withHint(new VBox(2, label, field), messages.bind(key + ".hint"));
        }

        void show(ConvolutionSpec convolution) {
            layerFields.forEach(part -> part.field.valueProperty().set(part.getter.applyAsInt(convolution)));
        }
    }
}

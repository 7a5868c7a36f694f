package hyperlab.lab.tuning;

import hyperlab.text.ErrorMessages;
import hyperlab.text.KeyNames;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.SearchSpace.Hyperparameter;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import hyperlab.ui.control.field.ValuesField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The editor of the search space. Each row has an axis's key, type, and range or values; axes can be changed and
 * removed.
 */
final class SearchSpaceEditor extends VBox {
    private static final List<String> TYPES = List.of("log", "linear", "integer", "choice");
    private static final double EXACT = 1e15;

    private final Messages messages;
    private final TuningViewModel lab;
    private final VBox axes = new VBox();
    private final Button add = new Button();
    private List<String> shownParameters = List.of();

    SearchSpaceEditor(Messages messages, TuningViewModel lab) {
        this.messages = messages;
        this.lab = lab;
        axes.getStyleClass().add("space-axes");
        add.setId("tuning-space-add");
        add.getStyleClass().add("link");
        add.setGraphic(Icons.icon("fth-plus"));
        add.textProperty().bind(messages.bind("tuning.space.add"));
        add.setOnAction(event -> lab.settings().addParameter());
        Hints.withHint(add, messages.bind("tuning.space.add.hint"));
        getChildren().addAll(axes, add);
        lab.settings().settingsState().stateProperty().addListener((observed, before, now) -> update());
        messages.languageProperty().addListener((observed, before, now) -> rebuild());
        update();
    }

    /** Rebuilds the rows only when the space has changed, so that a field keeps the focus while the user types. */
    private void update() {
        List<String> now = lab.study().space().parameters().stream()
                .map(parameter -> parameter.key() + parameter.dimension())
                .toList();
        if (!now.equals(shownParameters)) {
            shownParameters = now;
            rebuild();
        }
    }

    private void rebuild() {
        SearchSpace space = lab.study().space();
        List<Node> rows = new ArrayList<>();
        for (int index = 0; index < space.dimensions(); index++) {
            rows.add(row(index, space.parameters().get(index)));
        }
        axes.getChildren().setAll(rows);
        add.setDisable(
                DefaultStudies.unusedKeys(lab.study()).isEmpty() || space.dimensions() == SearchSpace.MAX_PARAMETERS);
    }

    private Node row(int index, Hyperparameter parameter) {
        String id = "tuning-axis-" + index;
        VBox row = new VBox(header(id, index, parameter), rangeFields(id, index, parameter));
        row.getStyleClass().add("space-axis");
        errors(parameter).forEach(line -> {
            WrappedText error = new WrappedText(new ReadOnlyStringWrapper(line), "complaint");
            error.setId(id + "-complaint");
            row.getChildren().add(error);
        });
        return row;
    }

    /**
     * The experiment's error message for the ends or values of the axis, if there is any. Only the first message is
     * returned.
     */
    private List<String> errors(Hyperparameter parameter) {
        return parameter.dimension().gridPositions(2).stream()
                .map(unit -> TrialSource.findError(
                        lab.study(), parameter.key(), parameter.dimension().value(unit)))
                .flatMap(java.util.Optional::stream)
                .map(error -> ErrorMessages.message(error, messages.texts()))
                .distinct()
                .limit(1)
                .toList();
    }

    private Node header(String id, int index, Hyperparameter parameter) {
        List<String> keys = new ArrayList<>(List.of(parameter.key()));
        keys.addAll(DefaultStudies.unusedKeys(lab.study()));
        ChoiceComboBox<String> key = ChoiceComboBox.named(id + "-key", messages, keys, KeyNames::of);
        key.setValue(parameter.key());
        key.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(key, Priority.ALWAYS);
        key.valueProperty()
                .addListener((observed, before, now) -> lab.settings().setKey(index, now));
        key.accessibleTextProperty().bind(messages.bind("tuning.space.key"));
        Hints.withHint(key, messages.bind("tuning.space.key.hint"));
        Button remove = Icons.button(
                id + "-remove",
                "fth-x",
                messages.bind("tuning.space.remove", KeyNames.of(parameter.key(), messages.texts())),
                () -> lab.settings().removeParameter(index));
        remove.setDisable(lab.study().space().dimensions() == 1);
        HBox head = new HBox(4, key, remove);
        head.getStyleClass().add("space-head");
        return head;
    }

    private Node type(String id, int index, Hyperparameter parameter) {
        ChoiceComboBox<String> type =
                new ChoiceComboBox<>(id + "-type", messages, TYPES, name -> "tuning.space.type." + name);
        type.setValue(parameter.dimension().name());
        type.valueProperty()
                .addListener(
                        (observed, before, now) -> lab.settings().setAxis(index, convert(now, parameter.dimension())));
        Hints.withHint(type, messages.bind("tuning.space.type.hint"));
        return type;
    }

    private Node rangeFields(String id, int index, Hyperparameter parameter) {
        SearchDimension axis = parameter.dimension();
        Node type = type(id, index, parameter);
        ReadOnlyStringWrapper unnamed = new ReadOnlyStringWrapper("");
        if (axis instanceof SearchDimension.CategoricalDimension choice) {
            ValuesField values = new ValuesField(
                    id + "-values", messages, SearchDimension.CategoricalDimension.MAX_VALUES, choice.values());
            values.valueProperty()
                    .addListener((observed, before, now) ->
                            setAxis(values, index, new SearchDimension.CategoricalDimension(now)));
            FieldRow row = new FieldRow(unnamed, type, values);
            name(type, "tuning.space.type", parameter);
            name(values, "tuning.space.values", parameter);
            return Hints.withHint(row, messages.bind("tuning.space.values.hint"));
        }
        double low = Double.parseDouble(axis.value(0));
        double high = Double.parseDouble(axis.value(1));
        NumberRule rule = axis.accept(new SearchDimension.Visitor<>() {
            @Override
            public NumberRule visit(SearchDimension.LinearDimension linear) {
                return NumberRule.FINITE;
            }

            @Override
            public NumberRule visit(SearchDimension.LogDimension log) {
                return NumberRule.POSITIVE;
            }

            @Override
            public NumberRule visit(SearchDimension.IntegerDimension integer) {
                return NumberRule.wholeWithin(-EXACT, EXACT);
            }

            @Override
            public NumberRule visit(SearchDimension.CategoricalDimension choice) {
                return NumberRule.FINITE;
            }
        });
        NumberField from = new NumberField(id + "-low", messages, rule, low);
        NumberField to = new NumberField(id + "-high", messages, rule, high);
        from.requireAlso(number -> number < to.valueProperty().get(), "tuning.space.low.rule");
        to.requireAlso(number -> number > from.valueProperty().get(), "tuning.space.high.rule");
        from.valueProperty()
                .addListener((observed, before, now) -> setAxis(
                        from,
                        index,
                        between(axis, now.doubleValue(), to.valueProperty().get())));
        to.valueProperty()
                .addListener((observed, before, now) ->
                        setAxis(to, index, between(axis, from.valueProperty().get(), now.doubleValue())));
        FieldRow row = new FieldRow(unnamed, type, from, to);
        name(type, "tuning.space.type", parameter);
        name(from, "tuning.space.low", parameter);
        name(to, "tuning.space.high", parameter);
        return Hints.withHint(row, messages.bind("tuning.space.range.hint"));
    }

    /** Text that was begun in a row that has gone, for instance by an undo, changes nothing when it loses the focus. */
    private void setAxis(Node field, int index, SearchDimension axis) {
        Node ancestor = field;
        while (ancestor != null && !ancestor.equals(axes)) {
            ancestor = ancestor.getParent();
        }
        if (ancestor != null) {
            lab.settings().setAxis(index, axis);
        }
    }

    /** Names a control of a row without a label for screen readers. */
    private void name(Node control, String key, Hyperparameter parameter) {
        control.accessibleTextProperty()
                .bind(messages.compute(() -> messages.get(key, KeyNames.of(parameter.key(), messages.texts()))));
    }

    private static SearchDimension between(SearchDimension axis, double low, double high) {
        return axis.accept(new SearchDimension.Visitor<>() {
            @Override
            public SearchDimension visit(SearchDimension.LinearDimension linear) {
                return new SearchDimension.LinearDimension(low, high);
            }

            @Override
            public SearchDimension visit(SearchDimension.LogDimension log) {
                return new SearchDimension.LogDimension(low, high);
            }

            @Override
            public SearchDimension visit(SearchDimension.IntegerDimension integer) {
                return new SearchDimension.IntegerDimension((int) low, (int) high);
            }

            @Override
            public SearchDimension visit(SearchDimension.CategoricalDimension choice) {
                return choice;
            }
        });
    }

    /** Converts an axis to another type, with the same values as far as possible. */
    static SearchDimension convert(String type, SearchDimension axis) {
        if (type.equals("choice")) {
            return new SearchDimension.CategoricalDimension(IntStream.range(0, 4)
                    .mapToObj(k -> axis.value(k / 3.0))
                    .distinct()
                    .toList());
        }
        boolean numbers = !(axis instanceof SearchDimension.CategoricalDimension choice)
                || choice.values().stream().allMatch(value -> value.matches("-?[0-9.eE+-]+"));
        double[] ends = numbers
                ? axis.gridPositions(2).stream()
                        .mapToDouble(unit -> Double.parseDouble(axis.value(unit)))
                        .sorted()
                        .toArray()
                : new double[] {1, 10};
        double low = ends[0];
        double high = ends[ends.length - 1] > low ? ends[ends.length - 1] : low + 1;
        return switch (type) {
            case "log" ->
                low > 0
                        ? new SearchDimension.LogDimension(low, high)
                        : new SearchDimension.LogDimension(high / 1000, high);
            case "integer" ->
                new SearchDimension.IntegerDimension(
                        (int) Math.rint(low), (int) Math.max(Math.rint(low) + 1, Math.rint(high)));
            default -> new SearchDimension.LinearDimension(low, high);
        };
    }
}

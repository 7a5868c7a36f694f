package hyperlab.lesson;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.learn.LearnMarkdown;
import hyperlab.lesson.Question.Axis;
import hyperlab.lesson.Question.Item;
import hyperlab.lesson.Question.Option;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BulletList;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.jspecify.annotations.Nullable;

/** Reads what a prediction asks for. */
final class QuestionReader {
    private static final String ELSE = "else";
    private static final double DEFAULT_SKETCH_TOLERANCE = 0.1;
    private static final int MAX_ITEM_TEXT = 500;

    /** The text, the name in braces, and the misconception. */
    private static final Pattern ITEM = Pattern.compile(
            "^(?:[-*+]|\\d{1,9}[.)])\\s+(?:\\[[ xX]]\\s+)?(.*)\\{([\\p{L}\\d._+-]+)}\\s*(?::\\s*(.*))?$");

    private final StepReader step;
    private final StepKeys keys;

    QuestionReader(StepReader step, StepKeys keys) {
        this.step = step;
        this.keys = keys;
    }

    /** An invalid choice or item, whose line is not that of a key. */
    static final class ItemException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient LessonProblem problem;

        ItemException(int line, InvalidInputException reason) {
            super(reason.getMessage(), reason);
            problem = new LessonProblem(line, reason);
        }

        LessonProblem problem() {
            return problem;
        }
    }

    /** Whether a block is the task list of a choice or the numbered list of an order. */
    static boolean isQuestionList(Node node) {
        return node instanceof OrderedList
                || (node instanceof BulletList
                        && node.getFirstChild() != null
                        && node.getFirstChild().getFirstChild() instanceof TaskListItemMarker);
    }

    /** Reads the question; its kind follows from its keys and its list. */
    Question question(List<Node> lists) {
        if (lists.size() > 1) {
            throw new ItemException(step.line(lists.get(1)), new InvalidInputException("list", Rule.LESSON_ONE_LIST));
        }
        if (lists.isEmpty()) {
            return keys.has("sketch") ? sketch() : number();
        }
        Node list = lists.get(0);
        return list instanceof OrderedList ? order(list) : choice(list);
    }

    private Question number() {
        double answer = keys.number("answer");
        double tolerance = keys.number("tolerance");
        if (!(tolerance > 0)) {
            throw new InvalidInputException("tolerance", Rule.POSITIVE, tolerance);
        }
        String unit = keys.optionalText("unit");
        return new Question.Numeric(
                answer, tolerance, unit == null ? "" : unit, step.number(keys.text("truth"), "truth"));
    }

    private Question sketch() {
        ObjectNode map = keys.optionalMap("sketch");
        if (map == null) {
            throw new InvalidInputException("sketch", Rule.YAML_MAP);
        }
        StepKeys sketch = new StepKeys(map, "sketch.");
        Axis x = axis(sketch, "x");
        Axis y = axis(sketch, "y");
        Double tolerance = sketch.optionalNumber("tolerance");
        sketch.rejectUnknown();
        double distance = tolerance == null ? DEFAULT_SKETCH_TOLERANCE : tolerance;
        if (!(distance > 0 && distance < 1)) {
            throw new InvalidInputException("sketch.tolerance", Rule.BETWEEN, 0, 1, distance);
        }
        return new Question.Sketch(step.number(keys.text("truth"), "truth", x.name()), x, y, distance);
    }

    private static Axis axis(StepKeys sketch, String key) {
        ObjectNode map = sketch.optionalMap(key);
        if (map == null) {
            throw new InvalidInputException("sketch." + key, Rule.REQUIRED);
        }
        String prefix = "sketch." + key + ".";
        StepKeys axis = new StepKeys(map, prefix);
        String name = axis.text("name");
        String title = axis.has("title") ? axis.text("title") : name;
        double low = axis.number("from");
        double high = axis.number("to");
        boolean logarithmic =
                axis.choice("scale", List.of("linear", "log"), "linear").equals("log");
        axis.rejectUnknown();
        if (!(low < high)) {
            throw new InvalidInputException(prefix + "to", Rule.GREATER_THAN, "from", low, high);
        }
        if (logarithmic && !(low > 0)) {
            throw new InvalidInputException(prefix + "from", Rule.POSITIVE, low);
        }
        if (key.equals("x") && !name.matches("\\p{L}[\\p{L}\\d_]{0,30}")) {
            throw new InvalidInputException(prefix + "name", Rule.LESSON_VARIABLE, StepKeys.shortened(name));
        }
        return new Axis(name, title, low, high, logarithmic);
    }

    /** An item of a list as it is written. */
    private record WrittenItem(
            int line, String id, String text, @Nullable String remark, boolean marked) {}

    private List<WrittenItem> items(Node list, int most) {
        List<Node> nodes = MarkdownSections.children(list);
        if (nodes.size() < 2 || nodes.size() > most) {
            throw new ItemException(
                    step.line(list), new InvalidInputException("list", Rule.LESSON_ITEMS, most, nodes.size()));
        }
        List<WrittenItem> items = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node node : nodes) {
            WrittenItem item = item(node);
            if (!ids.add(item.id())) {
                throw new ItemException(item.line(), new InvalidInputException(item.id(), Rule.GIVEN_TWICE));
            }
            items.add(item);
        }
        return items;
    }

    private WrittenItem item(Node node) {
        int line = step.line(node);
        String source = step.source(node).replaceAll("\\s+", " ").strip();
        if (source.length() > MAX_ITEM_TEXT) {
            throw new ItemException(
                    line, new InvalidInputException("list", Rule.FORMULA_TOO_LONG, MAX_ITEM_TEXT, source.length()));
        }
        Matcher matcher = ITEM.matcher(source);
        if (!matcher.matches() || matcher.group(1).isBlank()) {
            throw new ItemException(
                    line, new InvalidInputException("list", Rule.LESSON_ITEM, StepKeys.shortened(source)));
        }
        String text = matcher.group(1).strip();
        String remark =
                matcher.group(3) == null ? null : unquoted(matcher.group(3).strip());
        try {
            LearnMarkdown.blocks(text, "list");
            LearnMarkdown.blocks(remark == null ? "" : remark, "list");
        } catch (InvalidInputException e) {
            throw new ItemException(line, e);
        }
        boolean marked = node.getFirstChild() instanceof TaskListItemMarker marker && marker.isChecked();
        return new WrittenItem(line, matcher.group(2), text, remark, marked);
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private Question choice(Node list) {
        List<WrittenItem> items = items(list, Question.Choice.MAX_OPTIONS);
        long marked = items.stream().filter(WrittenItem::marked).count();
        if (marked != 1) {
            throw new ItemException(step.line(list), new InvalidInputException("list", Rule.LESSON_ONE_MARKED, marked));
        }
        Map<String, String> truths = truths(items);
        if (truths.values().stream().filter(ELSE::equals).count() > 1) {
            throw new InvalidInputException("truth", Rule.LESSON_ELSE);
        }
        List<Option> options = new ArrayList<>();
        for (WrittenItem item : items) {
            String truth = truths.getOrDefault(item.id(), "");
            options.add(new Option(
                    item.id(),
                    item.text(),
                    item.marked(),
                    item.remark(),
                    truth.equals(ELSE) ? null : step.condition(truth, "truth." + item.id())));
        }
        return new Question.Choice(options);
    }

    private Question order(Node list) {
        List<WrittenItem> items = items(list, Question.Order.MAX_ITEMS);
        Map<String, String> truths = truths(items);
        boolean descending = keys.choice("order", List.of("ascending", "descending"), "ascending")
                .equals("descending");
        List<Item> read = new ArrayList<>();
        for (WrittenItem item : items) {
            read.add(new Item(
                    item.id(), item.text(), step.number(truths.getOrDefault(item.id(), ""), "truth." + item.id())));
        }
        return new Question.Order(read, descending);
    }

    /** The expression of each item, by its name. */
    private Map<String, String> truths(List<WrittenItem> items) {
        ObjectNode map = keys.optionalMap("truth");
        if (map == null) {
            throw new InvalidInputException("truth", Rule.REQUIRED);
        }
        StepKeys truth = new StepKeys(map, "truth.");
        Map<String, String> truths = new LinkedHashMap<>();
        for (WrittenItem item : items) {
            truths.put(item.id(), truth.text(item.id()));
        }
        truth.rejectUnknown();
        return truths;
    }
}

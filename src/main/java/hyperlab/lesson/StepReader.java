package hyperlab.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.BundledCases;
import hyperlab.file.Document;
import hyperlab.file.DocumentOverrides;
import hyperlab.file.Documents;
import hyperlab.file.disk.InputFile;
import hyperlab.learn.LinkedDocuments;
import hyperlab.lesson.YamlTree.YamlException;
import hyperlab.lesson.expression.Expression;
import hyperlab.lesson.readout.LabControls;
import hyperlab.lesson.readout.LabReadouts;
import hyperlab.lesson.readout.LessonLab;
import hyperlab.rule.ClosestMatch;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.jspecify.annotations.Nullable;

/** Reads the steps of a lesson, one after the other; a step may continue from the one before it. */
final class StepReader {
    private static final List<String> KINDS = List.of("predict", "observe", "explain", "reach");
    private static final int MAX_NAMES = 40;
    private static final int MAX_HINTS = 10;
    private static final int MAX_SOLUTIONS = 10;
    private static final int MAX_TITLE = 400;

    /** The word before a colon in a heading, which only repeats the kind. */
    private static final Pattern KIND_WORD = Pattern.compile("^(?:Predict|Observe|Explain|Reach|예측|관찰|설명|목표)\\s*:\\s*");

    private static final Pattern VALUE = Pattern.compile("\\{\\{([^{}]*?)(?:\\|([1-6]?)(%?))?}}");

    private final List<String> lines;
    private final int bodyStart;
    private final boolean oneLab;
    private final @Nullable Path folder;
    private final List<LessonProblem> problems;
    private LessonLab lab;
    private @Nullable Document latest;

    /**
     * @param lines all lines of the file
     * @param bodyStart the index of the first line after the front matter
     * @param lab the lab of all steps; null if the document of each step determines its lab
     * @param problems receives what is wrong
     */
    StepReader(
            List<String> lines,
            int bodyStart,
            @Nullable LessonLab lab,
            @Nullable Path folder,
            List<LessonProblem> problems) {
        this.lines = lines;
        this.bodyStart = bodyStart;
        oneLab = lab != null;
        this.lab = lab == null ? LessonLab.TRAINING : lab;
        this.folder = folder;
        this.problems = problems;
    }

    /** The first line of a block in the file, from 1. */
    int line(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return bodyStart + (spans.isEmpty() ? 0 : spans.get(0).getLineIndex()) + 1;
    }

    /** The source lines of a block. */
    String source(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return "";
        }
        int from = bodyStart + spans.get(0).getLineIndex();
        int to = bodyStart + spans.get(spans.size() - 1).getLineIndex() + 1;
        return String.join("\n", lines.subList(from, to));
    }

    /** The blocks as a text; problems in it are reported. */
    LessonText text(List<Node> blocks) {
        List<LessonText.Part> parts = new ArrayList<>();
        for (Node block : blocks) {
            try {
                LessonText text = parts(source(block) + "\n\n");
                text.blocks(value -> "1");
                parts.addAll(text.parts());
            } catch (InvalidInputException e) {
                problems.add(new LessonProblem(line(block), e));
            }
        }
        return new LessonText(parts);
    }

    private LessonText parts(String markdown) {
        List<LessonText.Part> parts = new ArrayList<>();
        Matcher matcher = VALUE.matcher(markdown);
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() > end) {
                parts.add(new LessonText.Part.Markdown(markdown.substring(end, matcher.start())));
            }
            boolean percent = "%".equals(matcher.group(3));
            String digits = matcher.group(2);
            parts.add(new LessonText.Part.Value(
                    number(matcher.group(1), "text"),
                    digits == null || digits.isEmpty() ? (percent ? 1 : 3) : Integer.parseInt(digits),
                    percent));
            end = matcher.end();
        }
        if (end < markdown.length()) {
            parts.add(new LessonText.Part.Markdown(markdown.substring(end)));
        }
        return new LessonText(parts);
    }

    /** Reads the step that begins with the heading {@code nodes.get(0)}; empty if it has a problem. */
    Optional<Step> read(List<Node> nodes) {
        int line = line(nodes.get(0));
        List<FencedCodeBlock> blocks = nodes.stream()
                .filter(FencedCodeBlock.class::isInstance)
                .map(FencedCodeBlock.class::cast)
                .filter(block -> block.getInfo().strip().equals("step"))
                .toList();
        if (blocks.size() != 1) {
            problems.add(
                    new LessonProblem(line, new InvalidInputException("step", Rule.LESSON_STEP_BLOCK, blocks.size())));
            return Optional.empty();
        }
        FencedCodeBlock block = blocks.get(0);
        int before = problems.size();
        YamlTree.Parsed yaml;
        try {
            yaml = YamlTree.parse(TruthLine.quoted(block.getLiteral()), line(block) + 1);
        } catch (YamlException e) {
            problems.add(e.problem());
            return Optional.empty();
        }
        List<Node> rest = new ArrayList<>(nodes.subList(1, nodes.size()));
        rest.remove(block);
        try {
            Step step = step(yaml, line, nodes.get(0), rest);
            return problems.size() == before ? Optional.of(step) : Optional.empty();
        } catch (InvalidInputException e) {
            problems.add(new LessonProblem(yaml.line(e.name()), e));
            return Optional.empty();
        } catch (QuestionReader.ItemException e) {
            problems.add(e.problem());
            return Optional.empty();
        }
    }

    private Step step(YamlTree.Parsed yaml, int line, Node heading, List<Node> rest) {
        StepKeys keys = new StepKeys(yaml.map(), "");
        String kind = keys.choice("kind", KINDS, null);
        List<Node> textNodes = new ArrayList<>(rest);
        List<Node> listNodes = new ArrayList<>();
        if (kind.equals("predict")) {
            rest.stream().filter(QuestionReader::isQuestionList).forEach(listNodes::add);
            textNodes.removeAll(listNodes);
        }
        Scene scene = scene(keys, line, heading, textNodes);
        Step step = switch (kind) {
            case "predict" ->
                new Step.Predict(
                        scene,
                        new QuestionReader(this, keys).question(listNodes),
                        keys.optionalInteger("to", 0, Integer.MAX_VALUE));
            case "observe" -> observe(scene, keys);
            case "explain" -> new Step.Explain(scene, keys.optionalText("prompt"));
            default -> reach(scene, keys);
        };
        keys.rejectUnknown();
        return step;
    }

    private Scene scene(StepKeys keys, int line, Node heading, List<Node> textNodes) {
        String title = KIND_WORD
                .matcher(source(heading).replaceFirst("^\\s*##\\s*", "").replaceFirst("\\s+#+\\s*$", ""))
                .replaceFirst("")
                .strip();
        if (title.isEmpty() || title.length() > MAX_TITLE) {
            throw new InvalidInputException("title", Rule.FORMULA_TOO_LONG, MAX_TITLE, title.length());
        }
        // In a lesson, the lab is known, so the texts are checked even if the document is invalid.
        LessonText early = oneLab ? text(textNodes) : LessonText.EMPTY;
        JsonNode set = keys.node("set");
        String source = set == null ? null : set.isTextual() ? set.textValue() : "inline";
        Document document = set == null ? latest : document(set);
        if (document == null) {
            throw new InvalidInputException("set", Rule.LESSON_FIRST_SET);
        }
        lab = lab(document);
        ObjectNode with = keys.optionalMap("with");
        if (with != null) {
            document = changed(document, StepKeys.settings(with));
        }
        latest = document;
        return new Scene(
                capitalized(title),
                oneLab ? early : text(textNodes),
                line,
                document,
                with != null && source == null ? "with" : source,
                keys.texts("free", MAX_NAMES).stream()
                        .map(name -> LabControls.control(lab, StepKeys.shortened(name), "free")
                                .name())
                        .toList(),
                keys.texts("hide", MAX_NAMES).stream()
                        .map(name -> part("hide", name))
                        .toList(),
                keys.texts("look", MAX_NAMES).stream()
                        .map(name -> part("look", name))
                        .toList());
    }

    /** Only Latin letters: a title that begins with λ is about λ, not Λ. */
    private static String capitalized(String title) {
        char first = title.charAt(0);
        return first >= 'a' && first <= 'z' ? Character.toUpperCase(first) + title.substring(1) : title;
    }

    private Document changed(Document document, Map<String, String> changes) {
        try {
            return DocumentOverrides.with(document, LabControls.keys(lab, changes, "with"));
        } catch (InvalidInputException e) {
            throw e.withName("with." + e.name());
        }
    }

    private LessonLab lab(Document document) {
        Optional<LessonLab> opensIn = LessonLab.of(document);
        if (opensIn.isEmpty() || (oneLab && opensIn.get() != lab)) {
            String expected = oneLab ? lab.id() : String.join(", ", LessonLab.ids());
            throw new InvalidInputException(
                    "set",
                    Rule.LESSON_OTHER_LAB,
                    expected,
                    opensIn.map(LessonLab::id).orElse("learn"));
        }
        return opensIn.get();
    }

    private Document document(JsonNode set) {
        Document document;
        try {
            if (set instanceof ObjectNode object) {
                document = Documents.parse(object.toString(), "set");
            } else if (set.isTextual()) {
                document = named(set.textValue());
            } else {
                throw new InvalidInputException("set", Rule.LESSON_SET, StepKeys.abbreviated(set));
            }
        } catch (InvalidInputException e) {
            throw e.name().equals("set") ? e : e.withName("set." + e.name());
        }
        for (String file : DocumentOverrides.files(document)) {
            inside(file);
        }
        return document;
    }

    private Document named(String name) {
        if (name.startsWith("try:")) {
            return LinkedDocuments.load(known(name.substring(4), LinkedDocuments.all()));
        }
        if (name.startsWith("case:")) {
            return new Document.OfCase(BundledCases.named(known(name.substring(5), BundledCases.NAMES)));
        }
        return Documents.parse(InputFile.readText(inside(name), Documents.MAX_BYTES), name);
    }

    private static String known(String name, List<String> names) {
        if (!names.contains(name)) {
            throw new InvalidInputException(
                    "set",
                    Rule.ONE_OF_NEAREST,
                    String.join(", ", names),
                    StepKeys.shortened(name),
                    ClosestMatch.of(StepKeys.shortened(name), names));
        }
        return name;
    }

    /** A path inside the lesson's folder, also after links have been followed. */
    private Path inside(String name) {
        InvalidInputException outside = new InvalidInputException("set", Rule.LESSON_OUTSIDE, StepKeys.shortened(name));
        if (folder == null) {
            throw outside;
        }
        try {
            Path path = folder.resolve(name).normalize();
            if (Path.of(name).isAbsolute() || !path.startsWith(folder.normalize()) || path.equals(folder)) {
                throw outside;
            }
            if (!path.toRealPath().startsWith(folder.toRealPath())) {
                throw outside;
            }
            return path;
        } catch (InvalidPathException e) {
            throw outside;
        } catch (IOException e) {
            throw new InvalidInputException("set", Rule.NOT_FOUND_FILE, StepKeys.shortened(name)).withCause(e);
        }
    }

    private String part(String key, String name) {
        List<String> parts = LabControls.parts(lab);
        if (!parts.contains(name)) {
            String shown = StepKeys.shortened(name);
            throw new InvalidInputException(
                    key, Rule.ONE_OF_NEAREST, String.join(", ", parts), shown, ClosestMatch.of(shown, parts));
        }
        return name;
    }

    private Step observe(Scene scene, StepKeys keys) {
        Integer from = keys.optionalInteger("from", 0, Integer.MAX_VALUE);
        Integer to = keys.optionalInteger("to", 0, Integer.MAX_VALUE);
        String ring = keys.optionalText("ring");
        return new Step.Observe(scene, from, to, ring == null ? null : part("ring", ring), place(keys));
    }

    /** A position, {@code x} and {@code y}, or {@code from} and {@code to}; null if there is none. */
    private Step.@Nullable Place place(StepKeys keys) {
        if (!(keys.node("at") instanceof ObjectNode map)) {
            String at = keys.optionalText("at");
            return at == null ? null : new Step.Place.Position(number(at, "at"));
        }
        StepKeys entries = new StepKeys(map, "at.");
        Step.Place place = entries.has("from") || entries.has("to")
                ? new Step.Place.Range(number(entries.text("from"), "at.from"), number(entries.text("to"), "at.to"))
                : new Step.Place.Point(number(entries.text("x"), "at.x"), number(entries.text("y"), "at.y"));
        entries.rejectUnknown();
        return place;
    }

    private Step reach(Scene scene, StepKeys keys) {
        Expression goal = condition(keys.text("goal"), "goal");
        List<Map<String, String>> solutions = new ArrayList<>();
        ObjectNode one = keys.optionalMap("solution");
        if (one != null) {
            solutions.add(solution(one, "solution"));
        }
        JsonNode several = keys.node("solutions");
        if (several != null) {
            if (!several.isArray() || several.size() > MAX_SOLUTIONS) {
                throw new InvalidInputException("solutions", Rule.AT_MOST_ENTRIES, MAX_SOLUTIONS, several.size());
            }
            for (JsonNode each : several) {
                if (!(each instanceof ObjectNode map)) {
                    throw new InvalidInputException("solutions", Rule.YAML_MAP);
                }
                solutions.add(solution(map, "solutions"));
            }
        }
        if (solutions.isEmpty()) {
            throw new InvalidInputException("solution", Rule.REQUIRED);
        }
        return new Step.Reach(scene, goal, keys.texts("hints", MAX_HINTS), solutions);
    }

    private Map<String, String> solution(ObjectNode map, String key) {
        Map<String, String> settings = StepKeys.settings(map);
        LabControls.keys(lab, settings, key);
        return settings;
    }

    Expression number(String text, String key, String... variables) {
        Expression expression = Expression.of(text, key, LabReadouts.of(lab), List.of(variables));
        if (expression.isCondition()) {
            throw new InvalidInputException(key, Rule.LESSON_NUMBER, StepKeys.shortened(text));
        }
        return expression;
    }

    Expression condition(String text, String key) {
        Expression expression = Expression.of(text, key, LabReadouts.of(lab), List.of());
        if (!expression.isCondition()) {
            throw new InvalidInputException(key, Rule.LESSON_CONDITION, StepKeys.shortened(text));
        }
        return expression;
    }
}

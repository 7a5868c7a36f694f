package hyperlab.lesson;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A Markdown file with YAML front matter, divided at its headings {@code ##}.
 *
 * @param yaml the front matter; it begins in line 2 of the file
 * @param bodyStart the index of the first line after the front matter
 * @param preface the blocks before the first heading
 * @param sections the blocks of each section, beginning with its heading
 */
record MarkdownSections(String yaml, int bodyStart, List<Node> preface, List<List<Node>> sections) {
    private static final String FENCE = "---";

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TaskListItemsExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();

    /** The parts of a file; null with a problem if it has no front matter. */
    static @Nullable MarkdownSections of(List<String> lines, List<LessonProblem> problems) {
        int end = lines.isEmpty() || !lines.get(0).equals(FENCE)
                ? -1
                : lines.subList(1, lines.size()).indexOf(FENCE) + 1;
        if (end < 1) {
            problems.add(new LessonProblem(1, new InvalidInputException("lesson", Rule.LESSON_FRONT_MATTER)));
            return null;
        }
        int bodyStart = end + 1;
        List<Node> nodes = children(PARSER.parse(String.join("\n", lines.subList(bodyStart, lines.size()))));
        List<Integer> headings = headings(nodes);
        List<List<Node>> sections = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            int to = i + 1 < headings.size() ? headings.get(i + 1) : nodes.size();
            sections.add(nodes.subList(headings.get(i), to));
        }
        return new MarkdownSections(
                String.join("\n", lines.subList(1, end)),
                bodyStart,
                nodes.subList(0, headings.isEmpty() ? nodes.size() : headings.get(0)),
                sections);
    }

    private static List<Integer> headings(List<Node> nodes) {
        List<Integer> headings = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof Heading heading && heading.getLevel() == 2) {
                headings.add(i);
            }
        }
        return headings;
    }

    static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            children.add(node);
        }
        return children;
    }
}

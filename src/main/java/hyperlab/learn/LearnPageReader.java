package hyperlab.learn;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Reads a page, written in a subset of CommonMark:
 *
 * <ul>
 *   <li>{@code # Title} once, at the top; {@code ## Heading} after that
 *   <li>paragraphs, with {@code **strong**} text and LaTeX {@code $formulas$}
 *   <li>{@code [text](try:NAME)}, {@code [text](try:NAME#VIEW)}, {@code [text](case:NAME)}, {@code [text](page:NAME)}:
 *       {@link LinkTarget links}
 *   <li>{@code [number](vary:NAME)}: a number that changes a chart of the page
 *   <li>{@code - bulleted} lists; a list that contains only links is a list of things to try
 *   <li>{@code ![title](chart:NAME "how to read it")} in a paragraph of its own: a chart
 *   <li>a fenced block {@code math WORDS}: a displayed LaTeX formula, and the formula in words
 *   <li>tables in GitHub's syntax
 * </ul>
 *
 * <p>Anything else is rejected.
 */
final class LearnPageReader {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .customInlineContentParserFactory(new FormulaParserFactory())
            .build();
    private static final String CHART = "chart:";
    private static final String MATH = "math ";
    private static final String VARY = "vary:";

    private final String path;

    private LearnPageReader(String path) {
        this.path = path;
    }

    /** @param path names the file in error messages */
    static LearnPage read(String name, String path, String markdown) {
        return new LearnPageReader(path).page(name, PARSER.parse(markdown));
    }

    /** Reads what a page may contain after its title. */
    static List<Block> blocks(String path, String markdown) {
        LearnPageReader reader = new LearnPageReader(path);
        return children(PARSER.parse(markdown)).stream().map(reader::block).toList();
    }

    private LearnPage page(String name, Node document) {
        List<Node> nodes = children(document);
        if (nodes.isEmpty() || !(nodes.get(0) instanceof Heading title) || title.getLevel() != 1) {
            throw new InvalidInputException(path, Rule.PAGE_TITLE);
        }
        return new LearnPage(
                name,
                plainText(title),
                nodes.subList(1, nodes.size()).stream().map(this::block).toList());
    }

    private Block block(Node node) {
        if (node instanceof Heading heading && heading.getLevel() == 2) {
            return new Block.Heading(plainText(heading));
        }
        if (node instanceof Paragraph && node.getFirstChild() instanceof Image image && image.getNext() == null) {
            return chart(image);
        }
        if (node instanceof Paragraph) {
            return new Block.Paragraph(inlines(node));
        }
        if (node instanceof FencedCodeBlock code && code.getInfo().startsWith(MATH)) {
            return new Block.Formula(code.getLiteral().strip(), code.getInfo().substring(MATH.length()));
        }
        if (node instanceof BulletList) {
            return list(children(node).stream().map(this::item).toList());
        }
        if (node instanceof TableBlock) {
            return table(node);
        }
        throw unsupported(node);
    }

    private Block chart(Image image) {
        if (!image.getDestination().startsWith(CHART) || image.getTitle() == null) {
            throw new InvalidInputException("a picture of " + path, Rule.PAGE_PICTURE, image.getDestination());
        }
        return new Block.ChartBlock(
                image.getDestination().substring(CHART.length()), plainText(image), image.getTitle());
    }

    private List<Inline> item(Node item) {
        List<Node> parts = children(item);
        if (parts.size() != 1 || !(parts.get(0) instanceof Paragraph)) {
            throw new InvalidInputException(path, Rule.PAGE_LIST);
        }
        return inlines(parts.get(0));
    }

    private static Block list(List<List<Inline>> items) {
        List<Inline.Link> links = new ArrayList<>();
        for (List<Inline> item : items) {
            if (item.size() != 1 || !(item.get(0) instanceof Inline.Link link)) {
                return new Block.Bullets(items);
            }
            links.add(link);
        }
        return new Block.LinkList(links);
    }

    private Block table(Node table) {
        List<List<List<Inline>>> rows = new ArrayList<>();
        Optional<List<List<Inline>>> head = Optional.empty();
        for (Node part : children(table)) {
            for (Node row : children(part)) {
                List<List<Inline>> cells =
                        children(row).stream().map(this::inlines).toList();
                if (part instanceof TableHead) {
                    head = Optional.of(cells);
                } else {
                    rows.add(cells);
                }
            }
        }
        return new Block.Table(head.orElseThrow(), rows);
    }

    private List<Inline> inlines(Node parent) {
        List<Inline> inlines = new ArrayList<>();
        for (Node node : children(parent)) {
            add(inlines, node);
        }
        return inlines;
    }

    private void add(List<Inline> inlines, Node node) {
        if (node instanceof Text text) {
            addText(inlines, text.getLiteral(), false);
        } else if (node instanceof SoftLineBreak) {
            addText(inlines, " ", false);
        } else if (node instanceof StrongEmphasis) {
            addText(inlines, plainText(node), true);
        } else if (node instanceof FormulaParserFactory.FormulaNode span) {
            inlines.add(new Inline.Formula(span.latex()));
        } else if (node instanceof Link link && link.getDestination().startsWith(VARY)) {
            inlines.add(new Inline.ChartNumber(
                    plainText(link), link.getDestination().substring(VARY.length())));
        } else if (node instanceof Link link) {
            inlines.add(new Inline.Link(plainText(link), LinkTarget.of(link.getDestination(), path)));
        } else {
            throw unsupported(node);
        }
    }

    /** Adds text. It is appended to the previous element if both have the same style. */
    private static void addText(List<Inline> inlines, String text, boolean strong) {
        int last = inlines.size() - 1;
        if (last >= 0 && inlines.get(last) instanceof Inline.TextRun before && before.strong() == strong) {
            inlines.set(last, new Inline.TextRun(before.text() + text, strong));
        } else {
            inlines.add(new Inline.TextRun(text, strong));
        }
    }

    /** The text of a node that contains nothing but text. */
    private String plainText(Node parent) {
        StringBuilder text = new StringBuilder();
        for (Node node : children(parent)) {
            if (node instanceof Text words) {
                text.append(words.getLiteral());
            } else if (node instanceof SoftLineBreak) {
                text.append(' ');
            } else {
                throw unsupported(node);
            }
        }
        return text.toString();
    }

    private InvalidInputException unsupported(Node node) {
        return new InvalidInputException(
                path, Rule.PAGE_ELEMENT, node.getClass().getSimpleName());
    }

    private static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            children.add(node);
        }
        return children;
    }
}

package hyperlab.learn;

import java.util.List;
import java.util.stream.Stream;

/**
 * One page in one language.
 *
 * @param name one of {@link LearnPages#NAMES}
 * @param title the title
 * @param blocks the content, from top to bottom
 */
public record LearnPage(String name, String title, List<Block> blocks) {
    public LearnPage {
        blocks = List.copyOf(blocks);
    }

    /** The charts of the page, from top to bottom. */
    public List<Block.ChartBlock> charts() {
        return blocks.stream()
                .filter(Block.ChartBlock.class::isInstance)
                .map(Block.ChartBlock.class::cast)
                .toList();
    }

    /** The links of the page, in reading order. */
    public List<Inline.Link> links() {
        return blocks.stream()
                .flatMap(LearnPage::inlines)
                .filter(Inline.Link.class::isInstance)
                .map(Inline.Link.class::cast)
                .toList();
    }

    /** The numbers that change a chart. */
    public List<Inline.ChartNumber> numbers() {
        return blocks.stream()
                .flatMap(LearnPage::inlines)
                .filter(Inline.ChartNumber.class::isInstance)
                .map(Inline.ChartNumber.class::cast)
                .toList();
    }

    private static Stream<Inline> inlines(Block block) {
        return block.accept(new Block.Visitor<>() {
            @Override
            public Stream<Inline> visit(Block.Heading heading) {
                return Stream.of();
            }

            @Override
            public Stream<Inline> visit(Block.Paragraph paragraph) {
                return paragraph.text().stream();
            }

            @Override
            public Stream<Inline> visit(Block.Bullets bullets) {
                return bullets.items().stream().flatMap(List::stream);
            }

            @Override
            public Stream<Inline> visit(Block.LinkList list) {
                return list.links().stream().map(Inline.class::cast);
            }

            @Override
            public Stream<Inline> visit(Block.Formula formula) {
                return Stream.of();
            }

            @Override
            public Stream<Inline> visit(Block.Table table) {
                return Stream.concat(Stream.of(table.header()), table.rows().stream())
                        .flatMap(List::stream)
                        .flatMap(List::stream);
            }

            @Override
            public Stream<Inline> visit(Block.ChartBlock chart) {
                return Stream.of();
            }
        });
    }
}

package hyperlab.learn;

import java.util.List;
import java.util.stream.Stream;

/**
 * One page in one language.
 *
 * @param name one of {@link Pages#NAMES}
 * @param title the title
 * @param blocks the content, from top to bottom
 */
public record Page(String name, String title, List<Block> blocks) {
    public Page {
        blocks = List.copyOf(blocks);
    }

    /** The charts of the page, from top to bottom. */
    public List<Block.Picture> pictures() {
        return blocks.stream()
                .filter(Block.Picture.class::isInstance)
                .map(Block.Picture.class::cast)
                .toList();
    }

    /** The links of the page, in reading order. */
    public List<Inline.Link> links() {
        return blocks.stream()
                .flatMap(Page::inlines)
                .filter(Inline.Link.class::isInstance)
                .map(Inline.Link.class::cast)
                .toList();
    }

    private static Stream<Inline> inlines(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return paragraph.text().stream();
        }
        if (block instanceof Block.Points points) {
            return points.items().stream().flatMap(List::stream);
        }
        if (block instanceof Block.Ways ways) {
            return ways.links().stream().map(Inline.class::cast);
        }
        if (block instanceof Block.Table table) {
            return Stream.concat(Stream.of(table.head()), table.rows().stream())
                    .flatMap(List::stream)
                    .flatMap(List::stream);
        }
        return Stream.of();
    }
}

package hyperlab.lab.learn;

import hyperlab.lab.LabContext;
import hyperlab.learn.Block;
import hyperlab.learn.Inline;
import hyperlab.learn.LearnPage;
import java.util.List;
import javafx.scene.layout.StackPane;

/** Blocks in the style of the pages, outside of a page: without a title, charts and links. */
public final class PageBlocks extends StackPane {
    public PageBlocks(List<Block> blocks, LabContext context) {
        PageView view = new PageView(
                new LearnPage("", "", withoutCharts(blocks)), context, target -> {}, PageTerms.none(), chart -> {
                    throw new IllegalArgumentException("no chart " + chart);
                });
        view.getChildren().remove(0);
        getChildren().add(view);
        boolean any = !view.getChildren().isEmpty();
        setManaged(any);
        setVisible(any);
    }

    private static List<Block> withoutCharts(List<Block> blocks) {
        return blocks.stream()
                .filter(block -> !(block instanceof Block.ChartBlock || block instanceof Block.LinkList))
                .map(PageBlocks::withoutLinks)
                .toList();
    }

    private static Block withoutLinks(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return new Block.Paragraph(withoutLinks(paragraph.text()));
        }
        if (block instanceof Block.Bullets points) {
            return new Block.Bullets(
                    points.items().stream().map(PageBlocks::withoutLinks).toList());
        }
        return block;
    }

    private static List<Inline> withoutLinks(List<Inline> text) {
        return text.stream()
                .map(inline -> inline instanceof Inline.Link || inline instanceof Inline.ChartNumber
                        ? new Inline.TextRun(inline.text(), false)
                        : inline)
                .toList();
    }
}

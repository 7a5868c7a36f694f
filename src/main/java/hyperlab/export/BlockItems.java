package hyperlab.export;

import hyperlab.export.PageItem.Paragraph;
import hyperlab.export.PageItem.Piece;
import hyperlab.learn.Block;
import hyperlab.learn.Inline;
import hyperlab.learn.LearnMarkdown;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lays out text in the Markdown of the pages, as items of a printed page. */
final class BlockItems {
    private final List<PageItem> items;

    /** @param items to which it adds */
    BlockItems(List<PageItem> items) {
        this.items = items;
    }

    /** Adds a text without Markdown. */
    void addText(String text, double size, boolean bold) {
        items.add(new Paragraph(PageItem.words(text, size, bold), size, 0, false));
    }

    /** A text in the Markdown of the pages, in one paragraph. */
    static Paragraph paragraph(String markdown, double size) {
        List<Piece> pieces = new ArrayList<>();
        for (Block block : LearnMarkdown.blocks(markdown, "lesson")) {
            if (block instanceof Block.Paragraph paragraph) {
                pieces.addAll(pieces(paragraph.text(), size));
            }
        }
        return new Paragraph(pieces, size, 0, false);
    }

    private static List<Piece> pieces(List<Inline> inlines, double size) {
        List<Piece> pieces = new ArrayList<>();
        for (Inline inline : inlines) {
            if (inline instanceof Inline.Formula formula) {
                pieces.add(Piece.Formula.of(formula.latex(), (float) size));
            } else {
                boolean strong = inline instanceof Inline.TextRun run && run.strong();
                pieces.addAll(PageItem.words(inline.text(), size, strong));
            }
        }
        return pieces;
    }

    /**
     * Adds blocks.
     *
     * @param kept whether the text stays on the page of what follows it, as a question does
     */
    void addBlocks(List<Block> blocks, double size, boolean kept) {
        for (Block block : blocks) {
            add(block, size, kept);
            items.add(new PageItem.Gap(4));
        }
    }

    private void add(Block block, double size, boolean kept) {
        block.accept(new Block.Visitor<Runnable>() {
                    @Override
                    public Runnable visit(Block.Heading heading) {
                        return () -> addText(heading.text(), size, true);
                    }

                    @Override
                    public Runnable visit(Block.Paragraph paragraph) {
                        return () -> items.add(new Paragraph(pieces(paragraph.text(), size), size, 0, kept));
                    }

                    @Override
                    public Runnable visit(Block.Bullets bullets) {
                        return () -> {
                            for (List<Inline> item : bullets.items()) {
                                List<Piece> pieces = new ArrayList<>(PageItem.words("• ", size, false));
                                pieces.addAll(pieces(item, size));
                                items.add(new Paragraph(pieces, size, 10, false));
                            }
                        };
                    }

                    @Override
                    public Runnable visit(Block.LinkList list) {
                        return () -> list.links().forEach(link -> addText("• " + link.text(), size, false));
                    }

                    @Override
                    public Runnable visit(Block.Formula formula) {
                        return () -> items.add(new Paragraph(
                                List.of(Piece.Formula.of(formula.latex(), (float) size + 2)), size, 20, false));
                    }

                    @Override
                    public Runnable visit(Block.Table table) {
                        return () -> {
                            items.add(row(table.header(), size, true));
                            table.rows().forEach(row -> items.add(row(row, size, false)));
                        };
                    }

                    @Override
                    public Runnable visit(Block.ChartBlock chart) {
                        return () -> addText(chart.title(), size, true);
                    }
                })
                .run();
    }

    private static PageItem row(List<List<Inline>> cells, double size, boolean bold) {
        return new TableRow(cells.stream()
                .map(cell -> new Paragraph(
                        bold
                                ? PageItem.words(
                                        cell.stream().map(Inline::text).collect(Collectors.joining()), size, true)
                                : pieces(cell, size),
                        size,
                        0,
                        false))
                .toList());
    }

    /** The cells of a row, in columns of the same width. */
    record TableRow(List<Paragraph> cells) implements PageItem {
        private static final double GAP = 8;

        @Override
        public double height(double width) {
            double cell = width / cells.size() - GAP;
            return cells.stream().mapToDouble(text -> text.height(cell)).max().orElse(0);
        }

        @Override
        public void draw(Graphics2D g2, double x, double y, double width) {
            double cell = width / cells.size();
            for (int column = 0; column < cells.size(); column++) {
                cells.get(column).draw(g2, x + column * cell, y, cell - GAP);
            }
        }
    }
}

package hyperlab.learn;

import java.util.List;

/** A block element of a page, as wide as its column. */
public sealed interface Block {
    <R> R accept(Visitor<R> visitor);

    /**
     * One result for each kind of block.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {
        R visit(Heading heading);

        R visit(Paragraph paragraph);

        R visit(Bullets bullets);

        R visit(LinkList list);

        R visit(Formula formula);

        R visit(Table table);

        R visit(ChartBlock chart);
    }

    /** A heading within the page. */
    record Heading(String text) implements Block {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record Paragraph(List<Inline> text) implements Block {
        public Paragraph {
            text = List.copyOf(text);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A bulleted list. */
    record Bullets(List<List<Inline>> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A list that consists only of links to things to try. */
    record LinkList(List<Inline.Link> links) implements Block {
        public LinkList {
            links = List.copyOf(links);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A displayed formula in LaTeX.
     *
     * @param textVersion the formula in words
     */
    record Formula(String latex, String textVersion) implements Block {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A table.
     *
     * @param header the cells of the header row
     * @param rows the other rows, with as many cells as the header row
     */
    record Table(List<List<Inline>> header, List<List<List<Inline>>> rows) implements Block {
        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A chart that is computed where it is shown.
     *
     * @param name the name of the chart
     * @param title the title
     * @param caption a subtitle that explains how to read the chart
     */
    record ChartBlock(String name, String title, String caption) implements Block {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}

package hyperlab.learn;

import java.util.List;

/** A part of a page that stands by itself, from one side of its column to the other. */
public sealed interface Block {
    /** A heading within the page. */
    record Heading(String text) implements Block {}

    record Paragraph(List<Inline> text) implements Block {
        public Paragraph {
            text = List.copyOf(text);
        }
    }

    /** Points of a list. */
    record Points(List<List<Inline>> items) implements Block {
        public Points {
            items = List.copyOf(items);
        }
    }

    /** A list of links alone: what to try. */
    record Ways(List<Inline.Link> links) implements Block {
        public Ways {
            links = List.copyOf(links);
        }
    }

    /**
     * A formula in LaTeX on a line of its own.
     *
     * @param words the same in words
     */
    record Formula(String latex, String words) implements Block {}

    /**
     * Rows of cells.
     *
     * @param head above the columns
     * @param rows as many cells each as the head has
     */
    record Table(List<List<Inline>> head, List<List<List<Inline>>> rows) implements Block {
        public Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A chart that is worked out where it is shown.
     *
     * @param name which one
     * @param title above it
     * @param how how to read it
     */
    record Picture(String name, String title, String how) implements Block {}
}

package hyperlab.export.report;

import hyperlab.chart.PlotChart;
import java.util.List;

/** A part of a report, without its form. */
sealed interface ReportBlock {
    <R> R accept(Visitor<R> visitor);

    /**
     * One result for each kind of block.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {
        R visit(Title title);

        R visit(Heading heading);

        R visit(Text text);

        R visit(Table table);

        R visit(Chart chart);

        R visit(Code code);
    }

    /** The title of the report. */
    record Title(String text) implements ReportBlock {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The heading of a section. */
    record Heading(String text) implements ReportBlock {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A paragraph. */
    record Text(String text) implements ReportBlock {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A table; each row has as many cells as the header. */
    record Table(List<String> header, List<List<String>> rows) implements ReportBlock {
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A chart.
     *
     * @param name for the file of a figure, such as {@code loss}
     */
    record Chart(String name, PlotChart<?> chart) implements ReportBlock {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Text to copy, such as a command. */
    record Code(String text) implements ReportBlock {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}

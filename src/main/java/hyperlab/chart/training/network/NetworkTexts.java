package hyperlab.chart.training.network;

import hyperlab.chart.training.network.NetworkDiagram.Column;
import hyperlab.chart.training.network.NetworkDiagram.UnitPosition;
import hyperlab.text.NumberFormats;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The texts of a {@link NetworkDiagram} at the pointer. */
final class NetworkTexts {
    /** The greatest distance in pixels from a line at which it shows its weight. */
    private static final double LINE_REACH = 4;

    private static final int DIGITS = 3;
    private static final int MAX_LISTED = 8;

    private final NetworkWords words;

    NetworkTexts(NetworkWords words) {
        this.words = words;
    }

    /** How the diagram is described to the pointer. */
    interface NetworkWords {
        NetworkWords NONE = new NetworkWords() {
            @Override
            public String unit(String column, int number) {
                return column;
            }

            @Override
            public String more(int count) {
                return "";
            }
        };

        /** Names a unit without a name of its own, from the name of its column and its number from 1. */
        String unit(String column, int number);

        /** Says that there are more weights than are listed. */
        String more(int count);
    }

    /** A unit with its incoming weights, or the weight of a line. */
    Optional<String> textAt(NetworkDiagram diagram, double x, double y, Rectangle2D area) {
        UnitPosition unit = NetworkLayout.unitAt(
                diagram, (x - area.getX()) / area.getWidth(), (y - area.getY()) / area.getHeight());
        return unit != null ? Optional.of(describe(diagram, unit)) : lineAt(diagram, x, y, area);
    }

    private String describe(NetworkDiagram diagram, UnitPosition unit) {
        List<String> lines = new ArrayList<>(List.of(name(diagram, unit)));
        if (unit.column() > 0) {
            double[] weights = diagram.links().get(unit.column() - 1).weights()[unit.unit()];
            for (int from = 0; from < Math.min(MAX_LISTED, weights.length); from++) {
                UnitPosition source = new UnitPosition(unit.column() - 1, from);
                lines.add(name(diagram, source) + ": " + NumberFormats.format(weights[from], DIGITS));
            }
            if (weights.length > MAX_LISTED) {
                lines.add(words.more(weights.length - MAX_LISTED));
            }
        }
        return String.join("\n", lines);
    }

    private String name(NetworkDiagram diagram, UnitPosition unit) {
        Column column = diagram.columns().get(unit.column());
        return unit.unit() < column.names().size()
                ? column.names().get(unit.unit())
                : column.states().size() == 1 ? column.name() : words.unit(column.name(), unit.unit() + 1);
    }

    private Optional<String> lineAt(NetworkDiagram diagram, double pixelX, double pixelY, Rectangle2D area) {
        double nearest = LINE_REACH;
        String text = null;
        for (int gap = 0; gap < diagram.links().size(); gap++) {
            double[][] weights = diagram.links().get(gap).weights();
            for (int to = 0; to < weights.length; to++) {
                for (int from = 0; from < weights[to].length; from++) {
                    double distance = Line2D.ptSegDist(
                            NetworkLayout.x(area, diagram, gap),
                            NetworkLayout.y(area, diagram, gap, from),
                            NetworkLayout.x(area, diagram, gap + 1),
                            NetworkLayout.y(area, diagram, gap + 1, to),
                            pixelX,
                            pixelY);
                    if (distance < nearest) {
                        nearest = distance;
                        text = name(diagram, new UnitPosition(gap, from)) + " → "
                                + name(diagram, new UnitPosition(gap + 1, to)) + ": "
                                + NumberFormats.format(weights[to][from], DIGITS);
                    }
                }
            }
        }
        return Optional.ofNullable(text);
    }
}

package hyperlab.file.figure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.file.json.StrictJson;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.nio.charset.StandardCharsets;

/** {@code hyperlab-figure/1}: what a figure showed and how it was laid out, as embedded in the figure. */
public final class FigureStateFormat {
    private static final String FORMAT = "hyperlab-figure/1";

    private FigureStateFormat() {}

    /** The state as JSON on one line. */
    public static String write(FigureState state) {
        FigureSettings settings = state.settings();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        node.put("chart", state.chart());
        node.put("file", state.fileFormat());
        node.put("position", state.position());
        node.put("width", settings.width().value());
        node.put("unit", settings.width().unit().symbol());
        node.put("aspect", settings.aspect());
        node.put("dpi", settings.dpi());
        node.put("textSize", settings.textSize());
        node.put("dark", settings.dark());
        node.put("title", settings.title());
        node.put("marks", settings.marks());
        node.put("playHead", settings.playHead());
        node.put("caption", settings.caption());
        node.put("settings", settings.describesSettings());
        return node.toString();
    }

    /**
     * Parses the output of {@link #write}; a missing key has its default.
     *
     * @param name replaces the file name in error messages
     * @throws InvalidInputException if the text is invalid
     */
    public static FigureState parse(String json, String name) {
        JsonObjectReader keys = new JsonObjectReader(StrictJson.object(json.getBytes(StandardCharsets.UTF_8), name));
        String format = keys.text("format", "");
        if (!format.equals(FORMAT)) {
            throw new InvalidInputException("format", Rule.EXACTLY, FORMAT, format);
        }
        FigureState defaults = FigureState.DEFAULT;
        FigureSettings settings = defaults.settings();
        FigureWidth.Unit unit = keys.oneOf(
                "unit",
                FigureWidth.Unit.values(),
                FigureWidth.Unit::symbol,
                settings.width().unit());
        FigureState state = new FigureState(
                keys.text("chart", defaults.chart()),
                keys.text("file", defaults.fileFormat()),
                keys.integer("position", defaults.position()),
                new FigureSettings(
                        new FigureWidth(keys.number("width", settings.width().value()), unit),
                        keys.number("aspect", settings.aspect()),
                        keys.integer("dpi", settings.dpi()),
                        keys.number("textSize", settings.textSize()),
                        keys.flag("dark", settings.dark()),
                        keys.flag("title", settings.title()),
                        keys.flag("marks", settings.marks()),
                        keys.flag("playHead", settings.playHead()),
                        keys.text("caption", settings.caption()),
                        keys.flag("settings", settings.describesSettings())));
        keys.rejectUnknownKeys();
        return state;
    }
}

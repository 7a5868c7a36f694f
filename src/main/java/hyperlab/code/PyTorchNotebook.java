package hyperlab.code;

import java.util.ArrayList;
import java.util.List;

/** The cells of a notebook, as JSON of nbformat 4.5. */
final class PyTorchNotebook {
    private final List<String> cells = new ArrayList<>();

    /** Adds a Markdown cell with some paragraphs. */
    void addText(String id, String... paragraphs) {
        cells.add("  {\n   \"cell_type\": \"markdown\",\n   \"id\": " + PythonFormat.quote(id)
                + ",\n   \"metadata\": {},\n   \"source\": " + source(String.join("\n\n", paragraphs)) + "\n  }");
    }

    void addCode(String id, String code) {
        cells.add("  {\n   \"cell_type\": \"code\",\n   \"execution_count\": null,\n   \"id\": "
                + PythonFormat.quote(id) + ",\n   \"metadata\": {},\n   \"outputs\": [],\n   \"source\": "
                + source(code)
                + "\n  }");
    }

    /** A text without Markdown. */
    static String escape(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>#$|~])", "\\\\$1");
    }

    String json() {
        return "{\n \"cells\": [\n" + String.join(",\n", cells) + """

                 ],
                 "metadata": {
                  "kernelspec": {
                   "display_name": "Python 3",
                   "language": "python",
                   "name": "python3"
                  },
                  "language_info": {
                   "name": "python"
                  }
                 },
                 "nbformat": 4,
                 "nbformat_minor": 5
                }
                """;
    }

    /** The lines of a cell; each but the last keeps its line end. */
    private static String source(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.stripTrailing().split("(?<=\n)", -1)) {
            lines.add("    " + PythonFormat.quote(line).replace("\\u000a", "\\n"));
        }
        return "[\n" + String.join(",\n", lines) + "\n   ]";
    }
}

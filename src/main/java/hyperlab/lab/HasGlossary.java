package hyperlab.lab;

/** A lab with a glossary. FX thread only. */
public interface HasGlossary {
    /** The name of the glossary among the pages. */
    String PAGE = "glossary";

    /** Opens the glossary and shows only the terms that contain a word. */
    void showTerm(String word);
}

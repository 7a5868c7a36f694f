package hyperlab.app.palette;

import hyperlab.lab.LabName;
import hyperlab.learn.LinkTarget;
import hyperlab.ui.Shortcut;
import java.util.List;
import javafx.scene.Node;

/** What the entries of the palette do, and what they depend on. */
public interface PaletteActions {
    /** The labs, in the order of their shortcuts. */
    List<LabName> labs();

    /** The roots of the panels with the settings that can be changed now. */
    List<Node> settingsPanels();

    /** Shows a lab. */
    void showLab(LabName lab);

    /** Does what a shortcut does. */
    void run(Shortcut shortcut);

    /** Resets the lab on stage to its initial state. */
    void startFresh();

    /** Scrolls to a setting and gives it the focus. */
    void focusSetting(Node setting);

    /** Whether a lesson is played, which locks all but reading. */
    boolean isInLesson();

    /** Shows one update of a network in slow motion. */
    void showSlowMotion();

    /** Shows the list of the lessons, whose menus have the worksheets. */
    void showWorksheets();

    /** Opens the settings that a link of a page describes. */
    void openExample(LinkTarget target);

    /** Opens a page. */
    void openPage(String name);

    /** Opens the glossary at a term. */
    void showTerm(String word);

    /** Starts a bundled lesson. */
    void startLesson(String name);
}

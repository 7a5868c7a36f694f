/**
 * The panels left and right of the stage: {@link hyperlab.app.panel.ControlsPanel} with the controls of the lab, and
 * {@link hyperlab.app.panel.InsightPanel} with its readouts, findings and questions. FX thread only.
 */
@NullMarked
package hyperlab.app.panel;

import org.jspecify.annotations.NullMarked;

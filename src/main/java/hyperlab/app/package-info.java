/**
 * The window. May depend on everything except {@code cli}. All code here runs on the FX thread, except work that
 * {@code concurrent} runs on its workers.
 */
@NullMarked
package hyperlab.app;

import org.jspecify.annotations.NullMarked;

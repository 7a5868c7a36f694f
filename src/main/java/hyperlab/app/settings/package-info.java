/** What the user sets once and for all: language, theme, size, motion and sound. FX thread only. */
@NullMarked
package hyperlab.app.settings;

import org.jspecify.annotations.NullMarked;

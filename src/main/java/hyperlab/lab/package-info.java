/**
 * What a lab is ({@link hyperlab.lab.Lab}, {@link hyperlab.lab.LabName}) and what all labs share. Each lab has a subpackage
 * of its own, and no lab depends on another. May depend on {@code ui}, {@code chart}, and the core, but not on
 * {@code app}. FX thread only.
 */
@NullMarked
package hyperlab.lab;

import org.jspecify.annotations.NullMarked;

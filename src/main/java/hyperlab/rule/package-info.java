/**
 * Input validation: an invalid value is reported with a name, the rule and the value. Depends only on the JDK; every
 * other package may use it. Stateless; any thread.
 */
@NullMarked
package hyperlab.rule;

import org.jspecify.annotations.NullMarked;

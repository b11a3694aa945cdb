/** What people set for everybody: campaigns, experiments, and how the desk works. */
@NullMarked
package io.rihla.functions.desk;

import org.jspecify.annotations.NullMarked;

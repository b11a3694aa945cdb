/** Whether the bot could answer: per question, within its episode. */
@NullMarked
package io.rihla.jobs.questions.outcome;

import org.jspecify.annotations.NullMarked;

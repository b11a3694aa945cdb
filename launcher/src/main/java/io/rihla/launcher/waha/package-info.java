/**
 * A WAHA with its phone, its customers and a chat page: speaks WAHA's REST and posts its webhooks,
 * so that nothing but a browser is needed to talk to the bot.
 */
@NullMarked
package io.rihla.launcher.waha;

import org.jspecify.annotations.NullMarked;

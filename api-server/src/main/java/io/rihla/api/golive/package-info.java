/** Chats that are older than the bot are told of before the bot hears anything of a session. */
@NullMarked
package io.rihla.api.golive;

import org.jspecify.annotations.NullMarked;

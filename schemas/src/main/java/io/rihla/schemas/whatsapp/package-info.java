@NullMarked
package io.rihla.schemas.whatsapp;

import org.jspecify.annotations.NullMarked;

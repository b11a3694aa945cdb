package io.rihla.launcher.waha;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.function.Supplier;

/** How one engine writes messages down. */
interface Shape {
  /** A message as in webhooks and in the chat's history. */
  ObjectNode message(Message message, Customer customer);

  /** The payload of {@code message.ack}. */
  ObjectNode ack(Message message, Customer customer);

  /** What a send is answered with. */
  ObjectNode sent(Message message, Customer customer);

  /**
   * @param files address under which the simulator serves files
   */
  static Shape of(Engine engine, Supplier<URI> files) {
    CommonFields common = new CommonFields(files);
    return switch (engine) {
      case NOWEB -> new NowebShape(common);
      case GOWS -> new GowsShape(common);
      case WEBJS -> new WebjsShape(common);
    };
  }
}

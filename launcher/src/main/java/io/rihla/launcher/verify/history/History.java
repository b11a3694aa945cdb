package io.rihla.launcher.verify.history;

import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.deadletters.DeadLetter;
import io.rihla.schemas.outbound.OutboundReply;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a run left behind, as it was at one moment.
 *
 * @param readAt epoch ms; what is younger may be missing in one place and there in another
 * @param events of the audit log, without ticks, each partition in its order
 * @param eventEnds of each partition of the audit log: the first offset that was not read
 * @param unreadable records that are no known version of their message, as topic-partition@offset
 * @param shown empty when WhatsApp is not the simulator and cannot be asked
 * @param archive empty when there is no ClickHouse to compare with
 */
public record History(
    long readAt,
    List<Logged<WhatsAppEvent>> inbound,
    List<Logged<ConversationEvent>> events,
    Map<Integer, Long> eventEnds,
    List<Logged<OutboundReply>> replies,
    List<Logged<DeadLetter>> letters,
    List<String> unreadable,
    Optional<List<Shown>> shown,
    Optional<Archive> archive) {}

package io.rihla.schemas.whatsapp;

/** What a WhatsAppEvent tells. */
public sealed interface WhatsAppSignal
    permits InboundMessage,
        OwnMessage,
        MessageEdit,
        MessageRevoke,
        Reaction,
        Ack,
        ChatExisted,
        PhoneLearned {}

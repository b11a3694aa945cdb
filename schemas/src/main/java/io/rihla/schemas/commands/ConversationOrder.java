package io.rihla.schemas.commands;

/** What a ConversationCommand asks for. */
public sealed interface ConversationOrder
    permits ProcessMessage,
        Assign,
        Release,
        ReturnToBot,
        Resolve,
        Reply,
        PutLead,
        RecordPayment,
        RecordRefund,
        CloseJourney,
        SwitchBot,
        Erase {}

-- Run by every replica before it is ready, see DatabaseSchema.

create schema if not exists notifications;

-- The key is the id of the event: what comes twice is remembered once.
create table if not exists notifications.notification (
    event_id         uuid primary key,
    type             text not null,
    document_id      uuid not null,
    document_version bigint not null,
    title            text not null,
    author           text not null,
    occurred_at      timestamptz not null
);

create index if not exists notification_occurred_at on notifications.notification (occurred_at desc);

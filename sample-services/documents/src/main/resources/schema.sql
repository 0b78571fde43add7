-- Run by every replica before it is ready, see DatabaseSchema.

create schema if not exists documents;

create table if not exists documents.document (
    id         uuid primary key,
    version    bigint not null,
    title      text not null,
    body       text not null,
    author     text not null,
    updated_at timestamptz not null
);

create index if not exists document_updated_at on documents.document (updated_at desc);

-- Events that the broker has not confirmed yet. Written in the transaction that changes the document.
create table if not exists documents.outbox (
    event_id    uuid primary key,
    document_id uuid not null,
    version     bigint not null,
    type        text not null,
    payload     text not null,
    created_at  timestamptz not null default now(),
    unique (document_id, version)
);

create index if not exists outbox_created_at on documents.outbox (created_at);

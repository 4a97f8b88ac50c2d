-- A key opens an account without its password, once: the link of an invitation, or of a forgotten password. Only its hash is kept, written when the
-- mail is; the mail that is kept has lost it (docs/decisions/2026-11-22-who-may-do-what.md).
create table account_key (
    id bigint primary key, user_id bigint not null references user_account, purpose text not null check (purpose in ('INVITATION', 'FORGOTTEN')),
    secret_hash bytea unique, created_at timestamptz not null, expires_at timestamptz not null, used_at timestamptz);
create index on account_key (user_id, created_at);
-- Counts the passwords somebody has had: a session that began under an earlier one ends. Null joined_at: invited, and no password chosen yet.
alter table user_account add column password_no int not null default 0, add column joined_at timestamptz;
update user_account set joined_at = now();
create index on account_key (expires_at) where used_at is null;

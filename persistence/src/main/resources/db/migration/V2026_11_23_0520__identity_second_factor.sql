-- A second factor at sign-in (docs/decisions/2026-11-23-a-second-factor.md): the secret that an authenticator app shares with us, sealed, and the
-- codes for the day the telephone is gone. Not in force until a first code was right; last_step is the newest code that was used.
create table second_factor (
    user_id bigint primary key references user_account, sealed bytea not null, begun_at timestamptz not null, confirmed_at timestamptz,
    last_step bigint not null default 0, failed_sign_ins int not null default 0, locked_until timestamptz);
create table recovery_code (
    user_id bigint not null references second_factor on delete cascade, code_hash bytea not null, used_at timestamptz, primary key (user_id, code_hash));

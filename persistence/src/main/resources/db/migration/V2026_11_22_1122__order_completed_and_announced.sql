-- K17: how often a part's pickup code was guessed wrong, and until when nobody may try again. A part that nobody guessed has no row.
create table pickup_guess (
    merchant_order_id bigint primary key references merchant_order, wrong int not null check (wrong >= 0), blocked_until timestamptz);

-- A part that its merchant did not accept in time: when it was reminded and when the operator was told, so that each happens once.
create table unaccepted_part (
    merchant_order_id bigint primary key references merchant_order, reminded_at timestamptz, escalated_at timestamptz);

-- M52: whether the open back office sounds at a new part.
alter table user_account add column announce_sound boolean not null default true;

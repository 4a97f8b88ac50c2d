-- What was said in a conversation, all of it together, for the search (docs/performance.md): the words of each message by itself found neither two words that stood in two messages, nor a desk's page in time.
-- last_at is the request's own, so that what the index finds is put in order without looking at requests one by one.
create table request_said (request_id bigint primary key references sales_request on delete cascade, desk_id bigint not null references sales_desk, last_at timestamptz not null, words tsvector not null) with (fillfactor = 90);
insert into request_said select r.id, r.desk_id, r.last_at, to_tsvector('french_folded', coalesce((select string_agg(m.body, E'\n' order by m.id) from request_message m where m.request_id = r.id), '')) from sales_request r order by r.id;
create index on request_said using gin (desk_id, words);
alter table request_message drop column search;
create function request_is_said() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into request_said values (new.id, new.desk_id, new.last_at, '');
    else
        update request_said set last_at = new.last_at where request_id = new.id;
    end if;
    return null;
end $$;
create trigger request_is_said after insert on sales_request for each row execute function request_is_said();
create trigger request_is_said_again after update of last_at on sales_request for each row when (old.last_at is distinct from new.last_at) execute function request_is_said();
-- The request is locked first, as whoever writes its last_at does, so that two never wait for each other.
create function message_is_said() returns trigger language plpgsql as $$
begin
    perform from sales_request where id = new.request_id for no key update;
    update request_said set words = words || to_tsvector('french_folded', new.body) where request_id = new.request_id;
    return null;
exception when program_limit_exceeded then
    -- A conversation of a megabyte of different words: it goes on, and what is newer is not found in it.
    return null;
end $$;
create trigger message_is_said after insert on request_message for each row execute function message_is_said();

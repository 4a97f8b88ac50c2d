-- Most of what was ever said is in archived conversations, and a secretary looks among the open ones: the index of the words knows them
-- apart, so that the archive's rows are not read for a list that does not show them (docs/performance.md).
alter table request_said add open boolean not null default true;
update request_said s set open = false from sales_request r where r.id = s.request_id and (r.archived_at is not null or r.spam_at is not null);
drop index request_said_desk_id_words_idx;
create index on request_said using gin (desk_id, open, words);
create or replace function request_is_said() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into request_said (request_id, desk_id, last_at, words) values (new.id, new.desk_id, new.last_at, '');
    else
        update request_said set last_at = new.last_at, open = new.archived_at is null and new.spam_at is null where request_id = new.id;
    end if;
    return null;
end $$;
drop trigger request_is_said_again on sales_request;
create trigger request_is_said_again after update of last_at, archived_at, spam_at on sales_request for each row
    when (old.last_at is distinct from new.last_at or old.archived_at is distinct from new.archived_at or old.spam_at is distinct from new.spam_at)
    execute function request_is_said();

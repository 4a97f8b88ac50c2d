-- How many mails came into the mailbox of replies on a day, and what became of them: what belongs to no conversation waits for people.
create table reply_count (day date not null, outcome text not null check (outcome in ('KEPT', 'TWICE', 'REPORT', 'UNKNOWN')), mails int not null, primary key (day, outcome));
-- A report of a mail server names the mail that did not arrive.
create index on request_message (notification_id) where notification_id is not null;

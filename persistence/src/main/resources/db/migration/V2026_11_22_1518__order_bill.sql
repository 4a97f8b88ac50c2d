-- The balances of one order that are asked for on the same days are one bill: one link, one reminder, one payment. Each line keeps its own
-- row, which is what is waived, refunded and shown to its merchant. A bill has the id of its first row, whose token is its link's, and
-- payment.balance_id names the bill. What was written before is paid one by one, as its customers were told.
alter table balance_due add column bill_id bigint references balance_due;
update balance_due set bill_id = id;
alter table balance_due alter column bill_id set not null;
create index on balance_due (bill_id);
create index on balance_due (line_id);

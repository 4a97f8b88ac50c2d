-- What a customer took back within the law's fourteen days (Code de la consommation L221-18, L221-21): said once for a line, never unsaid.
create table line_withdrawal (
    line_id bigint primary key references order_line, merchant_order_id bigint not null references merchant_order, said_at timestamptz not null);
create index on line_withdrawal (merchant_order_id);

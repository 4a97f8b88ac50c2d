-- What of a part was cancelled line by line, in cents (K9). A part's total never changes (C17); what stands of it is the total less this, and nothing once all of it is cancelled.
alter table merchant_order add column cancelled_cents bigint not null default 0 check (cancelled_cents between 0 and total_cents);
update merchant_order p set cancelled_cents = least(p.total_cents, l.cents)
  from (select m.merchant_order_id, sum(o.total_cents) as cents from order_line_move m join order_line o on o.id = m.line_id
         where m.to_state = 'CANCELLED' group by 1) l
 where l.merchant_order_id = p.id;

-- Orders that were placed before there were delays to accept them (O18) never had any: they are not reminded of, nor cancelled.
update customer_order o set settings = '{"accept.remind_hours": "0", "accept.escalate_hours": "0", "accept.cancel_hours": "0"}' || settings
 where exists (select 1 from merchant_order p where p.order_id = o.id and p.state in ('RECORDED', 'CONFIRMING'));

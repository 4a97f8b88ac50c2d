-- Payouts that were given up without an answer are looked for at the provider again.
update payout set next_check_at = now() where provider_id is null and state in ('SENT', 'UNKNOWN') and next_check_at is null;

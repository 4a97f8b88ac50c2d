-- When the recipient's server refused the address for good: a bounce, unlike what was given up for another reason. Null for all that was not.
alter table notification add column bounced_at timestamptz;

-- Until when no money leaves for a changed IBAN: written as it is changed, by the portal's setting of that day (docs/decisions/2026-11-23-a-changed-iban.md).
alter table merchant add column iban_frozen_until timestamptz;
update merchant set iban_frozen_until = iban_changed_at + interval '48 hours' where iban_changed_at is not null;

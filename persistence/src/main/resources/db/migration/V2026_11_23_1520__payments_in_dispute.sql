-- What stands in Erreur because the cardholder's bank took it back; hardly any.
create index payment_disputed on payment (id) where state = 'DISPUTED';

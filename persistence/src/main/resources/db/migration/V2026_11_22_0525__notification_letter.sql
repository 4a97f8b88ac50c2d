-- What a mail says is kept as its letter, from which HTML and text are written when it leaves and whenever it is read: a third of the room, and
-- the database compresses and cuts nothing. Mails that were sent before keep their html and text; the text of an SMS stays where it is.
alter table notification add column letter json;
-- A letter is some two kilobytes: it stays in its row instead of being packed and put aside.
alter table notification set (toast_tuple_target = 4080);

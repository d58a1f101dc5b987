-- The words that decide the order of relevance lie beside each document as numbers, so that a start need not read all
-- texts. The next start fills them.
ALTER TABLE zoek_kandidaat_werkgever_document ADD COLUMN woorden BLOB;
--> statement-breakpoint
ALTER TABLE zoek_kandidaat_professional_document ADD COLUMN woorden BLOB;
--> statement-breakpoint
ALTER TABLE zoek_vacature_document ADD COLUMN woorden BLOB;
--> statement-breakpoint
-- All words of an index, which the full-text table itself tells only by reading everything it has.
CREATE TABLE zoek_kandidaat_werkgever_lijst (woord TEXT PRIMARY KEY) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE zoek_kandidaat_professional_lijst (woord TEXT PRIMARY KEY) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE zoek_vacature_lijst (woord TEXT PRIMARY KEY) WITHOUT ROWID;
--> statement-breakpoint
UPDATE zoek_stand SET vorm = 2 WHERE seq = 0;
--> statement-breakpoint
-- Changes wait less when parts of the full-text table are joined while they are small (search/embedded.ts).
INSERT INTO zoek_kandidaat_werkgever (zoek_kandidaat_werkgever, rank) VALUES ('automerge', 0);
--> statement-breakpoint
INSERT INTO zoek_kandidaat_professional (zoek_kandidaat_professional, rank) VALUES ('automerge', 0);
--> statement-breakpoint
INSERT INTO zoek_vacature (zoek_vacature, rank) VALUES ('automerge', 0);

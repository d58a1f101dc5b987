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
-- Starts of words are kept ready for three letters only: two and four are found from those and from the words at little
-- more, and a change writes half as much. Parts of a table are joined while they are small, so that no change waits for a
-- large one (search/embedded.ts). The next start fills the tables again.
DROP TABLE zoek_kandidaat_werkgever_woord;
--> statement-breakpoint
DROP TABLE zoek_kandidaat_werkgever;
--> statement-breakpoint
CREATE VIRTUAL TABLE zoek_kandidaat_werkgever USING fts5(titel, beroep, kan, verhaal, stammen, tokenize = "ascii", detail = column, prefix = '3');
--> statement-breakpoint
CREATE VIRTUAL TABLE zoek_kandidaat_werkgever_woord USING fts5vocab(zoek_kandidaat_werkgever, 'row');
--> statement-breakpoint
INSERT INTO zoek_kandidaat_werkgever (zoek_kandidaat_werkgever, rank) VALUES ('automerge', 0);
--> statement-breakpoint
DROP TABLE zoek_kandidaat_professional_woord;
--> statement-breakpoint
DROP TABLE zoek_kandidaat_professional;
--> statement-breakpoint
CREATE VIRTUAL TABLE zoek_kandidaat_professional USING fts5(titel, beroep, kan, verhaal, stammen, tokenize = "ascii", detail = column, prefix = '3');
--> statement-breakpoint
CREATE VIRTUAL TABLE zoek_kandidaat_professional_woord USING fts5vocab(zoek_kandidaat_professional, 'row');
--> statement-breakpoint
INSERT INTO zoek_kandidaat_professional (zoek_kandidaat_professional, rank) VALUES ('automerge', 0);
--> statement-breakpoint
DROP TABLE zoek_vacature_woord;
--> statement-breakpoint
DROP TABLE zoek_vacature;
--> statement-breakpoint
CREATE VIRTUAL TABLE zoek_vacature USING fts5(titel, beroep, kan, verhaal, stammen, tokenize = "ascii", detail = column, prefix = '3');
--> statement-breakpoint
CREATE VIRTUAL TABLE zoek_vacature_woord USING fts5vocab(zoek_vacature, 'row');
--> statement-breakpoint
INSERT INTO zoek_vacature (zoek_vacature, rank) VALUES ('automerge', 0);
--> statement-breakpoint
UPDATE zoek_stand SET vorm = 2 WHERE seq = 0;

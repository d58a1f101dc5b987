-- The embedded search engine: per index a full-text table, its words, and the documents with a change counter.
CREATE TABLE zoek_stand (seq INTEGER NOT NULL);
--> statement-breakpoint
INSERT INTO zoek_stand (seq) VALUES (0);
--> statement-breakpoint
CREATE VIRTUAL TABLE zoek_kandidaat_werkgever USING fts5(titel, beroep, kan, verhaal, stammen, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
--> statement-breakpoint
CREATE VIRTUAL TABLE zoek_kandidaat_werkgever_woord USING fts5vocab(zoek_kandidaat_werkgever, 'row');
--> statement-breakpoint
CREATE TABLE zoek_kandidaat_werkgever_document (id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, json TEXT);
--> statement-breakpoint
CREATE INDEX zoek_kandidaat_werkgever_seq ON zoek_kandidaat_werkgever_document (seq);
--> statement-breakpoint
CREATE VIRTUAL TABLE zoek_kandidaat_professional USING fts5(titel, beroep, kan, verhaal, stammen, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
--> statement-breakpoint
CREATE VIRTUAL TABLE zoek_kandidaat_professional_woord USING fts5vocab(zoek_kandidaat_professional, 'row');
--> statement-breakpoint
CREATE TABLE zoek_kandidaat_professional_document (id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, json TEXT);
--> statement-breakpoint
CREATE INDEX zoek_kandidaat_professional_seq ON zoek_kandidaat_professional_document (seq);
--> statement-breakpoint
CREATE VIRTUAL TABLE zoek_vacature USING fts5(titel, beroep, kan, verhaal, stammen, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
--> statement-breakpoint
CREATE VIRTUAL TABLE zoek_vacature_woord USING fts5vocab(zoek_vacature, 'row');
--> statement-breakpoint
CREATE TABLE zoek_vacature_document (id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, json TEXT);
--> statement-breakpoint
CREATE INDEX zoek_vacature_seq ON zoek_vacature_document (seq);

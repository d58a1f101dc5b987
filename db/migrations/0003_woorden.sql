-- The full-text tables hold words as our own analysis cuts them, so SQLite only needs to split at spaces; and nobody asks
-- for phrases, so positions are left out: half the size, faster to write. The next start fills them again.
DROP TABLE zoek_kandidaat_werkgever_woord;
--> statement-breakpoint
DROP TABLE zoek_kandidaat_werkgever;
--> statement-breakpoint
CREATE VIRTUAL TABLE zoek_kandidaat_werkgever USING fts5(titel, beroep, kan, verhaal, stammen, tokenize = "ascii", detail = column, prefix = '2 3 4');
--> statement-breakpoint
CREATE VIRTUAL TABLE zoek_kandidaat_werkgever_woord USING fts5vocab(zoek_kandidaat_werkgever, 'row');
--> statement-breakpoint
DROP TABLE zoek_kandidaat_professional_woord;
--> statement-breakpoint
DROP TABLE zoek_kandidaat_professional;
--> statement-breakpoint
CREATE VIRTUAL TABLE zoek_kandidaat_professional USING fts5(titel, beroep, kan, verhaal, stammen, tokenize = "ascii", detail = column, prefix = '2 3 4');
--> statement-breakpoint
CREATE VIRTUAL TABLE zoek_kandidaat_professional_woord USING fts5vocab(zoek_kandidaat_professional, 'row');
--> statement-breakpoint
DROP TABLE zoek_vacature_woord;
--> statement-breakpoint
DROP TABLE zoek_vacature;
--> statement-breakpoint
CREATE VIRTUAL TABLE zoek_vacature USING fts5(titel, beroep, kan, verhaal, stammen, tokenize = "ascii", detail = column, prefix = '2 3 4');
--> statement-breakpoint
CREATE VIRTUAL TABLE zoek_vacature_woord USING fts5vocab(zoek_vacature, 'row');
--> statement-breakpoint
-- Which form of the analysis the index was made with; another one means that it is made anew at the next start.
ALTER TABLE zoek_stand ADD COLUMN vorm INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
UPDATE zoek_stand SET vorm = 1 WHERE seq = 0;

CREATE TABLE `contact` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`werkgever_id` integer NOT NULL,
	`naam` text NOT NULL,
	`functie` text DEFAULT '' NOT NULL,
	`email` text,
	`telefoon` text,
	FOREIGN KEY (`werkgever_id`) REFERENCES `werkgever`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `contact_werkgever` ON `contact` (`werkgever_id`);--> statement-breakpoint
CREATE TABLE `gebeurtenis` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`soort` text NOT NULL,
	`object_id` integer NOT NULL,
	`op` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`door_id` integer,
	`verb` text NOT NULL,
	`van` text,
	`naar` text,
	`reden` text,
	`toelichting` text,
	`getoond` text
);
--> statement-breakpoint
CREATE INDEX `gebeurtenis_object` ON `gebeurtenis` (`soort`,`object_id`);--> statement-breakpoint
CREATE INDEX `gebeurtenis_op` ON `gebeurtenis` (`op`);--> statement-breakpoint
CREATE TABLE `gebruiker` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`email` text NOT NULL,
	`naam` text NOT NULL,
	`rol` text NOT NULL,
	`wachtwoord_hash` text NOT NULL,
	`telefoon` text,
	`werkgever_id` integer,
	`partner_id` integer,
	`sectoren` text DEFAULT '[]' NOT NULL,
	`actief` integer DEFAULT true NOT NULL,
	`vervanger_id` integer,
	`afwezig_tot` text,
	`aangemaakt_op` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `gebruiker_email_unique` ON `gebruiker` (`email`);--> statement-breakpoint
CREATE INDEX `gebruiker_werkgever` ON `gebruiker` (`werkgever_id`);--> statement-breakpoint
CREATE INDEX `gebruiker_vervanger` ON `gebruiker` (`vervanger_id`);--> statement-breakpoint
CREATE TABLE `kandidaat` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ref` text NOT NULL,
	`voornaam` text NOT NULL,
	`kop` text DEFAULT '' NOT NULL,
	`presentatie` text DEFAULT '' NOT NULL,
	`wensberoepen` text DEFAULT '[]' NOT NULL,
	`ervaring` text DEFAULT '[]' NOT NULL,
	`vaardigheden` text DEFAULT '[]' NOT NULL,
	`certificaten` text,
	`rijbewijzen` text,
	`talen` text,
	`denkniveau` text,
	`sectoren` text DEFAULT '[]' NOT NULL,
	`uren_min` real NOT NULL,
	`uren_max` real NOT NULL,
	`dagdelen` text,
	`beschikbaar_vanaf` text,
	`plaats` text NOT NULL,
	`lat` real,
	`lng` real,
	`reisafstand_km` real,
	`vervoer` text,
	`nodig` text DEFAULT '[]' NOT NULL,
	`begeleiding` text,
	`werkvormen` text DEFAULT '[]' NOT NULL,
	`status` text DEFAULT 'concept' NOT NULL,
	`arbeidsfit` integer DEFAULT false NOT NULL,
	`arbeidsfit_sinds` text,
	`arbeidsfit_door` text,
	`bevestigd_op` text NOT NULL,
	`gepubliceerd_op` text,
	`partner_id` integer,
	`werkmakelaar_id` integer,
	`portret` text,
	`laatst_voorgesteld_op` text,
	`aangemaakt_op` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`gewijzigd_op` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`werkmakelaar_id`) REFERENCES `gebruiker`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `kandidaat_ref_unique` ON `kandidaat` (`ref`);--> statement-breakpoint
CREATE INDEX `kandidaat_status` ON `kandidaat` (`status`,`arbeidsfit`);--> statement-breakpoint
CREATE INDEX `kandidaat_werkmakelaar` ON `kandidaat` (`werkmakelaar_id`);--> statement-breakpoint
CREATE INDEX `kandidaat_partner` ON `kandidaat` (`partner_id`);--> statement-breakpoint
CREATE TABLE `kandidaat_intern` (
	`kandidaat_id` integer PRIMARY KEY NOT NULL,
	`profiel` integer,
	`loonwaarde` integer,
	`doelgroepregister` integer,
	`notitie` text,
	FOREIGN KEY (`kandidaat_id`) REFERENCES `kandidaat`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `limiet` (
	`key` text PRIMARY KEY NOT NULL,
	`points` integer DEFAULT 0 NOT NULL,
	`expire` integer
);
--> statement-breakpoint
CREATE TABLE `match` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kandidaat_id` integer NOT NULL,
	`werkgever_id` integer NOT NULL,
	`vacature_id` integer,
	`herkomst` text NOT NULL,
	`status` text DEFAULT 'voorgesteld' NOT NULL,
	`score` real,
	`uitleg` text,
	`later_op` text,
	`bericht` text,
	`aangemaakt_op` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`gewijzigd_op` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`kandidaat_id`) REFERENCES `kandidaat`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`werkgever_id`) REFERENCES `werkgever`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`vacature_id`) REFERENCES `vacature`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `match_paar` ON `match` (`kandidaat_id`,`vacature_id`) WHERE vacature_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `match_vacature` ON `match` (`vacature_id`,`status`);--> statement-breakpoint
CREATE INDEX `match_werkgever` ON `match` (`werkgever_id`,`status`);--> statement-breakpoint
CREATE INDEX `match_status` ON `match` (`status`,`score`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`soort` text NOT NULL,
	`object_id` integer NOT NULL,
	`aangemaakt_op` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`pogingen` integer DEFAULT 0 NOT NULL,
	`niet_voor` text DEFAULT '' NOT NULL,
	`fout` text
);
--> statement-breakpoint
CREATE INDEX `outbox_beurt` ON `outbox` (`soort`,`niet_voor`,`id`);--> statement-breakpoint
CREATE TABLE `partner` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`naam` text NOT NULL,
	`maanddoel` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `partner_naam_unique` ON `partner` (`naam`);--> statement-breakpoint
CREATE TABLE `plaats` (
	`sleutel` text PRIMARY KEY NOT NULL,
	`naam` text NOT NULL,
	`lat` real NOT NULL,
	`lng` real NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sessie` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`aangemaakt_op` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `gebruiker`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessie_gebruiker` ON `sessie` (`user_id`);--> statement-breakpoint
CREATE TABLE `toestemming` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kandidaat_id` integer NOT NULL,
	`item` text NOT NULL,
	`gegeven_op` text NOT NULL,
	`ingetrokken_op` text,
	`kanaal` text NOT NULL,
	`tekstversie` text NOT NULL,
	`vastgelegd_door` integer,
	FOREIGN KEY (`kandidaat_id`) REFERENCES `kandidaat`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`vastgelegd_door`) REFERENCES `gebruiker`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `toestemming_in_kracht` ON `toestemming` (`kandidaat_id`,`item`) WHERE ingetrokken_op IS NULL;--> statement-breakpoint
CREATE TABLE `vacature` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ref` text,
	`bron` text DEFAULT 'portaal' NOT NULL,
	`werkgever_id` integer NOT NULL,
	`titel` text DEFAULT '' NOT NULL,
	`beroep` text,
	`omschrijving` text DEFAULT '' NOT NULL,
	`taken` text DEFAULT '[]' NOT NULL,
	`vaardigheden_vereist` text DEFAULT '[]' NOT NULL,
	`vaardigheden_gewenst` text DEFAULT '[]' NOT NULL,
	`certificaten_vereist` text DEFAULT '[]' NOT NULL,
	`certificaten_gewenst` text DEFAULT '[]' NOT NULL,
	`rijbewijzen` text DEFAULT '[]' NOT NULL,
	`talen` text DEFAULT '[]' NOT NULL,
	`denkniveau` text,
	`sector` text,
	`uren_min` real DEFAULT 0 NOT NULL,
	`uren_max` real DEFAULT 0 NOT NULL,
	`dagdelen` text,
	`plaats` text DEFAULT '' NOT NULL,
	`lat` real,
	`lng` real,
	`startdatum` text,
	`sluitingsdatum` text,
	`plekken` integer DEFAULT 1 NOT NULL,
	`werkvorm` text DEFAULT 'betaald werk' NOT NULL,
	`biedt` text DEFAULT '[]' NOT NULL,
	`status` text DEFAULT 'concept' NOT NULL,
	`stap` integer DEFAULT 1 NOT NULL,
	`afloop` text,
	`aangemaakt_op` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`gewijzigd_op` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`werkgever_id`) REFERENCES `werkgever`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `vacature_ref_unique` ON `vacature` (`ref`);--> statement-breakpoint
CREATE INDEX `vacature_werkgever` ON `vacature` (`werkgever_id`);--> statement-breakpoint
CREATE INDEX `vacature_status` ON `vacature` (`status`);--> statement-breakpoint
CREATE TABLE `verborgen_voor` (
	`kandidaat_id` integer NOT NULL,
	`werkgever_id` integer NOT NULL,
	PRIMARY KEY(`kandidaat_id`, `werkgever_id`),
	FOREIGN KEY (`kandidaat_id`) REFERENCES `kandidaat`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`werkgever_id`) REFERENCES `werkgever`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `vestiging` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`werkgever_id` integer NOT NULL,
	`plaats` text NOT NULL,
	`lat` real,
	`lng` real,
	FOREIGN KEY (`werkgever_id`) REFERENCES `werkgever`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `vestiging_plek` ON `vestiging` (`werkgever_id`,`plaats`);--> statement-breakpoint
CREATE TABLE `werkgever` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`naam` text NOT NULL,
	`kvk` text,
	`status` text DEFAULT 'aangemeld' NOT NULL,
	`sectoren` text DEFAULT '[]' NOT NULL,
	`omschrijving` text DEFAULT '' NOT NULL,
	`accountmanager_id` integer,
	`aangemaakt_op` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`accountmanager_id`) REFERENCES `gebruiker`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `werkgever_kvk` ON `werkgever` (`kvk`);--> statement-breakpoint
CREATE INDEX `werkgever_status` ON `werkgever` (`status`);
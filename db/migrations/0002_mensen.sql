CREATE TABLE `afspraak` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`match_id` integer NOT NULL,
	`uid` text NOT NULL,
	`volgnummer` integer DEFAULT 0 NOT NULL,
	`begin` text NOT NULL,
	`duur_minuten` integer NOT NULL,
	`plaats` text NOT NULL,
	`aanwezig` text DEFAULT '[]' NOT NULL,
	`toelichting` text DEFAULT '' NOT NULL,
	`afgezegd_op` text,
	`uitkomst` text,
	`door_id` integer,
	`aangemaakt_op` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`match_id`) REFERENCES `match`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`door_id`) REFERENCES `gebruiker`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `afspraak_uid_unique` ON `afspraak` (`uid`);--> statement-breakpoint
CREATE INDEX `afspraak_match` ON `afspraak` (`match_id`);--> statement-breakpoint
CREATE INDEX `afspraak_begin` ON `afspraak` (`begin`);--> statement-breakpoint
CREATE TABLE `eenmalige_link` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`gebruiker_id` integer NOT NULL,
	`soort` text NOT NULL,
	`token_hash` text NOT NULL,
	`verloopt_op` text NOT NULL,
	`gebruikt_op` text,
	FOREIGN KEY (`gebruiker_id`) REFERENCES `gebruiker`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `eenmalige_link_token_hash_unique` ON `eenmalige_link` (`token_hash`);--> statement-breakpoint
CREATE INDEX `eenmalige_link_gebruiker` ON `eenmalige_link` (`gebruiker_id`);--> statement-breakpoint
CREATE TABLE `esco_beroep` (
	`uri` text PRIMARY KEY NOT NULL,
	`naam` text NOT NULL,
	`isco` text NOT NULL,
	`synoniemen` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `esco_relatie` (
	`beroep` text NOT NULL,
	`vaardigheid` text NOT NULL,
	`essentieel` integer NOT NULL,
	PRIMARY KEY(`beroep`, `vaardigheid`),
	FOREIGN KEY (`beroep`) REFERENCES `esco_beroep`(`uri`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`vaardigheid`) REFERENCES `esco_vaardigheid`(`uri`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `esco_vaardigheid` (
	`uri` text PRIMARY KEY NOT NULL,
	`naam` text NOT NULL,
	`synoniemen` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `favoriet` (
	`werkgever_id` integer NOT NULL,
	`kandidaat_id` integer NOT NULL,
	`notitie` text DEFAULT '' NOT NULL,
	`door_id` integer,
	`op` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	PRIMARY KEY(`werkgever_id`, `kandidaat_id`),
	FOREIGN KEY (`werkgever_id`) REFERENCES `werkgever`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`kandidaat_id`) REFERENCES `kandidaat`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`door_id`) REFERENCES `gebruiker`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `mail` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`sleutel` text NOT NULL,
	`soort` text NOT NULL,
	`aan` text NOT NULL,
	`onderwerp` text NOT NULL,
	`tekst` text NOT NULL,
	`html` text NOT NULL,
	`agenda` text,
	`afmelden` text,
	`aangemaakt_op` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`verzonden_op` text,
	`pogingen` integer DEFAULT 0 NOT NULL,
	`niet_voor` text DEFAULT '' NOT NULL,
	`fout` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mail_sleutel_unique` ON `mail` (`sleutel`);--> statement-breakpoint
CREATE INDEX `mail_beurt` ON `mail` (`verzonden_op`,`niet_voor`,`id`);--> statement-breakpoint
CREATE TABLE `media` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kandidaat_id` integer NOT NULL,
	`soort` text NOT NULL,
	`bestand` text NOT NULL,
	`mime` text NOT NULL,
	`bytes` integer NOT NULL,
	`breedte` integer,
	`hoogte` integer,
	`focus_x` real DEFAULT 0.5 NOT NULL,
	`focus_y` real DEFAULT 0.4 NOT NULL,
	`ondertiteling` text,
	`poster` text,
	`transcript` text,
	`door_id` integer,
	`aangemaakt_op` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`kandidaat_id`) REFERENCES `kandidaat`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`door_id`) REFERENCES `gebruiker`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `media_bestand_unique` ON `media` (`bestand`);--> statement-breakpoint
CREATE UNIQUE INDEX `media_een_per_soort` ON `media` (`kandidaat_id`,`soort`);--> statement-breakpoint
CREATE TABLE `persoonlijke_link` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kandidaat_id` integer NOT NULL,
	`token_hash` text NOT NULL,
	`verloopt_op` text NOT NULL,
	`ingetrokken_op` text,
	`laatst_gebruikt_op` text,
	`door_id` integer,
	`aangemaakt_op` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`kandidaat_id`) REFERENCES `kandidaat`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`door_id`) REFERENCES `gebruiker`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `persoonlijke_link_token_hash_unique` ON `persoonlijke_link` (`token_hash`);--> statement-breakpoint
CREATE INDEX `persoonlijke_link_kandidaat` ON `persoonlijke_link` (`kandidaat_id`);--> statement-breakpoint
CREATE TABLE `weergave` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kandidaat_id` integer NOT NULL,
	`werkgever_id` integer NOT NULL,
	`gebruiker_id` integer,
	`dag` text NOT NULL,
	`op` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`kandidaat_id`) REFERENCES `kandidaat`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`werkgever_id`) REFERENCES `werkgever`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`gebruiker_id`) REFERENCES `gebruiker`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `weergave_budget` ON `weergave` (`werkgever_id`,`dag`);--> statement-breakpoint
CREATE INDEX `weergave_kandidaat` ON `weergave` (`kandidaat_id`);--> statement-breakpoint
CREATE TABLE `zoek_geparkeerd` (
	`index_naam` text NOT NULL,
	`document_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`fout` text NOT NULL,
	`op` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	PRIMARY KEY(`index_naam`, `document_id`)
);
--> statement-breakpoint
CREATE TABLE `zoek_server` (
	`index_naam` text PRIMARY KEY NOT NULL,
	`seq` integer DEFAULT 0 NOT NULL,
	`instellingen` text DEFAULT '' NOT NULL,
	`bijgewerkt_op` text
);
--> statement-breakpoint
CREATE TABLE `zoekopdracht` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`gebruiker_id` integer NOT NULL,
	`naam` text NOT NULL,
	`zoekvraag` text NOT NULL,
	`melden` integer DEFAULT true NOT NULL,
	`gemeld_tot` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`aangemaakt_op` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`gebruiker_id`) REFERENCES `gebruiker`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `zoekopdracht_eens` ON `zoekopdracht` (`gebruiker_id`,`zoekvraag`);--> statement-breakpoint
ALTER TABLE `gebruiker` ADD `email_bevestigd_op` text;--> statement-breakpoint
ALTER TABLE `kandidaat` ADD `bevestiging_gevraagd_op` text;--> statement-breakpoint
ALTER TABLE `kandidaat` ADD `presentatievorm` text DEFAULT 'foto' NOT NULL;--> statement-breakpoint
ALTER TABLE `kandidaat_intern` ADD `email` text;--> statement-breakpoint
ALTER TABLE `kandidaat_intern` ADD `telefoon` text;--> statement-breakpoint
ALTER TABLE `match` ADD `instrumenten` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `match` ADD `veranderd` text DEFAULT '[]' NOT NULL;
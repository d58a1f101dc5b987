ALTER TABLE `media` ADD `nagekeken_op` text;--> statement-breakpoint
ALTER TABLE `media` ADD `nagekeken_door_id` integer REFERENCES `gebruiker`(`id`) ON UPDATE no action ON DELETE set null;--> statement-breakpoint
-- What employers see today stays: a profile in the window, or paused and back at one click, keeps its photo and film.
UPDATE `media` SET `nagekeken_op` = `aangemaakt_op` WHERE `kandidaat_id` IN (SELECT `id` FROM `kandidaat` WHERE `status` IN ('gepubliceerd', 'gepauzeerd'));

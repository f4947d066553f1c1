ALTER TABLE "options" ADD COLUMN "kept_title" text;--> statement-breakpoint
UPDATE "options" o SET "kept_title" = o.title, "title" = 'An issue that is no longer shown' FROM issues i
	WHERE i.id = o.issue_id AND (i.hidden_at IS NOT NULL OR i.withdrawn_at IS NOT NULL);

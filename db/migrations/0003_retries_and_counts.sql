ALTER TABLE "projects" ADD COLUMN "request_digest" "bytea";--> statement-breakpoint
ALTER TABLE "steps" ADD COLUMN "request_digest" "bytea";--> statement-breakpoint
ALTER TABLE "tables" ADD COLUMN "request_digest" "bytea";--> statement-breakpoint
ALTER TABLE "workshops" ADD COLUMN "request_digest" "bytea";--> statement-breakpoint
CREATE INDEX "issues_written" ON "issues" USING btree ("workshop_id") WHERE "issues"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "seats_participants" ON "seats" USING btree ("workshop_id") WHERE "seats"."role" = 'PARTICIPANT' and "seats"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "seats_table_id_index" ON "seats" USING btree ("table_id") WHERE "seats"."removed_at" is null;
DROP INDEX "issues_written";--> statement-breakpoint
DROP INDEX "seats_participants";--> statement-breakpoint
CREATE INDEX "issues_on_the_wall" ON "issues" USING btree ("workshop_id") WHERE "issues"."merged_into_id" is null and "issues"."withdrawn_at" is null and "issues"."hidden_at" is null;--> statement-breakpoint
CREATE INDEX "seats_joined_participants" ON "seats" USING btree ("workshop_id") WHERE "seats"."role" = 'PARTICIPANT' and "seats"."removed_at" is null and "seats"."joined_at" is not null;
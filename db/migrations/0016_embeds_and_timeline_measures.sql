ALTER TABLE "brief_updates" ADD COLUMN "measure_id" uuid;--> statement-breakpoint
ALTER TABLE "workshops" ADD COLUMN "embed_origins" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "brief_updates" ADD CONSTRAINT "brief_updates_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE set null ON UPDATE no action;
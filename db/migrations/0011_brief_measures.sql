ALTER TYPE "public"."brief_update_kind" ADD VALUE 'MEASURE_JOINED' BEFORE 'WATCH_FOR_ADDED';--> statement-breakpoint
ALTER TYPE "public"."brief_update_kind" ADD VALUE 'MEASURE_LEFT' BEFORE 'WATCH_FOR_ADDED';--> statement-breakpoint
CREATE TABLE "brief_measures" (
	"brief_id" uuid NOT NULL,
	"measure_id" uuid NOT NULL,
	"team_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "brief_measures_brief_id_measure_id_pk" PRIMARY KEY("brief_id","measure_id")
);
--> statement-breakpoint
ALTER TABLE "measures" ADD COLUMN "critique_id" uuid;--> statement-breakpoint
ALTER TABLE "measures" ADD COLUMN "titled_by_critique" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "brief_measures" ADD CONSTRAINT "brief_measures_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_measures" ADD CONSTRAINT "brief_measures_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_teams" ADD CONSTRAINT "test_teams_id_brief" UNIQUE("id","brief_id");--> statement-breakpoint
ALTER TABLE "brief_measures" ADD CONSTRAINT "brief_measures_team_same_brief" FOREIGN KEY ("team_id","brief_id") REFERENCES "public"."test_teams"("id","brief_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "brief_measures_measure_id_index" ON "brief_measures" USING btree ("measure_id");--> statement-breakpoint
CREATE INDEX "brief_measures_team_id_index" ON "brief_measures" USING btree ("team_id");--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_critique_id_critiques_id_fk" FOREIGN KEY ("critique_id") REFERENCES "public"."critiques"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_critiqueId_unique" UNIQUE("critique_id");
CREATE TYPE "public"."brief_update_kind" AS ENUM('NOTE', 'STATUS_CHANGED', 'PUBLISHED', 'UNPUBLISHED', 'STATEMENT_JOINED', 'STATEMENT_LEFT', 'IDEA_JOINED', 'IDEA_LEFT', 'WATCH_FOR_ADDED', 'TEAM_ADDED', 'CYCLE_PLANNED', 'CYCLE_MOVED', 'CYCLE_FINISHED');--> statement-breakpoint
CREATE TYPE "public"."brief_status" AS ENUM('PROPOSED', 'ACTIVE', 'TESTING', 'ADOPTED', 'PARKED', 'STOPPED');--> statement-breakpoint
CREATE TYPE "public"."cycle_decision" AS ENUM('ADOPT', 'ADAPT', 'ABANDON');--> statement-breakpoint
CREATE TYPE "public"."cycle_state" AS ENUM('PLAN', 'DO', 'STUDY', 'ACT', 'DONE');--> statement-breakpoint
CREATE TABLE "brief_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brief_id" uuid NOT NULL,
	"text" text NOT NULL,
	"author_id" uuid,
	"author_seat_id" uuid,
	"withdrawn_at" timestamp with time zone,
	"request_digest" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "brief_updates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brief_id" uuid NOT NULL,
	"kind" "brief_update_kind" NOT NULL,
	"happened_on" date NOT NULL,
	"text" text,
	"status_from" "brief_status",
	"status_to" "brief_status",
	"cycle_id" uuid,
	"person_id" uuid,
	"request_digest" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "brief_contributors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brief_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"seat_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "brief_contributors_briefId_personId_unique" UNIQUE("brief_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "brief_ideas" (
	"brief_id" uuid NOT NULL,
	"idea_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "brief_ideas_brief_id_idea_id_pk" PRIMARY KEY("brief_id","idea_id")
);
--> statement-breakpoint
CREATE TABLE "brief_statements" (
	"brief_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "brief_statements_brief_id_statement_id_pk" PRIMARY KEY("brief_id","statement_id")
);
--> statement-breakpoint
CREATE TABLE "brief_watch_fors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brief_id" uuid NOT NULL,
	"critique_id" uuid NOT NULL,
	"text" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "brief_watch_fors_critiqueId_unique" UNIQUE("critique_id")
);
--> statement-breakpoint
CREATE TABLE "briefs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"title" text NOT NULL,
	"aim_how_much" text,
	"aim_by_when" text,
	"aim_for_whom" text,
	"why" text,
	"owner_id" uuid,
	"owner_name" text,
	"status" "brief_status" DEFAULT 'PROPOSED' NOT NULL,
	"target_date" date,
	"published_at" timestamp with time zone,
	"request_digest" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drivers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brief_id" uuid NOT NULL,
	"parent_id" uuid,
	"text" text NOT NULL,
	"position" integer NOT NULL,
	"request_digest" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "drivers_id_brief" UNIQUE("id","brief_id"),
	CONSTRAINT "drivers_not_below_itself" CHECK ("drivers"."parent_id" is distinct from "drivers"."id")
);
--> statement-breakpoint
CREATE TABLE "cycle_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cycle_id" uuid NOT NULL,
	"from" "cycle_state" NOT NULL,
	"to" "cycle_state" NOT NULL,
	"decision" "cycle_decision",
	"reason" text,
	"changed_by" uuid,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "test_cycles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid NOT NULL,
	"previous_id" uuid,
	"state" "cycle_state" DEFAULT 'PLAN' NOT NULL,
	"question" text,
	"prediction" text,
	"scale" text,
	"setting" text,
	"data_plan" text,
	"data_over_time" boolean DEFAULT false NOT NULL,
	"happened" text,
	"comparison" text,
	"decision" "cycle_decision",
	"decision_reason" text,
	"request_digest" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "test_cycles_previousId_unique" UNIQUE("previous_id"),
	CONSTRAINT "test_cycles_done_with_a_decision" CHECK (("test_cycles"."state" = 'DONE') = ("test_cycles"."decision" is not null)),
	CONSTRAINT "test_cycles_begun_with_a_prediction" CHECK ("test_cycles"."state" = 'PLAN' or "test_cycles"."prediction" is not null)
);
--> statement-breakpoint
CREATE TABLE "test_teams" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brief_id" uuid NOT NULL,
	"organisation" text NOT NULL,
	"context" text,
	"people" text,
	"request_digest" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "brief_comments" ADD CONSTRAINT "brief_comments_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_comments" ADD CONSTRAINT "brief_comments_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_comments" ADD CONSTRAINT "brief_comments_author_seat_id_seats_id_fk" FOREIGN KEY ("author_seat_id") REFERENCES "public"."seats"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_updates" ADD CONSTRAINT "brief_updates_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_updates" ADD CONSTRAINT "brief_updates_cycle_id_test_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."test_cycles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_updates" ADD CONSTRAINT "brief_updates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_contributors" ADD CONSTRAINT "brief_contributors_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_contributors" ADD CONSTRAINT "brief_contributors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_contributors" ADD CONSTRAINT "brief_contributors_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_ideas" ADD CONSTRAINT "brief_ideas_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_ideas" ADD CONSTRAINT "brief_ideas_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_statements" ADD CONSTRAINT "brief_statements_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_statements" ADD CONSTRAINT "brief_statements_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_watch_fors" ADD CONSTRAINT "brief_watch_fors_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_watch_fors" ADD CONSTRAINT "brief_watch_fors_critique_id_critiques_id_fk" FOREIGN KEY ("critique_id") REFERENCES "public"."critiques"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefs" ADD CONSTRAINT "briefs_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefs" ADD CONSTRAINT "briefs_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drivers" ADD CONSTRAINT "drivers_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drivers" ADD CONSTRAINT "drivers_parent_same_brief" FOREIGN KEY ("parent_id","brief_id") REFERENCES "public"."drivers"("id","brief_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_changes" ADD CONSTRAINT "cycle_changes_cycle_id_test_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."test_cycles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_changes" ADD CONSTRAINT "cycle_changes_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_cycles" ADD CONSTRAINT "test_cycles_team_id_test_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."test_teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_cycles" ADD CONSTRAINT "test_cycles_previous_id_test_cycles_id_fk" FOREIGN KEY ("previous_id") REFERENCES "public"."test_cycles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_teams" ADD CONSTRAINT "test_teams_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "brief_comments_brief_id_id_index" ON "brief_comments" USING btree ("brief_id","id");--> statement-breakpoint
CREATE INDEX "brief_updates_brief_id_happened_on_id_index" ON "brief_updates" USING btree ("brief_id","happened_on","id");--> statement-breakpoint
CREATE INDEX "brief_contributors_person_id_index" ON "brief_contributors" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "brief_ideas_idea_id_index" ON "brief_ideas" USING btree ("idea_id");--> statement-breakpoint
CREATE INDEX "brief_statements_statement_id_index" ON "brief_statements" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "brief_watch_fors_brief_id_index" ON "brief_watch_fors" USING btree ("brief_id");--> statement-breakpoint
CREATE INDEX "briefs_project_id_id_index" ON "briefs" USING btree ("project_id","id");--> statement-breakpoint
CREATE INDEX "drivers_brief_id_index" ON "drivers" USING btree ("brief_id");--> statement-breakpoint
CREATE INDEX "cycle_changes_cycle_id_id_index" ON "cycle_changes" USING btree ("cycle_id","id");--> statement-breakpoint
CREATE INDEX "test_cycles_team_id_id_index" ON "test_cycles" USING btree ("team_id","id");--> statement-breakpoint
CREATE INDEX "test_teams_brief_id_id_index" ON "test_teams" USING btree ("brief_id","id");
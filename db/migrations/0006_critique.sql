CREATE TYPE "public"."critique_kind" AS ENUM('UNINTENDED_CONSEQUENCE', 'COULD_WORK_WELL', 'QUESTION', 'BUILD');--> statement-breakpoint
CREATE TYPE "public"."digest" AS ENUM('OFF', 'DAILY', 'WEEKLY');--> statement-breakpoint
CREATE TYPE "public"."wall_view" AS ENUM('BOARD', 'OUTLINE');--> statement-breakpoint
CREATE TYPE "public"."logged_act" AS ENUM('ISSUE_HIDDEN', 'ISSUE_SHOWN', 'ISSUES_MERGED', 'ISSUE_UNMERGED', 'IDEA_HIDDEN', 'IDEA_SHOWN', 'IDEAS_MERGED', 'IDEA_UNMERGED', 'CRITIQUE_HIDDEN', 'CRITIQUE_SHOWN', 'CRITIQUE_RESOLVED', 'CRITIQUE_REOPENED', 'NAME_HIDDEN', 'NAME_SHOWN', 'REPORTED', 'REPORT_SETTLED', 'SETTINGS_CHANGED');--> statement-breakpoint
CREATE TYPE "public"."names_shown" AS ENUM('NAMES', 'TABLES');--> statement-breakpoint
CREATE TABLE "critiques" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workshop_id" uuid NOT NULL,
	"idea_id" uuid NOT NULL,
	"parent_id" uuid,
	"kind" "critique_kind",
	"text" text NOT NULL,
	"pin_x" smallint,
	"pin_y" smallint,
	"table_id" uuid,
	"author_seat_id" uuid,
	"edited_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"hidden_at" timestamp with time zone,
	"hidden_reason" text,
	"name_hidden_at" timestamp with time zone,
	"resolved_at" timestamp with time zone,
	"resolved_by_seat_id" uuid,
	"resolved_by_name" text,
	"resolved_note" text,
	"request_digest" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "critiques_id_idea" UNIQUE("id","idea_id"),
	CONSTRAINT "critiques_kind_begins_a_thread" CHECK (("critiques"."kind" is null) = ("critiques"."parent_id" is not null)),
	CONSTRAINT "critiques_pin_on_the_card" CHECK (("critiques"."pin_x" is null) = ("critiques"."pin_y" is null) and ("critiques"."pin_x" is null or ("critiques"."pin_x" between 0 and 1000 and "critiques"."pin_y" between 0 and 1000 and "critiques"."parent_id" is null)))
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workshop_id" uuid NOT NULL,
	"idea_id" uuid,
	"critique_id" uuid,
	"seat_id" uuid,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by_seat_id" uuid,
	CONSTRAINT "reports_of_one_thing" CHECK (num_nonnulls("reports"."idea_id", "reports"."critique_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "idea_supports" (
	"idea_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idea_supports_idea_id_seat_id_pk" PRIMARY KEY("idea_id","seat_id")
);
--> statement-breakpoint
CREATE TABLE "wordings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"statement_id" uuid NOT NULL,
	"title" text NOT NULL,
	"author_seat_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workshop_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workshop_id" uuid NOT NULL,
	"act" "logged_act" NOT NULL,
	"subject_id" uuid,
	"person_id" uuid,
	"actor_name" text NOT NULL,
	"reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ideas" DROP CONSTRAINT "ideas_statement_id_statements_id_fk";
--> statement-breakpoint
DROP INDEX "ideas_workshop_id_index";--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "place_x" integer;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "place_y" integer;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "digest" "digest" DEFAULT 'DAILY' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "digest_sent_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "wall_view" "wall_view";--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "merged_by_seat_id" uuid;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "merged_by_name" text;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "merged_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "hidden_reason" text;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "place_x" integer;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "place_y" integer;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "request_digest" "bytea";--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "updated_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "reasons" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reasons" ADD COLUMN "request_digest" "bytea";--> statement-breakpoint
ALTER TABLE "reasons" ADD COLUMN "updated_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "similar_statements" ADD COLUMN "created_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "author_seat_id" uuid;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "request_digest" "bytea";--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "updated_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "workshops" ADD COLUMN "names_shown" "names_shown" DEFAULT 'NAMES' NOT NULL;--> statement-breakpoint
ALTER TABLE "workshops" ADD COLUMN "anyone_arranges" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "critiques" ADD CONSTRAINT "critiques_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "critiques" ADD CONSTRAINT "critiques_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "critiques" ADD CONSTRAINT "critiques_table_id_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."tables"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "critiques" ADD CONSTRAINT "critiques_author_seat_id_seats_id_fk" FOREIGN KEY ("author_seat_id") REFERENCES "public"."seats"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "critiques" ADD CONSTRAINT "critiques_resolved_by_seat_id_seats_id_fk" FOREIGN KEY ("resolved_by_seat_id") REFERENCES "public"."seats"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "critiques" ADD CONSTRAINT "critiques_parent_same_idea" FOREIGN KEY ("parent_id","idea_id") REFERENCES "public"."critiques"("id","idea_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_critique_id_critiques_id_fk" FOREIGN KEY ("critique_id") REFERENCES "public"."critiques"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_settled_by_seat_id_seats_id_fk" FOREIGN KEY ("settled_by_seat_id") REFERENCES "public"."seats"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_supports" ADD CONSTRAINT "idea_supports_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_supports" ADD CONSTRAINT "idea_supports_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wordings" ADD CONSTRAINT "wordings_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wordings" ADD CONSTRAINT "wordings_author_seat_id_seats_id_fk" FOREIGN KEY ("author_seat_id") REFERENCES "public"."seats"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_log" ADD CONSTRAINT "workshop_log_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_log" ADD CONSTRAINT "workshop_log_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "critiques_idea_id_id_index" ON "critiques" USING btree ("idea_id","id");--> statement-breakpoint
CREATE INDEX "critiques_workshop_id_updated_at_index" ON "critiques" USING btree ("workshop_id","updated_at");--> statement-breakpoint
CREATE INDEX "critiques_parent_id_index" ON "critiques" USING btree ("parent_id") WHERE "critiques"."parent_id" is not null;--> statement-breakpoint
CREATE INDEX "critiques_author_seat_id_index" ON "critiques" USING btree ("author_seat_id");--> statement-breakpoint
CREATE INDEX "reports_workshop_id_id_index" ON "reports" USING btree ("workshop_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_one_open_per_idea" ON "reports" USING btree ("idea_id","seat_id") WHERE "reports"."settled_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "reports_one_open_per_critique" ON "reports" USING btree ("critique_id","seat_id") WHERE "reports"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "idea_supports_seat_id_index" ON "idea_supports" USING btree ("seat_id");--> statement-breakpoint
CREATE INDEX "wordings_statement_id_created_at_index" ON "wordings" USING btree ("statement_id","created_at");--> statement-breakpoint
CREATE INDEX "workshop_log_workshop_id_id_index" ON "workshop_log" USING btree ("workshop_id","id");--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_merged_by_seat_id_seats_id_fk" FOREIGN KEY ("merged_by_seat_id") REFERENCES "public"."seats"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_merged_into_id_ideas_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."ideas"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_author_seat_id_seats_id_fk" FOREIGN KEY ("author_seat_id") REFERENCES "public"."seats"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ideas_workshop_id_id_index" ON "ideas" USING btree ("workshop_id","id");--> statement-breakpoint
CREATE INDEX "ideas_merged_into_id_index" ON "ideas" USING btree ("merged_into_id") WHERE "ideas"."merged_into_id" is not null;--> statement-breakpoint
CREATE INDEX "similar_statements_similar_id_index" ON "similar_statements" USING btree ("similar_id");--> statement-breakpoint
-- Statements of before have had one wording.
INSERT INTO "wordings" ("id", "statement_id", "title", "created_at") SELECT gen_random_uuid(), "id", "title", "created_at" FROM "statements";

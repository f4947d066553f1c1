CREATE TYPE "public"."ballot_import_kind" AS ENUM('BALLOTS', 'TALLY');--> statement-breakpoint
CREATE TYPE "public"."channel" AS ENUM('OWN_DEVICE', 'TABLE_DEVICE', 'PAPER', 'IMPORTED');--> statement-breakpoint
CREATE TYPE "public"."issue_state" AS ENUM('RAISED', 'PUT_FORWARD', 'NOT_CHOSEN');--> statement-breakpoint
CREATE TYPE "public"."platform_role" AS ENUM('ADMIN', 'STAFF');--> statement-breakpoint
CREATE TYPE "public"."horizon" AS ENUM('FOUR_WEEKS', 'ONE_YEAR', 'LONG_TERM');--> statement-breakpoint
CREATE TYPE "public"."phase" AS ENUM('DISCOVERY', 'DEVELOPMENT', 'TESTING', 'SHARING', 'CLOSED');--> statement-breakpoint
CREATE TYPE "public"."round_state" AS ENUM('DRAFT', 'OPEN', 'CLOSED');--> statement-breakpoint
CREATE TYPE "public"."seat_role" AS ENUM('FACILITATOR', 'PARTICIPANT', 'OBSERVER');--> statement-breakpoint
CREATE TYPE "public"."activity" AS ENUM('GATHER', 'SHORTLIST', 'VOTE', 'REFRAME', 'IDEATE', 'CRITIQUE', 'TALK');--> statement-breakpoint
CREATE TYPE "public"."step_state" AS ENUM('PLANNED', 'OPEN', 'DONE');--> statement-breakpoint
CREATE TYPE "public"."entry" AS ENUM('FIRST', 'SECOND');--> statement-breakpoint
CREATE TABLE "ballot_import_pieces" (
	"import_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "ballot_import_pieces_import_id_number_pk" PRIMARY KEY("import_id","number")
);
--> statement-breakpoint
CREATE TABLE "ballot_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"kind" "ballot_import_kind" NOT NULL,
	"file_name" text NOT NULL,
	"exact_dots" integer,
	"report" jsonb,
	"started_by" uuid,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"applied_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "ballots" (
	"round_id" uuid NOT NULL,
	"voter" "bytea" NOT NULL,
	"channel" "channel" NOT NULL,
	"used" smallint NOT NULL,
	"allowance" smallint NOT NULL,
	CONSTRAINT "ballots_round_id_voter_pk" PRIMARY KEY("round_id","voter"),
	CONSTRAINT "ballots_within_allowance" CHECK ("ballots"."used" between 0 and "ballots"."allowance")
);
--> statement-breakpoint
CREATE TABLE "counted_ballots" (
	"round_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"channel" "channel" NOT NULL,
	"option_positions" smallint[] NOT NULL,
	CONSTRAINT "counted_ballots_round_id_number_pk" PRIMARY KEY("round_id","number")
);
--> statement-breakpoint
CREATE TABLE "dots" (
	"option_id" uuid NOT NULL,
	"voter" "bytea" NOT NULL,
	"round_id" uuid NOT NULL,
	CONSTRAINT "dots_round_id_voter_option_id_pk" PRIMARY KEY("round_id","voter","option_id")
);
--> statement-breakpoint
CREATE TABLE "issue_tables" (
	"issue_id" uuid NOT NULL,
	"table_id" uuid NOT NULL,
	CONSTRAINT "issue_tables_issue_id_table_id_pk" PRIMARY KEY("issue_id","table_id")
);
--> statement-breakpoint
CREATE TABLE "issues" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workshop_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"title" text NOT NULL,
	"state" "issue_state" DEFAULT 'RAISED' NOT NULL,
	"state_reason" text,
	"author_seat_id" uuid,
	"merged_into_id" uuid,
	"merged_by_seat_id" uuid,
	"merged_by_name" text,
	"merged_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"hidden_at" timestamp with time zone,
	"hidden_reason" text,
	"request_digest" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"provider" text NOT NULL,
	"subject" text NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identities_provider_subject_pk" PRIMARY KEY("provider","subject")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text,
	"email" text,
	"email_verified_at" timestamp with time zone,
	"platform_role" "platform_role",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_email_unique" UNIQUE("email"),
	CONSTRAINT "people_email_is_lower_case" CHECK ("people"."email" = lower("people"."email"))
);
--> statement-breakpoint
CREATE TABLE "ideas" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workshop_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"horizon" "horizon" NOT NULL,
	"text" text NOT NULL,
	"truncated" boolean DEFAULT false NOT NULL,
	"table_id" uuid,
	"author_seat_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "priorities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workshop_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"option_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "priorities_optionId_unique" UNIQUE("option_id")
);
--> statement-breakpoint
CREATE TABLE "reasons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"statement_id" uuid NOT NULL,
	"text" text NOT NULL,
	"shown_first" boolean DEFAULT false NOT NULL,
	"author_seat_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "similar_statements" (
	"statement_id" uuid NOT NULL,
	"similar_id" uuid NOT NULL,
	"note" text,
	CONSTRAINT "similar_statements_statement_id_similar_id_pk" PRIMARY KEY("statement_id","similar_id")
);
--> statement-breakpoint
CREATE TABLE "statement_priorities" (
	"statement_id" uuid NOT NULL,
	"priority_id" uuid NOT NULL,
	CONSTRAINT "statement_priorities_statement_id_priority_id_pk" PRIMARY KEY("statement_id","priority_id")
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workshop_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "areas" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "areas_projectId_name_unique" UNIQUE("project_id","name")
);
--> statement-breakpoint
CREATE TABLE "phase_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"from" "phase",
	"to" "phase" NOT NULL,
	"reason" text,
	"changed_by" uuid,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"challenge" text NOT NULL,
	"phase" "phase" DEFAULT 'DISCOVERY' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "options" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"issue_id" uuid,
	"position" smallint NOT NULL,
	"title" text NOT NULL,
	"area_name" text NOT NULL,
	"table_codes" text[] NOT NULL,
	"votable" boolean DEFAULT true NOT NULL,
	CONSTRAINT "options_roundId_position_unique" UNIQUE("round_id","position"),
	CONSTRAINT "options_roundId_issueId_unique" UNIQUE("round_id","issue_id")
);
--> statement-breakpoint
CREATE TABLE "round_secrets" (
	"round_id" uuid PRIMARY KEY NOT NULL,
	"secret" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workshop_id" uuid NOT NULL,
	"title" text NOT NULL,
	"state" "round_state" DEFAULT 'DRAFT' NOT NULL,
	"dots_per_voter" smallint NOT NULL,
	"priorities_to_select" smallint NOT NULL,
	"hide_until_close" boolean DEFAULT true NOT NULL,
	"shuffle_options" boolean DEFAULT true NOT NULL,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"electorate" integer,
	"paper_ballots" integer,
	"replaces_round_id" uuid,
	"replace_reason" text,
	"published_options" integer,
	"published_dots" integer,
	"published_top_options" integer,
	"published_top_dots" integer,
	"source" text,
	"priorities_declared_at" timestamp with time zone,
	"priorities_declared_by" uuid,
	"priorities_reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rounds_dots_in_bounds" CHECK ("rounds"."dots_per_voter" between 1 and 20),
	CONSTRAINT "rounds_priorities_in_bounds" CHECK ("rounds"."priorities_to_select" between 1 and 20)
);
--> statement-breakpoint
CREATE TABLE "seats" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workshop_id" uuid NOT NULL,
	"person_id" uuid,
	"role" "seat_role" DEFAULT 'PARTICIPANT' NOT NULL,
	"display_name" text NOT NULL,
	"table_id" uuid,
	"invited_email" text,
	"invited_at" timestamp with time zone,
	"joined_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "first_administrator_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"browser_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"wrong_codes" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workshop_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"day" integer DEFAULT 1 NOT NULL,
	"title" text NOT NULL,
	"instructions" text,
	"planned_minutes" integer DEFAULT 30 NOT NULL,
	"activity" "activity" NOT NULL,
	"state" "step_state" DEFAULT 'PLANNED' NOT NULL,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channel_totals" (
	"round_id" uuid NOT NULL,
	"channel" "channel" NOT NULL,
	"ballots" integer,
	"dots" integer NOT NULL,
	CONSTRAINT "channel_totals_round_id_channel_pk" PRIMARY KEY("round_id","channel")
);
--> statement-breakpoint
CREATE TABLE "entered_tallies" (
	"round_id" uuid NOT NULL,
	"option_id" uuid NOT NULL,
	"channel" "channel" NOT NULL,
	"entry" "entry" NOT NULL,
	"dots" integer NOT NULL,
	"entered_by" uuid,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL,
	"source" text,
	CONSTRAINT "entered_tallies_round_id_option_id_channel_entry_pk" PRIMARY KEY("round_id","option_id","channel","entry"),
	CONSTRAINT "entered_tallies_not_negative" CHECK ("entered_tallies"."dots" >= 0)
);
--> statement-breakpoint
CREATE TABLE "tallies" (
	"round_id" uuid NOT NULL,
	"option_id" uuid NOT NULL,
	"channel" "channel" NOT NULL,
	"dots" integer NOT NULL,
	CONSTRAINT "tallies_round_id_option_id_channel_pk" PRIMARY KEY("round_id","option_id","channel"),
	CONSTRAINT "tallies_not_negative" CHECK ("tallies"."dots" >= 0)
);
--> statement-breakpoint
CREATE TABLE "tables" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workshop_id" uuid NOT NULL,
	"area_id" uuid,
	"code" text NOT NULL,
	"name" text,
	"position" integer NOT NULL,
	CONSTRAINT "tables_workshopId_code_unique" UNIQUE("workshop_id","code")
);
--> statement-breakpoint
CREATE TABLE "workshops" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"description" text,
	"venue" text,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"time_zone" text DEFAULT 'Europe/London' NOT NULL,
	"contact_email" text,
	"phase" "phase" DEFAULT 'DISCOVERY' NOT NULL,
	"room_code" text NOT NULL,
	"room_open" boolean DEFAULT true NOT NULL,
	"dots_per_voter" smallint DEFAULT 4 NOT NULL,
	"priorities_to_select" smallint DEFAULT 4 NOT NULL,
	"source" text,
	"stated_participants" text,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	"archived_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "workshops_slug_unique" UNIQUE("slug"),
	CONSTRAINT "workshops_roomCode_unique" UNIQUE("room_code"),
	CONSTRAINT "workshops_end_after_start" CHECK ("workshops"."ends_on" >= "workshops"."starts_on"),
	CONSTRAINT "workshops_dots_in_bounds" CHECK ("workshops"."dots_per_voter" between 1 and 20),
	CONSTRAINT "workshops_priorities_in_bounds" CHECK ("workshops"."priorities_to_select" between 1 and 20)
);
--> statement-breakpoint
ALTER TABLE "ballot_import_pieces" ADD CONSTRAINT "ballot_import_pieces_import_id_ballot_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."ballot_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_imports" ADD CONSTRAINT "ballot_imports_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_imports" ADD CONSTRAINT "ballot_imports_started_by_people_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counted_ballots" ADD CONSTRAINT "counted_ballots_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dots" ADD CONSTRAINT "dots_option_id_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."options"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dots" ADD CONSTRAINT "dots_round_id_voter_ballots_round_id_voter_fk" FOREIGN KEY ("round_id","voter") REFERENCES "public"."ballots"("round_id","voter") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_tables" ADD CONSTRAINT "issue_tables_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_tables" ADD CONSTRAINT "issue_tables_table_id_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."tables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_author_seat_id_seats_id_fk" FOREIGN KEY ("author_seat_id") REFERENCES "public"."seats"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_merged_by_seat_id_seats_id_fk" FOREIGN KEY ("merged_by_seat_id") REFERENCES "public"."seats"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_merged_into_id_issues_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."issues"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_table_id_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."tables"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_author_seat_id_seats_id_fk" FOREIGN KEY ("author_seat_id") REFERENCES "public"."seats"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priorities" ADD CONSTRAINT "priorities_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priorities" ADD CONSTRAINT "priorities_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priorities" ADD CONSTRAINT "priorities_option_id_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."options"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reasons" ADD CONSTRAINT "reasons_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reasons" ADD CONSTRAINT "reasons_author_seat_id_seats_id_fk" FOREIGN KEY ("author_seat_id") REFERENCES "public"."seats"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "similar_statements" ADD CONSTRAINT "similar_statements_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "similar_statements" ADD CONSTRAINT "similar_statements_similar_id_statements_id_fk" FOREIGN KEY ("similar_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_priorities" ADD CONSTRAINT "statement_priorities_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_priorities" ADD CONSTRAINT "statement_priorities_priority_id_priorities_id_fk" FOREIGN KEY ("priority_id") REFERENCES "public"."priorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "areas" ADD CONSTRAINT "areas_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phase_changes" ADD CONSTRAINT "phase_changes_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phase_changes" ADD CONSTRAINT "phase_changes_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "options" ADD CONSTRAINT "options_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "options" ADD CONSTRAINT "options_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_secrets" ADD CONSTRAINT "round_secrets_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_priorities_declared_by_people_id_fk" FOREIGN KEY ("priorities_declared_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_replaces_round_id_rounds_id_fk" FOREIGN KEY ("replaces_round_id") REFERENCES "public"."rounds"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_table_id_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."tables"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "steps" ADD CONSTRAINT "steps_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_totals" ADD CONSTRAINT "channel_totals_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entered_tallies" ADD CONSTRAINT "entered_tallies_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entered_tallies" ADD CONSTRAINT "entered_tallies_option_id_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."options"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entered_tallies" ADD CONSTRAINT "entered_tallies_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tallies" ADD CONSTRAINT "tallies_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tallies" ADD CONSTRAINT "tallies_option_id_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."options"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tables" ADD CONSTRAINT "tables_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tables" ADD CONSTRAINT "tables_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshops" ADD CONSTRAINT "workshops_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshops" ADD CONSTRAINT "workshops_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ballot_imports_round_id_index" ON "ballot_imports" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "issue_tables_table_id_index" ON "issue_tables" USING btree ("table_id");--> statement-breakpoint
CREATE INDEX "issues_workshop_id_created_at_id_index" ON "issues" USING btree ("workshop_id","created_at","id");--> statement-breakpoint
CREATE INDEX "issues_merged_into_id_index" ON "issues" USING btree ("merged_into_id") WHERE "issues"."merged_into_id" is not null;--> statement-breakpoint
CREATE INDEX "mails_created_at_index" ON "mails" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "identities_person_id_index" ON "identities" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "people_platform_role_index" ON "people" USING btree ("platform_role") WHERE "people"."platform_role" is not null;--> statement-breakpoint
CREATE INDEX "ideas_workshop_id_index" ON "ideas" USING btree ("workshop_id");--> statement-breakpoint
CREATE INDEX "ideas_statement_id_index" ON "ideas" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "priorities_workshop_id_index" ON "priorities" USING btree ("workshop_id");--> statement-breakpoint
CREATE INDEX "reasons_statement_id_index" ON "reasons" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "statement_priorities_priority_id_index" ON "statement_priorities" USING btree ("priority_id");--> statement-breakpoint
CREATE INDEX "statements_workshop_id_position_index" ON "statements" USING btree ("workshop_id","position");--> statement-breakpoint
CREATE INDEX "phase_changes_project_id_changed_at_index" ON "phase_changes" USING btree ("project_id","changed_at");--> statement-breakpoint
CREATE INDEX "projects_created_at_id_index" ON "projects" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "options_issue_id_index" ON "options" USING btree ("issue_id");--> statement-breakpoint
CREATE INDEX "rounds_workshop_id_created_at_index" ON "rounds" USING btree ("workshop_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "rounds_one_open_per_workshop" ON "rounds" USING btree ("workshop_id") WHERE "rounds"."state" = 'OPEN';--> statement-breakpoint
CREATE INDEX "seats_workshop_id_created_at_id_index" ON "seats" USING btree ("workshop_id","created_at","id");--> statement-breakpoint
CREATE INDEX "seats_person_id_index" ON "seats" USING btree ("person_id") WHERE "seats"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "seats_invited_email_index" ON "seats" USING btree ("invited_email") WHERE "seats"."person_id" is null and "seats"."removed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "seats_one_per_person" ON "seats" USING btree ("workshop_id","person_id") WHERE "seats"."removed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "seats_one_per_invited_email" ON "seats" USING btree ("workshop_id","invited_email") WHERE "seats"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "sessions_person_id_index" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_expires_at_index" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_links_email_created_at_index" ON "sign_in_links" USING btree ("email","created_at");--> statement-breakpoint
CREATE INDEX "sign_in_links_expires_at_index" ON "sign_in_links" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "steps_workshop_id_position_index" ON "steps" USING btree ("workshop_id","position");--> statement-breakpoint
CREATE INDEX "workshops_project_id_index" ON "workshops" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "workshops_starts_on_id_index" ON "workshops" USING btree ("starts_on","id");
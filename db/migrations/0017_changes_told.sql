CREATE TYPE "public"."webhook_delivery_state" AS ENUM('WAITING', 'DELIVERED', 'GIVEN_UP');--> statement-breakpoint
CREATE TYPE "public"."webhook_event" AS ENUM('CONTENT_CHANGED', 'WORKSHOP_PUBLISHED', 'WORKSHOP_UNPUBLISHED', 'TEST');--> statement-breakpoint
CREATE TYPE "public"."webhook_failure" AS ENUM('NAME_NOT_FOUND', 'ADDRESS_REFUSED', 'TIMEOUT', 'CERTIFICATE', 'CONNECTION', 'SECRET_LOST');--> statement-breakpoint
CREATE TYPE "public"."webhook_pause" AS ENUM('BY_ADMINISTRATOR', 'GONE', 'FAILING');--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"webhook_id" uuid NOT NULL,
	"event" "webhook_event" NOT NULL,
	"workshop_ids" uuid[] NOT NULL,
	"project_ids" uuid[] NOT NULL,
	"tells" jsonb NOT NULL,
	"state" "webhook_delivery_state" DEFAULT 'WAITING' NOT NULL,
	"next_try_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_tellings" (
	"webhook_id" uuid NOT NULL,
	"workshop_id" uuid NOT NULL,
	"content" text NOT NULL,
	"project" text NOT NULL,
	CONSTRAINT "webhook_tellings_webhook_id_workshop_id_pk" PRIMARY KEY("webhook_id","workshop_id")
);
--> statement-breakpoint
CREATE TABLE "webhook_tries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"delivery_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"status" integer,
	"failure" "webhook_failure",
	"milliseconds" integer NOT NULL,
	"tried_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhook_tries_have_an_outcome" CHECK (num_nonnulls("webhook_tries"."status", "webhook_tries"."failure") = 1)
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_id" uuid NOT NULL,
	"url" text NOT NULL,
	"secret" "bytea" NOT NULL,
	"paused_at" timestamp with time zone,
	"pause_reason" "webhook_pause",
	"failing_since" timestamp with time zone,
	"created_by_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhooks_tokenId_url_unique" UNIQUE("token_id","url"),
	CONSTRAINT "webhooks_paused_with_a_reason" CHECK (("webhooks"."paused_at" is null) = ("webhooks"."pause_reason" is null))
);
--> statement-breakpoint
ALTER TABLE "measure_points" ADD COLUMN "updated_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "measures" ADD COLUMN "updated_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "updated_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "workshops" ADD COLUMN "updated_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "workshops" ADD COLUMN "unpublished_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhook_id_webhooks_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_tellings" ADD CONSTRAINT "webhook_tellings_webhook_id_webhooks_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_tries" ADD CONSTRAINT "webhook_tries_delivery_id_webhook_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."webhook_deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_token_id_partner_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."partner_tokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_deliveries_webhook_id_id_index" ON "webhook_deliveries" USING btree ("webhook_id","id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_created_at_index" ON "webhook_deliveries" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_waiting" ON "webhook_deliveries" USING btree ("webhook_id") WHERE "webhook_deliveries"."state" = 'WAITING';--> statement-breakpoint
CREATE INDEX "webhook_tries_delivery_id_id_index" ON "webhook_tries" USING btree ("delivery_id","id");--> statement-breakpoint
CREATE INDEX "critiques_workshop_id_id_index" ON "critiques" USING btree ("workshop_id","id");--> statement-breakpoint
CREATE INDEX "critiques_removed" ON "critiques" USING btree (least("hidden_at", "withdrawn_at"),"id") WHERE "critiques"."hidden_at" is not null or "critiques"."withdrawn_at" is not null;--> statement-breakpoint
CREATE INDEX "ideas_workshop_id_updated_at_index" ON "ideas" USING btree ("workshop_id","updated_at");--> statement-breakpoint
CREATE INDEX "ideas_removed" ON "ideas" USING btree (least("hidden_at", "withdrawn_at"),"id") WHERE "ideas"."hidden_at" is not null or "ideas"."withdrawn_at" is not null;--> statement-breakpoint
CREATE INDEX "issues_workshop_id_updated_at_index" ON "issues" USING btree ("workshop_id","updated_at");--> statement-breakpoint
CREATE INDEX "issues_removed" ON "issues" USING btree (least("hidden_at", "withdrawn_at"),"id") WHERE "issues"."hidden_at" is not null or "issues"."withdrawn_at" is not null;--> statement-breakpoint
CREATE INDEX "measure_points_removed" ON "measure_points" USING btree ("removed_at","id") WHERE "measure_points"."removed_at" is not null;--> statement-breakpoint
CREATE INDEX "statements_removed" ON "statements" USING btree ("withdrawn_at","id") WHERE "statements"."withdrawn_at" is not null;--> statement-breakpoint
-- Whoever keeps a copy asks for what was changed since a moment. These triggers move the moment of a row whenever anything
-- moves that is read with it, whichever statement wrote that: no write can forget to.
CREATE FUNCTION keep_moment() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
	new.updated_at := now();
	RETURN new;
END
$$;--> statement-breakpoint
CREATE TRIGGER workshops_change BEFORE UPDATE ON workshops FOR EACH ROW WHEN (
	(old.slug, old.title, old.description, old.venue, old.starts_on, old.ends_on, old.time_zone, old.phase, old.dots_per_voter,
		old.priorities_to_select, old.source, old.stated_participants, old.published_at, old.archived_at, old.deleted_at)
	IS DISTINCT FROM
	(new.slug, new.title, new.description, new.venue, new.starts_on, new.ends_on, new.time_zone, new.phase, new.dots_per_voter,
		new.priorities_to_select, new.source, new.stated_participants, new.published_at, new.archived_at, new.deleted_at))
	EXECUTE FUNCTION keep_moment();--> statement-breakpoint
CREATE TRIGGER projects_change BEFORE UPDATE ON projects FOR EACH ROW WHEN (
	(old.title, old.challenge, old.phase, old.archived_at) IS DISTINCT FROM (new.title, new.challenge, new.phase, new.archived_at))
	EXECUTE FUNCTION keep_moment();--> statement-breakpoint
CREATE TRIGGER measures_change BEFORE UPDATE ON measures FOR EACH ROW WHEN (
	(old.title, old.kind, old.direction, old.unit, old.definition, old.target, old.baseline_points, old.critique_id, old.titled_by_critique, old.archived_at)
	IS DISTINCT FROM
	(new.title, new.kind, new.direction, new.unit, new.definition, new.target, new.baseline_points, new.critique_id, new.titled_by_critique, new.archived_at))
	EXECUTE FUNCTION keep_moment();--> statement-breakpoint
CREATE TRIGGER measure_points_change BEFORE UPDATE ON measure_points FOR EACH ROW WHEN (
	(old.value, old.removed_at) IS DISTINCT FROM (new.value, new.removed_at))
	EXECUTE FUNCTION keep_moment();--> statement-breakpoint
-- Arguments: the table whose rows are read with the changed ones below them, the key to it, and which of the changed rows count.
CREATE FUNCTION keep_moment_above() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
	EXECUTE format('UPDATE %I SET updated_at = now() WHERE updated_at < now() AND id IN (SELECT c.%I FROM changed c WHERE %s)',
		tg_argv[0], tg_argv[1], tg_argv[2]);
	RETURN NULL;
END
$$;--> statement-breakpoint
DO $$
DECLARE
	below text[];
	act text;
BEGIN
	FOREACH below SLICE 1 IN ARRAY ARRAY[
		['tables', 'workshops', 'workshop_id', 'true'],
		['rounds', 'workshops', 'workshop_id', 'c.state = ''CLOSED'''],
		['priorities', 'workshops', 'workshop_id', 'true'],
		['areas', 'projects', 'project_id', 'true'],
		['phase_changes', 'projects', 'project_id', 'true'],
		['reasons', 'statements', 'statement_id', 'true'],
		['check_ins', 'ideas', 'idea_id', 'true'],
		['drivers', 'briefs', 'brief_id', 'true'],
		['brief_watch_fors', 'briefs', 'brief_id', 'true'],
		['brief_statements', 'briefs', 'brief_id', 'true'],
		['brief_ideas', 'briefs', 'brief_id', 'true'],
		['brief_measures', 'briefs', 'brief_id', 'true'],
		['test_teams', 'briefs', 'brief_id', 'true'],
		['test_cycles', 'test_teams', 'team_id', 'true'],
		['measure_points', 'measures', 'measure_id', 'true'],
		['baselines', 'measures', 'measure_id', 'true'],
		['annotations', 'measures', 'measure_id', 'true']]
	LOOP
		FOREACH act IN ARRAY ARRAY['INSERT', 'UPDATE', 'DELETE'] LOOP
			EXECUTE format('CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_moment_above(%L, %L, %L)',
				below[1] || '_' || lower(act) || '_above', act, below[1], CASE act WHEN 'DELETE' THEN 'OLD' ELSE 'NEW' END,
				below[2], below[3], below[4]);
		END LOOP;
	END LOOP;
END
$$;--> statement-breakpoint
-- What something was merged into shows its tables, so it changes with what is merged, set aside or comes back. Without ids it
-- stops: an update fires its trigger also where it finds no row.
CREATE FUNCTION keep_moment_of_merged() RETURNS trigger LANGUAGE plpgsql
AS $$
DECLARE
	ids uuid[];
BEGIN
	SELECT array_agg(t.id) INTO ids FROM before b JOIN changed c ON c.id = b.id,
		unnest(ARRAY[b.merged_into_id, c.merged_into_id]) AS t(id)
	WHERE (b.merged_into_id, b.withdrawn_at, b.hidden_at) IS DISTINCT FROM (c.merged_into_id, c.withdrawn_at, c.hidden_at)
		AND t.id IS NOT NULL;
	IF ids IS NOT NULL THEN
		EXECUTE format('UPDATE %I SET updated_at = now() WHERE updated_at < now() AND id = ANY($1)', tg_table_name) USING ids;
	END IF;
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER issues_merged AFTER UPDATE ON issues REFERENCING OLD TABLE AS before NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION keep_moment_of_merged();--> statement-breakpoint
CREATE TRIGGER ideas_merged AFTER UPDATE ON ideas REFERENCING OLD TABLE AS before NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION keep_moment_of_merged();--> statement-breakpoint
-- Comments go with a hidden or withdrawn idea, and come back with it.
CREATE FUNCTION keep_moment_of_critiques() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
	UPDATE critiques SET updated_at = now() WHERE idea_id = new.id;
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER ideas_come_back AFTER UPDATE ON ideas FOR EACH ROW WHEN (
	(old.withdrawn_at IS NOT NULL OR old.hidden_at IS NOT NULL) AND new.withdrawn_at IS NULL AND new.hidden_at IS NULL)
	EXECUTE FUNCTION keep_moment_of_critiques();--> statement-breakpoint
-- A table's code is read with all that came from it.
CREATE FUNCTION keep_moment_of_words() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
	UPDATE issues i SET updated_at = now() FROM issue_tables t WHERE t.table_id = new.id AND i.id = t.issue_id;
	UPDATE issues i SET updated_at = now() FROM issues m JOIN issue_tables t ON t.issue_id = m.id
		WHERE t.table_id = new.id AND i.id = m.merged_into_id;
	UPDATE ideas SET updated_at = now() WHERE workshop_id = new.workshop_id
		AND id IN (SELECT unnest(ARRAY[m.id, m.merged_into_id]) FROM ideas m WHERE m.table_id = new.id);
	UPDATE critiques SET updated_at = now() WHERE workshop_id = new.workshop_id AND table_id = new.id;
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER tables_renamed AFTER UPDATE ON tables FOR EACH ROW WHEN (old.code <> new.code)
	EXECUTE FUNCTION keep_moment_of_words();--> statement-breakpoint
-- The days on which ideas are due count from the workshop's last day.
CREATE FUNCTION keep_moment_of_ideas() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
	UPDATE ideas SET updated_at = now() WHERE workshop_id = new.id;
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER workshops_move AFTER UPDATE ON workshops FOR EACH ROW WHEN (old.ends_on <> new.ends_on)
	EXECUTE FUNCTION keep_moment_of_ideas();

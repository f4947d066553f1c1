CREATE TABLE "brief_departures" (
	"brief_id" uuid NOT NULL,
	"workshop_id" uuid NOT NULL,
	"left_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "brief_departures_brief_id_workshop_id_pk" PRIMARY KEY("brief_id","workshop_id")
);
--> statement-breakpoint
ALTER TABLE "brief_departures" ADD CONSTRAINT "brief_departures_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_departures" ADD CONSTRAINT "brief_departures_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "brief_departures_workshop_id_index" ON "brief_departures" USING btree ("workshop_id");--> statement-breakpoint
CREATE FUNCTION keep_departure() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
	INSERT INTO brief_departures (brief_id, workshop_id)
	SELECT DISTINCT b.id, w.id FROM briefs b, workshops w
	WHERE b.id = old.brief_id AND b.published_at IS NOT NULL AND w.published_at IS NOT NULL AND w.deleted_at IS NULL
		AND w.id = CASE tg_table_name
			WHEN 'brief_ideas' THEN (SELECT i.workshop_id FROM ideas i WHERE i.id = (to_jsonb(old)->>'idea_id')::uuid)
			ELSE (SELECT s.workshop_id FROM statements s WHERE s.id = (to_jsonb(old)->>'statement_id')::uuid) END
	ON CONFLICT (brief_id, workshop_id) DO UPDATE SET left_at = now();
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER brief_statements_leave AFTER DELETE ON brief_statements FOR EACH ROW EXECUTE FUNCTION keep_departure();--> statement-breakpoint
CREATE TRIGGER brief_ideas_leave AFTER DELETE ON brief_ideas FOR EACH ROW EXECUTE FUNCTION keep_departure();
